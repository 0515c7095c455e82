CREATE TABLE "carrier_invitations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"email" text,
	"invited_by_id" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "carrier_invitations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "carrier_invitations_token" UNIQUE("tenant_id","token_hash"),
	CONSTRAINT "carrier_invitations_forget_address" CHECK (answered_at is null or email is null)
);
--> statement-breakpoint
ALTER TABLE "carrier_invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "carriers" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"idea_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "carriers_tenant_id_idea_id_person_id_pk" PRIMARY KEY("tenant_id","idea_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "carriers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "merges" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"source_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"state" text DEFAULT 'proposed' NOT NULL,
	"reason" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"silent_from" timestamp with time zone NOT NULL,
	"source_yes_at" timestamp with time zone,
	"target_yes_at" timestamp with time zone,
	"confirmed_by_id" uuid,
	"merged_at" timestamp with time zone,
	"answers_until" timestamp with time zone,
	"undo_until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by_id" uuid,
	"end_reason" text,
	CONSTRAINT "merges_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "merges_two_ideas" CHECK (source_id <> target_id),
	CONSTRAINT "merges_four_eyes" CHECK (confirmed_by_id <> proposed_by_id),
	CONSTRAINT "merges_with_reason" CHECK (reason <> ''),
	CONSTRAINT "merges_by_consent" CHECK (state not in ('merged', 'undone') or confirmed_by_id is not null or (source_yes_at is not null and target_yes_at is not null))
);
--> statement-breakpoint
ALTER TABLE "merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pauses" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"cause" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"begun_by_id" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "pauses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "pauses_with_cause" CHECK (cause <> '')
);
--> statement-breakpoint
ALTER TABLE "pauses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "split_from_id" uuid;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "paused_by" uuid;--> statement-breakpoint
ALTER TABLE "supports" ADD COLUMN "came_by" uuid;--> statement-breakpoint
ALTER TABLE "supports" ADD COLUMN "asked_by" uuid;--> statement-breakpoint
ALTER TABLE "carrier_invitations" ADD CONSTRAINT "carrier_invitations_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrier_invitations" ADD CONSTRAINT "carrier_invitations_tenant_id_invited_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invited_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carriers" ADD CONSTRAINT "carriers_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carriers" ADD CONSTRAINT "carriers_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_tenant_id_source_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","source_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_tenant_id_target_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","target_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_tenant_id_proposed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","proposed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_tenant_id_confirmed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","confirmed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_tenant_id_ended_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ended_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_tenant_id_begun_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","begun_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carrier_invitations_to" ON "carrier_invitations" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE INDEX "carriers_of" ON "carriers" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "merges_one_at_a_time" ON "merges" USING btree ("tenant_id","source_id") WHERE state in ('proposed', 'merged');--> statement-breakpoint
CREATE INDEX "merges_into" ON "merges" USING btree ("tenant_id","target_id");--> statement-breakpoint
CREATE INDEX "merges_by_state" ON "merges" USING btree ("tenant_id","state","proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "pauses_one_at_a_time" ON "pauses" USING btree ("tenant_id") WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_tenant_id_split_from_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","split_from_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ideas_split_from" ON "ideas" USING btree ("tenant_id","split_from_id") WHERE split_from_id is not null;--> statement-breakpoint
CREATE INDEX "supports_came_by" ON "supports" USING btree ("tenant_id","came_by") WHERE came_by is not null;--> statement-breakpoint
CREATE INDEX "supports_asked_by" ON "supports" USING btree ("tenant_id","asked_by") WHERE asked_by is not null;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "carrier_invitations" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "carriers" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "merges" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "pauses" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));