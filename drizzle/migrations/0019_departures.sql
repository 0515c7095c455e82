CREATE TABLE "city_packages" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"with_people" boolean NOT NULL,
	"sealed_words" text,
	"byte_count" bigint,
	"row_count" integer,
	"file_count" integer,
	"sha256" text,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "city_packages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "city_packages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "registry"."departures" (
	"city_id" text PRIMARY KEY NOT NULL,
	"erased_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rows" jsonb NOT NULL,
	"digest" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "city_packages" ADD CONSTRAINT "city_packages_tenant_id_asked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","asked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registry"."departures" ADD CONSTRAINT "departures_city_id_cities_id_fk" FOREIGN KEY ("city_id") REFERENCES "registry"."cities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "city_packages_by_date" ON "city_packages" USING btree ("tenant_id","asked_at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "city_packages" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));