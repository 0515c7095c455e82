CREATE TABLE "obligations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"turn" smallint DEFAULT 1 NOT NULL,
	"department_id" text,
	"district_code" text,
	"owed_since" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"met_at" timestamp with time zone,
	"waived_at" timestamp with time zone,
	"waived_by_id" uuid,
	"waived_reason" text,
	"escalated_at" timestamp with time zone,
	CONSTRAINT "obligations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "obligations_once_a_turn" UNIQUE("tenant_id","idea_id","kind","turn"),
	CONSTRAINT "obligations_one_end" CHECK (met_at is null or waived_at is null),
	CONSTRAINT "obligations_waived_with_reason" CHECK ((waived_at is null) = (waived_reason is null) and coalesce(length(waived_reason) >= 30, true))
);
--> statement-breakpoint
ALTER TABLE "obligations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attachments" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"label" text NOT NULL,
	"is_public" boolean NOT NULL,
	"kind" text NOT NULL,
	"file" text NOT NULL,
	"byte_count" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid,
	CONSTRAINT "attachments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "attachments_one_per_file" UNIQUE("tenant_id","file")
);
--> statement-breakpoint
ALTER TABLE "attachments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "milestones" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"planned_on" date,
	"done_on" date,
	"reference" text,
	"url" text,
	"file" text,
	"alt" text,
	"width" integer,
	"height" integer,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid,
	CONSTRAINT "milestones_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "milestones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_id" uuid,
	CONSTRAINT "notes_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opinions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"turn" smallint NOT NULL,
	"decision" text NOT NULL,
	"understood" text NOT NULL,
	"competence" text NOT NULL,
	"cost" text NOT NULL,
	"legal_frame" text NOT NULL,
	"alternatives" text NOT NULL,
	"reasons" text NOT NULL,
	"next" text NOT NULL,
	"next_on" date,
	"prepared_by_id" uuid,
	"prepared_at" timestamp with time zone NOT NULL,
	"signed_by_id" uuid,
	"signed_name" text,
	"signed_title" text,
	"signed_at" timestamp with time zone,
	CONSTRAINT "opinions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "opinions_one_a_turn" UNIQUE("tenant_id","idea_id","turn"),
	CONSTRAINT "opinions_say_why" CHECK (signed_at is null or length(reasons) >= 300),
	CONSTRAINT "opinions_signed_by_someone" CHECK ((signed_at is null) = (signed_name is null))
);
--> statement-breakpoint
ALTER TABLE "opinions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "questions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"is_public" boolean DEFAULT true NOT NULL,
	"body" text NOT NULL,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "questions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "questions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "studies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"idea_id" uuid NOT NULL,
	"department_id" text,
	"instructor_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"criteria" jsonb NOT NULL,
	"cost_low_cents" bigint,
	"cost_high_cents" bigint,
	"running_cost_cents" bigint,
	"calendar" text,
	"legal_note" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "studies_tenant_id_idea_id_pk" PRIMARY KEY("tenant_id","idea_id"),
	CONSTRAINT "studies_cost_in_order" CHECK (cost_low_cents <= cost_high_cents)
);
--> statement-breakpoint
ALTER TABLE "studies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligations" ADD CONSTRAINT "obligations_tenant_id_waived_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","waived_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestones" ADD CONSTRAINT "milestones_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_tenant_id_prepared_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","prepared_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_tenant_id_signed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","signed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_tenant_id_asked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","asked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "studies" ADD CONSTRAINT "studies_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "studies" ADD CONSTRAINT "studies_tenant_id_instructor_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","instructor_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "obligations_owed" ON "obligations" USING btree ("tenant_id","due_at","id") WHERE met_at is null and waived_at is null;--> statement-breakpoint
CREATE INDEX "obligations_met" ON "obligations" USING btree ("tenant_id","met_at");--> statement-breakpoint
CREATE INDEX "attachments_of" ON "attachments" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE INDEX "milestones_of" ON "milestones" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE INDEX "notes_of" ON "notes" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE INDEX "questions_of" ON "questions" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "obligations" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "attachments" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "milestones" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "notes" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "opinions" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "questions" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "studies" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));