CREATE TABLE "invalidations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"only_fresh" boolean NOT NULL,
	"only_held" boolean NOT NULL,
	"reason" text NOT NULL,
	"found_count" integer NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"taken_count" integer,
	"reversed_by_id" uuid,
	"reversed_at" timestamp with time zone,
	"reversed_reason" text,
	CONSTRAINT "invalidations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "invalidations_two_people" CHECK (confirmed_by_id <> proposed_by_id),
	CONSTRAINT "invalidations_days_in_order" CHECK (from_day <= to_day),
	CONSTRAINT "invalidations_with_reason" CHECK (length(reason) >= 30)
);
--> statement-breakpoint
ALTER TABLE "invalidations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "support_hours" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"idea_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"given_count" integer NOT NULL,
	"fresh_count" integer NOT NULL,
	CONSTRAINT "support_hours_tenant_id_idea_id_hour_pk" PRIMARY KEY("tenant_id","idea_id","hour")
);
--> statement-breakpoint
ALTER TABLE "support_hours" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "watched_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "supports" ADD COLUMN "is_fresh" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "supports" ADD COLUMN "set_aside_by" uuid;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_tenant_id_proposed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","proposed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_tenant_id_confirmed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","confirmed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invalidations" ADD CONSTRAINT "invalidations_tenant_id_reversed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","reversed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_hours" ADD CONSTRAINT "support_hours_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invalidations_of" ON "invalidations" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "invalidations" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "support_hours" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));