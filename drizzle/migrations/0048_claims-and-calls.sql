CREATE TABLE "call_announcements" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"call_id" uuid NOT NULL,
	"by_id" uuid,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "call_announcements_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "call_announcements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_claims" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"said" text NOT NULL,
	"proof_url" text,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reply" text,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "activity_claims_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "activity_claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "call_announcements" ADD CONSTRAINT "call_announcements_tenant_id_call_id_calls_tenant_id_id_fk" FOREIGN KEY ("tenant_id","call_id") REFERENCES "public"."calls"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_announcements" ADD CONSTRAINT "call_announcements_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_claims" ADD CONSTRAINT "activity_claims_tenant_id_activity_id_activities_tenant_id_id_fk" FOREIGN KEY ("tenant_id","activity_id") REFERENCES "public"."activities"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_claims" ADD CONSTRAINT "activity_claims_tenant_id_organisation_id_organisations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","organisation_id") REFERENCES "public"."organisations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_claims" ADD CONSTRAINT "activity_claims_tenant_id_asked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","asked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_claims" ADD CONSTRAINT "activity_claims_tenant_id_decided_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","decided_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_announcements_of" ON "call_announcements" USING btree ("tenant_id","call_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_claims_one_waiting" ON "activity_claims" USING btree ("tenant_id","activity_id","organisation_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "activity_claims_waiting" ON "activity_claims" USING btree ("tenant_id","state","asked_at");--> statement-breakpoint
CREATE INDEX "activity_claims_of" ON "activity_claims" USING btree ("tenant_id","organisation_id");--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_points_are_whole" CHECK ((latitude is null) = (longitude is null));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "call_announcements" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "activity_claims" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));