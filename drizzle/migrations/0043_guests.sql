CREATE TABLE "guest_requests" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"position_id" uuid NOT NULL,
	"guest_key" text NOT NULL,
	"sealed" text NOT NULL,
	"locale" text NOT NULL,
	"party_size" smallint NOT NULL,
	"born_year" smallint,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"registration_id" uuid,
	CONSTRAINT "guest_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "guest_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "consent_scope" text;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "reconfirm_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "guest_requests" ADD CONSTRAINT "guest_requests_tenant_id_occurrence_id_position_id_positions_tenant_id_occurrence_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id","position_id") REFERENCES "public"."positions"("tenant_id","occurrence_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_requests" ADD CONSTRAINT "guest_requests_tenant_id_registration_id_registrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","registration_id") REFERENCES "public"."registrations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guest_requests_until" ON "guest_requests" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "registrations_of_guest" ON "registrations" USING btree ("tenant_id","guest_key") WHERE guest_key is not null;--> statement-breakpoint
CREATE INDEX "registrations_to_reconfirm" ON "registrations" USING btree ("tenant_id","reconfirm_by") WHERE reconfirm_by is not null;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "guest_requests" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));