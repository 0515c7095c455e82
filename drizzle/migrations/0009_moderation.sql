CREATE TABLE "appeals" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"first_reader_id" uuid,
	"second_reader_id" uuid,
	"author_id" uuid,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"reviewer_id" uuid,
	"outcome" text,
	"reply" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "appeals_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "appeals_once" UNIQUE("tenant_id","decision_id"),
	CONSTRAINT "appeals_read_by_another" CHECK (reviewer_id <> first_reader_id),
	CONSTRAINT "appeals_read_by_a_third" CHECK (reviewer_id <> second_reader_id),
	CONSTRAINT "appeals_not_by_author" CHECK (reviewer_id <> author_id),
	CONSTRAINT "appeals_answered_whole" CHECK ((outcome is null) = (decided_at is null) and (outcome is null or (reviewer_id is not null and length(reply) >= 30)))
);
--> statement-breakpoint
ALTER TABLE "appeals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "change_requests" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"text" text NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "change_requests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "change_requests_rounds" UNIQUE("tenant_id","subject_id","round"),
	CONSTRAINT "change_requests_twice" CHECK (round between 1 and 2),
	CONSTRAINT "change_requests_say_what" CHECK (length(text) >= 30)
);
--> statement-breakpoint
ALTER TABLE "change_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decisions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"task_id" uuid,
	"act" text NOT NULL,
	"code" text,
	"text" text,
	"by_id" uuid,
	"second_by_id" uuid,
	"author_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"source" text NOT NULL,
	"restriction" text DEFAULT 'none' NOT NULL,
	"ground" text,
	"ground_text" text,
	"rule_version" integer,
	"is_automated" boolean DEFAULT false NOT NULL,
	"appeal_until" timestamp with time zone,
	"digest" text,
	CONSTRAINT "decisions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "decisions_by" UNIQUE("tenant_id","id","by_id"),
	CONSTRAINT "decisions_say_why" CHECK (act in ('publish', 'release', 'take_over') or coalesce(length(text), 0) >= case when code = 'other' then 100 else 30 end),
	CONSTRAINT "decisions_state_reasons" CHECK ((restriction = 'none') = (act not in ('refuse', 'hide')) and (restriction = 'none' or (code is not null and ground is not null and (ground <> 'law' or ground_text is not null) and appeal_until is not null))),
	CONSTRAINT "decisions_by_someone" CHECK (is_automated = (by_id is null)),
	CONSTRAINT "decisions_by_two" CHECK (second_by_id <> by_id),
	CONSTRAINT "decisions_by_another" CHECK (by_id <> author_id and second_by_id <> author_id)
);
--> statement-breakpoint
ALTER TABLE "decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"sealed" text NOT NULL,
	"kept_until" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "evidence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reports" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"text" text NOT NULL,
	"good_faith" boolean NOT NULL,
	"reporter_id" uuid,
	"email" text,
	"reporter_key" text NOT NULL,
	"locale" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"decision_id" uuid,
	CONSTRAINT "reports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "reports_in_good_faith" CHECK (good_faith)
);
--> statement-breakpoint
ALTER TABLE "reports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"title" text NOT NULL,
	"author_id" uuid,
	"district_code" text,
	"theme_id" text,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"report_count" integer DEFAULT 0 NOT NULL,
	"matter" jsonb,
	"locked_by_id" uuid,
	"locked_at" timestamp with time zone,
	"lock_until" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "tasks_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "tasks_read_by_another" CHECK (locked_by_id <> author_id),
	CONSTRAINT "tasks_lock_whole" CHECK ((locked_by_id is null) = (lock_until is null))
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "templates" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"code" text,
	"locale" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"by_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "templates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "templates_named" UNIQUE("tenant_id","locale","title")
);
--> statement-breakpoint
ALTER TABLE "templates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_tenant_id_decision_id_decisions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","decision_id") REFERENCES "public"."decisions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_first_reader_decided" FOREIGN KEY ("tenant_id","decision_id","first_reader_id") REFERENCES "public"."decisions"("tenant_id","id","by_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_tenant_id_author_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","author_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_tenant_id_reviewer_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","reviewer_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_tenant_id_asked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","asked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_tenant_id_second_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","second_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_tenant_id_task_id_tasks_tenant_id_id_fk" FOREIGN KEY ("tenant_id","task_id") REFERENCES "public"."tasks"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_tenant_id_decision_id_decisions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","decision_id") REFERENCES "public"."decisions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_tenant_id_reporter_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","reporter_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_tenant_id_task_id_tasks_tenant_id_id_fk" FOREIGN KEY ("tenant_id","task_id") REFERENCES "public"."tasks"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_tenant_id_decision_id_decisions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","decision_id") REFERENCES "public"."decisions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_tenant_id_locked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","locked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeals_by_time" ON "appeals" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "change_requests_due" ON "change_requests" USING btree ("tenant_id","due_at") WHERE answered_at is null;--> statement-breakpoint
CREATE INDEX "decisions_about" ON "decisions" USING btree ("tenant_id","subject_id","at");--> statement-breakpoint
CREATE INDEX "decisions_by_time" ON "decisions" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_one_each" ON "reports" USING btree ("tenant_id","subject_id","reporter_key") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "reports_of_task" ON "reports" USING btree ("tenant_id","task_id","at");--> statement-breakpoint
CREATE INDEX "reports_by_time" ON "reports" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_one_open" ON "tasks" USING btree ("tenant_id","subject_id","kind") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_waiting" ON "tasks" USING btree ("tenant_id","due_at","id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "tasks_opened" ON "tasks" USING btree ("tenant_id","opened_at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "appeals" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "change_requests" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "decisions" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "evidence" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "reports" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "tasks" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "templates" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
-- What waits already is on the desk from the first day, and what was decided is in its register. The walls hold the owner
-- too, who has to read every city's rows this once.
ALTER TABLE "ideas" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "journal" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "tasks" ("tenant_id", "subject_kind", "subject_id", "kind", "title", "author_id", "district_code", "theme_id", "opened_at", "due_at", "closed_at")
	SELECT "tenant_id", 'idea', "id", 'submission', "title", "author_id", "district_code", "theme_id", "submitted_at",
		coalesce("moderation_due_at", "submitted_at"), "treated_at"
	FROM "ideas" WHERE "submitted_at" IS NOT NULL AND ("publication" = 'submitted' OR "treated_at" IS NOT NULL) AND "origin" IS NULL;--> statement-breakpoint
INSERT INTO "decisions" ("tenant_id", "subject_kind", "subject_id", "task_id", "act", "code", "text", "by_id", "author_id", "at", "source", "restriction", "ground", "ground_text", "rule_version", "is_automated", "appeal_until")
	SELECT i."tenant_id", 'idea', i."id", t."id", CASE j."kind" WHEN 'published' THEN 'publish' ELSE 'refuse' END,
		CASE j."kind" WHEN 'refused' THEN i."refusal_code" END, CASE j."kind" WHEN 'refused' THEN i."refusal_text" END,
		j."by_id", i."author_id", j."at", 'submission', CASE j."kind" WHEN 'refused' THEN 'not_published' ELSE 'none' END,
		CASE j."kind" WHEN 'refused' THEN 'rules' END, NULL, i."rule_version", j."by_id" IS NULL,
		CASE j."kind" WHEN 'refused' THEN j."at" + interval '30 days' END
	FROM "journal" j JOIN "ideas" i ON i."tenant_id" = j."tenant_id" AND i."id" = j."about_id"
	LEFT JOIN "tasks" t ON t."tenant_id" = i."tenant_id" AND t."subject_id" = i."id"
	WHERE j."kind" IN ('published', 'refused') AND i."origin" IS NULL AND j."by_id" IS DISTINCT FROM i."author_id"
		AND (j."kind" = 'published' OR length(i."refusal_text") >= CASE i."refusal_code" WHEN 'other' THEN 100 ELSE 30 END);--> statement-breakpoint
ALTER TABLE "ideas" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "journal" FORCE ROW LEVEL SECURITY;
