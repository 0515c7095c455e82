CREATE TABLE "grants" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope_kind" text DEFAULT 'city' NOT NULL,
	"scope_value" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"granted_by_id" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text,
	"revoked_at" timestamp with time zone,
	"revoked_by_id" uuid,
	CONSTRAINT "grants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "grants_say_where" CHECK ((scope_kind = 'city') = (scope_value is null)),
	CONSTRAINT "grants_end_after_they_start" CHECK (ends_at is null or ends_at > starts_at),
	CONSTRAINT "grants_come_from_another" CHECK (granted_by_id <> person_id)
);
--> statement-breakpoint
ALTER TABLE "grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_tenant_id_granted_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","granted_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_tenant_id_revoked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","revoked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grants_of" ON "grants" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "grants_by_role" ON "grants" USING btree ("tenant_id","role");--> statement-breakpoint
-- The wall holds the owner too, who has to read every city's people this once.
ALTER TABLE "people" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "grants" ("tenant_id", "person_id", "role", "starts_at")
	SELECT "tenant_id", "id", CASE "role" WHEN 'examiner' THEN 'instructor' ELSE "role" END, now()
	FROM "people" WHERE "role" <> 'citizen' AND "deleted_at" IS NULL;--> statement-breakpoint
ALTER TABLE "people" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" DROP COLUMN "role";--> statement-breakpoint
CREATE POLICY "tenant_only" ON "grants" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));