CREATE TABLE "consultation_documents" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"file" text,
	"bytes" integer,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consultation_documents_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "consultation_documents_one_per_file" UNIQUE("tenant_id","file"),
	CONSTRAINT "consultation_documents_are_somewhere" CHECK ((url is null) <> (file is null))
);
--> statement-breakpoint
ALTER TABLE "consultation_documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consultations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"locale" text NOT NULL,
	"district_code" text,
	"theme_id" text,
	"department_id" text,
	"summary" text DEFAULT '' NOT NULL,
	"decided" text DEFAULT '' NOT NULL,
	"undecided" text DEFAULT '' NOT NULL,
	"audience" text DEFAULT '' NOT NULL,
	"modalities" text DEFAULT '' NOT NULL,
	"legal_frame" text,
	"contact" text DEFAULT '' NOT NULL,
	"place" text,
	"hour" text,
	"external_url" text,
	"opens_on" date,
	"closes_on" date,
	"report_due_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"created_by_id" uuid,
	"published_at" timestamp with time zone,
	"report" text,
	"reported_on" date,
	"participant_count" integer,
	"decision" text,
	"decided_on" date,
	"follow_up" text,
	"followed_up_on" date,
	CONSTRAINT "consultations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "consultations_one_per_slug" UNIQUE("tenant_id","slug"),
	CONSTRAINT "consultations_days_in_order" CHECK (closes_on >= opens_on and report_due_on > closes_on),
	CONSTRAINT "consultations_said_before_opening" CHECK (published_at is null or (title <> '' and summary <> '' and decided <> '' and undecided <> '' and audience <> '' and modalities <> '' and contact <> '' and opens_on is not null and closes_on is not null and report_due_on is not null)),
	CONSTRAINT "consultations_reported_in_words" CHECK ((reported_on is null) = (report is null) and (reported_on is null) = (participant_count is null) and (reported_on is null or (published_at is not null and length(report) >= 30 and participant_count >= 0))),
	CONSTRAINT "consultations_decided_after_report" CHECK ((decided_on is null) = (decision is null) and (decided_on is null or reported_on is not null)),
	CONSTRAINT "consultations_followed_after_decision" CHECK ((followed_up_on is null) = (follow_up is null) and (followed_up_on is null or decided_on is not null))
);
--> statement-breakpoint
ALTER TABLE "consultations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consultation_documents" ADD CONSTRAINT "consultation_documents_tenant_id_consultation_id_consultations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","consultation_id") REFERENCES "public"."consultations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_tenant_id_created_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_documents_of" ON "consultation_documents" USING btree ("tenant_id","consultation_id");--> statement-breakpoint
CREATE INDEX "consultations_published" ON "consultations" USING btree ("tenant_id","published_at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "consultation_documents" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "consultations" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));