CREATE TABLE "feedback" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"registration_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"rating" smallint,
	"text" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "feedback_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "feedback_one_each" UNIQUE("tenant_id","registration_id"),
	CONSTRAINT "feedback_rating" CHECK (rating between 1 and 5),
	CONSTRAINT "feedback_says_something" CHECK (rating is not null or text <> '')
);
--> statement-breakpoint
ALTER TABLE "feedback" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "standing_registrations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"person_id" uuid,
	"party_size" smallint DEFAULT 1 NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"away_from" date,
	"away_until" date,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "standing_registrations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "standing_registrations_party" CHECK (party_size between 1 and 30),
	CONSTRAINT "standing_registrations_away" CHECK ((away_from is null) = (away_until is null) and away_from <= away_until)
);
--> statement-breakpoint
ALTER TABLE "standing_registrations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "standing_id" uuid;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_tenant_id_activity_id_activities_tenant_id_id_fk" FOREIGN KEY ("tenant_id","activity_id") REFERENCES "public"."activities"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_tenant_id_registration_id_registrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","registration_id") REFERENCES "public"."registrations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_tenant_id_activity_id_occurrence_id_occurrences_tenant_id_activity_id_id_fk" FOREIGN KEY ("tenant_id","activity_id","occurrence_id") REFERENCES "public"."occurrences"("tenant_id","activity_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_registrations" ADD CONSTRAINT "standing_registrations_tenant_id_activity_id_activities_tenant_id_id_fk" FOREIGN KEY ("tenant_id","activity_id") REFERENCES "public"."activities"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_registrations" ADD CONSTRAINT "standing_registrations_tenant_id_schedule_id_schedules_tenant_id_id_fk" FOREIGN KEY ("tenant_id","schedule_id") REFERENCES "public"."schedules"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_registrations" ADD CONSTRAINT "standing_registrations_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_on" ON "feedback" USING btree ("tenant_id","occurrence_id");--> statement-breakpoint
CREATE UNIQUE INDEX "standing_registrations_one_each" ON "standing_registrations" USING btree ("tenant_id","schedule_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "standing_registrations_of" ON "standing_registrations" USING btree ("tenant_id","person_id");--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_tenant_id_standing_id_standing_registrations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","standing_id") REFERENCES "public"."standing_registrations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "feedback" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "standing_registrations" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));