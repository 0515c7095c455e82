CREATE TABLE "host_claims" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"host" text NOT NULL,
	"surface" text NOT NULL,
	"token" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"problem" text,
	"alias_until" timestamp with time zone,
	"detached_at" timestamp with time zone,
	CONSTRAINT "host_claims_tenant_id_host_pk" PRIMARY KEY("tenant_id","host")
);
--> statement-breakpoint
ALTER TABLE "host_claims" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail_health" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"failing_since" timestamp with time zone,
	"last_error" text,
	"domain" text,
	"spf" text,
	"dkim" text,
	"dmarc" text,
	"checked_at" timestamp with time zone,
	"tried_at" timestamp with time zone,
	"tried_with" text,
	"trial_answer" text,
	"trial_arrived" boolean,
	CONSTRAINT "mail_health_tenant_id_pk" PRIMARY KEY("tenant_id")
);
--> statement-breakpoint
ALTER TABLE "mail_health" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_trials" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"provider_id" text NOT NULL,
	"digest" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"claims" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"assurance" text,
	"opens_admin" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sign_in_trials_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "sign_in_trials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "refused_mailboxes" ADD COLUMN "masked" text DEFAULT '—' NOT NULL;--> statement-breakpoint
ALTER TABLE "person_keys" ADD COLUMN "issuer" text;--> statement-breakpoint
ALTER TABLE "registry"."hosts" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "registry"."hosts" ADD COLUMN "detached_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_in_trials" ADD CONSTRAINT "sign_in_trials_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_trials_of" ON "sign_in_trials" USING btree ("tenant_id","provider_id","at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "host_claims" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "mail_health" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "sign_in_trials" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));