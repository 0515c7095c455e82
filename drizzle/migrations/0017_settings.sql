CREATE TABLE "audit_events" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"previous_hash" text DEFAULT '' NOT NULL,
	"hash" text DEFAULT '' NOT NULL,
	CONSTRAINT "audit_events_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq")
);
--> statement-breakpoint
ALTER TABLE "audit_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "settings_draft_edits" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"draft_id" uuid NOT NULL,
	"row_version" integer NOT NULL,
	"key" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "settings_draft_edits_tenant_id_draft_id_row_version_key_pk" PRIMARY KEY("tenant_id","draft_id","row_version","key")
);
--> statement-breakpoint
ALTER TABLE "settings_draft_edits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "settings_drafts" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"base_version" integer NOT NULL,
	"settings" jsonb NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"note" text,
	"reason" text,
	"proposed_by_id" uuid,
	"reviewer_id" uuid,
	"publish_at" timestamp with time zone,
	"problem" text,
	"published_version" integer,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "settings_drafts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "settings_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "settings_draft_edits" ADD CONSTRAINT "settings_draft_edits_tenant_id_draft_id_settings_drafts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","draft_id") REFERENCES "public"."settings_drafts"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_draft_edits" ADD CONSTRAINT "settings_draft_edits_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_drafts" ADD CONSTRAINT "settings_drafts_tenant_id_author_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","author_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_drafts" ADD CONSTRAINT "settings_drafts_tenant_id_proposed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","proposed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_drafts" ADD CONSTRAINT "settings_drafts_tenant_id_reviewer_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","reviewer_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings_drafts" ADD CONSTRAINT "settings_drafts_tenant_id_base_version_tenant_versions_tenant_id_version_fk" FOREIGN KEY ("tenant_id","base_version") REFERENCES "public"."tenant_versions"("tenant_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "settings_drafts_one_open" ON "settings_drafts" USING btree ("tenant_id") WHERE status in ('draft', 'proposed');--> statement-breakpoint
CREATE INDEX "settings_drafts_due" ON "settings_drafts" USING btree ("tenant_id","publish_at") WHERE status = 'scheduled';--> statement-breakpoint
CREATE POLICY "tenant_only" ON "audit_events" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "settings_draft_edits" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "settings_drafts" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));