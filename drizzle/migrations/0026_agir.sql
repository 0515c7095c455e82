CREATE TABLE "activities" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text,
	"kind" text NOT NULL,
	"organisation_id" uuid,
	"organiser_id" uuid,
	"idea_id" uuid,
	"title" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"practical" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"spoken" text[] DEFAULT '{}' NOT NULL,
	"theme_ids" text[] DEFAULT '{}' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"commitment" text DEFAULT 'once' NOT NULL,
	"attendance" text DEFAULT 'on_site' NOT NULL,
	"place_label" text,
	"address" text,
	"district_code" text,
	"latitude" double precision,
	"longitude" double precision,
	"precision" text DEFAULT 'city' NOT NULL,
	"online_url" text,
	"accessibility" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"access_note" text,
	"access_confirmed_at" timestamp with time zone,
	"access_confirmed_by_id" uuid,
	"min_age" smallint,
	"minors" text DEFAULT 'with_consent' NOT NULL,
	"welcomes_newcomers" boolean DEFAULT true NOT NULL,
	"price" text,
	"registration" text DEFAULT 'instant' NOT NULL,
	"external_url" text,
	"opens_at" timestamp with time zone,
	"closes_before" integer DEFAULT 0 NOT NULL,
	"max_party" smallint DEFAULT 1 NOT NULL,
	"capacity" integer,
	"newcomer_seats" smallint DEFAULT 0 NOT NULL,
	"has_waitlist" boolean DEFAULT true NOT NULL,
	"moderation" text DEFAULT 'draft' NOT NULL,
	"publication" text DEFAULT 'unpublished' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"moderation_due_at" timestamp with time zone,
	"treated_by_id" uuid,
	"treated_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"archived_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"refusal_code" text,
	"refusal_text" text,
	"image" text,
	"image_alt" text,
	"origin" text,
	"origin_id" text,
	"origin_url" text,
	"origin_hash" text,
	"origin_licence" text,
	"origin_seen_at" timestamp with time zone,
	CONSTRAINT "activities_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "activities_one_per_slug" UNIQUE("tenant_id","slug"),
	CONSTRAINT "activities_one_per_origin" UNIQUE("tenant_id","origin","origin_id"),
	CONSTRAINT "activities_lead_to_the_web" CHECK (external_url ~ '^https?://' and online_url ~ '^https?://'),
	CONSTRAINT "activities_registered_elsewhere" CHECK (registration <> 'external' or external_url is not null),
	CONSTRAINT "activities_seats" CHECK (capacity > 0 and newcomer_seats >= 0 and newcomer_seats < coalesce(capacity, 32767)),
	CONSTRAINT "activities_party" CHECK (max_party between 1 and 30),
	CONSTRAINT "activities_public_are_whole" CHECK (publication <> 'published' or (moderation in ('approved', 'hidden') and slug is not null and title <> '' and published_at is not null))
);
--> statement-breakpoint
ALTER TABLE "activities" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_revisions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"wish" jsonb NOT NULL,
	"by_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"treated_by_id" uuid,
	"treated_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "activity_revisions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "activity_revisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "occurrences" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"schedule_id" uuid NOT NULL,
	"original_local" timestamp NOT NULL,
	"zone" text NOT NULL,
	"starts_local" timestamp NOT NULL,
	"ends_local" timestamp NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"zone_edition" text NOT NULL,
	"state" text DEFAULT 'scheduled' NOT NULL,
	"reason" text,
	"state_changed_at" timestamp with time zone,
	"sequence" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"place_label" text,
	"address" text,
	"district_code" text,
	"latitude" double precision,
	"longitude" double precision,
	"online_url" text,
	"is_overridden" boolean DEFAULT false NOT NULL,
	CONSTRAINT "occurrences_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "occurrences_once" UNIQUE("tenant_id","schedule_id","original_local"),
	CONSTRAINT "occurrences_of_activity" UNIQUE("tenant_id","activity_id","id"),
	CONSTRAINT "occurrences_end_after_start" CHECK (ends_at > starts_at),
	CONSTRAINT "occurrences_cancelled_for_a_reason" CHECK (state not in ('cancelled', 'postponed') or reason is not null),
	CONSTRAINT "occurrences_joined_on_the_web" CHECK (online_url ~ '^https?://')
);
--> statement-breakpoint
ALTER TABLE "occurrences" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "positions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"label" text,
	"rank" smallint DEFAULT 0 NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"capacity" integer,
	"needed" integer DEFAULT 0 NOT NULL,
	"seats_taken" integer DEFAULT 0 NOT NULL,
	"waiting_count" integer DEFAULT 0 NOT NULL,
	"newcomer_seats" smallint DEFAULT 0 NOT NULL,
	"has_waitlist" boolean DEFAULT true NOT NULL,
	"min_age" smallint,
	CONSTRAINT "positions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "positions_of_occurrence" UNIQUE("tenant_id","occurrence_id","id"),
	CONSTRAINT "positions_seats" CHECK (seats_taken >= 0 and waiting_count >= 0 and capacity > 0)
);
--> statement-breakpoint
ALTER TABLE "positions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "schedules" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"zone" text NOT NULL,
	"starts_local" timestamp NOT NULL,
	"ends_local" timestamp NOT NULL,
	"rule" text,
	"exceptions" timestamp[] DEFAULT '{}' NOT NULL,
	"additions" timestamp[] DEFAULT '{}' NOT NULL,
	"expanded_until" timestamp with time zone,
	"split_from_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "schedules_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "schedules_end_after_start" CHECK (ends_local > starts_local)
);
--> statement-breakpoint
ALTER TABLE "schedules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memberships" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid,
	"email" text,
	"token_hash" text,
	"role" text DEFAULT 'member' NOT NULL,
	"state" text NOT NULL,
	"invited_by_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"joined_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "memberships_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "memberships_token" UNIQUE("tenant_id","token_hash"),
	CONSTRAINT "memberships_of_someone" CHECK (person_id is not null or state <> 'active')
);
--> statement-breakpoint
ALTER TABLE "memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation_identifiers" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "organisation_identifiers_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation_proofs" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"method" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"code_hash" text,
	"evidence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"asked_by_id" uuid,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by_id" uuid,
	"decided_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "organisation_proofs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "organisation_proofs_decided" CHECK ((state = 'asked') = (decided_at is null))
);
--> statement-breakpoint
ALTER TABLE "organisation_proofs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"locale" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"theme_ids" text[] DEFAULT '{}' NOT NULL,
	"district_code" text,
	"address" text,
	"latitude" double precision,
	"longitude" double precision,
	"website" text,
	"logo" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"trust" smallint DEFAULT 0 NOT NULL,
	"proven_until" timestamp with time zone,
	"created_by_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"active_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"refusal_code" text,
	"refusal_text" text,
	"origin" text,
	"origin_id" text,
	CONSTRAINT "organisations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "organisations_one_per_slug" UNIQUE("tenant_id","slug"),
	CONSTRAINT "organisations_one_per_origin" UNIQUE("tenant_id","origin","origin_id"),
	CONSTRAINT "organisations_trust" CHECK (trust between 0 and 3),
	CONSTRAINT "organisations_on_the_web" CHECK (website ~ '^https?://'),
	CONSTRAINT "organisations_public_have_an_address" CHECK (state in ('draft', 'submitted', 'rejected') or slug is not null)
);
--> statement-breakpoint
ALTER TABLE "organisations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "registrations" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"activity_id" uuid NOT NULL,
	"occurrence_id" uuid NOT NULL,
	"position_id" uuid NOT NULL,
	"person_id" uuid,
	"guest_key" text,
	"guest_sealed" text,
	"party_size" smallint DEFAULT 1 NOT NULL,
	"is_newcomer" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"request_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"offer_expires_at" timestamp with time zone,
	"hold_expires_at" timestamp with time zone,
	"ended_by" text,
	"reason" text,
	"checked_in_at" timestamp with time zone,
	"checked_in_by_id" uuid,
	CONSTRAINT "registrations_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "registrations_asked_once" UNIQUE("tenant_id","request_id"),
	CONSTRAINT "registrations_of_one" CHECK (person_id is null or guest_key is null),
	CONSTRAINT "registrations_party" CHECK (party_size between 1 and 30),
	CONSTRAINT "registrations_offered_until" CHECK ((state = 'offered') <= (offer_expires_at is not null))
);
--> statement-breakpoint
ALTER TABLE "registrations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_tenant_id_organisation_id_organisations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","organisation_id") REFERENCES "public"."organisations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_tenant_id_organiser_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","organiser_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_tenant_id_treated_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","treated_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_tenant_id_access_confirmed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","access_confirmed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_revisions" ADD CONSTRAINT "activity_revisions_tenant_id_activity_id_activities_tenant_id_id_fk" FOREIGN KEY ("tenant_id","activity_id") REFERENCES "public"."activities"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_revisions" ADD CONSTRAINT "activity_revisions_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_revisions" ADD CONSTRAINT "activity_revisions_tenant_id_treated_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","treated_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_tenant_id_activity_id_activities_tenant_id_id_fk" FOREIGN KEY ("tenant_id","activity_id") REFERENCES "public"."activities"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "occurrences" ADD CONSTRAINT "occurrences_tenant_id_schedule_id_schedules_tenant_id_id_fk" FOREIGN KEY ("tenant_id","schedule_id") REFERENCES "public"."schedules"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_tenant_id_activity_id_occurrence_id_occurrences_tenant_id_activity_id_id_fk" FOREIGN KEY ("tenant_id","activity_id","occurrence_id") REFERENCES "public"."occurrences"("tenant_id","activity_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_tenant_id_activity_id_activities_tenant_id_id_fk" FOREIGN KEY ("tenant_id","activity_id") REFERENCES "public"."activities"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_tenant_id_split_from_id_schedules_tenant_id_id_fk" FOREIGN KEY ("tenant_id","split_from_id") REFERENCES "public"."schedules"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_id_organisation_id_organisations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","organisation_id") REFERENCES "public"."organisations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_id_invited_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","invited_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD CONSTRAINT "organisation_identifiers_tenant_id_organisation_id_organisations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","organisation_id") REFERENCES "public"."organisations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_proofs" ADD CONSTRAINT "organisation_proofs_tenant_id_organisation_id_organisations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","organisation_id") REFERENCES "public"."organisations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_proofs" ADD CONSTRAINT "organisation_proofs_tenant_id_asked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","asked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_proofs" ADD CONSTRAINT "organisation_proofs_tenant_id_decided_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","decided_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_tenant_id_created_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_tenant_id_activity_id_occurrence_id_occurrences_tenant_id_activity_id_id_fk" FOREIGN KEY ("tenant_id","activity_id","occurrence_id") REFERENCES "public"."occurrences"("tenant_id","activity_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_tenant_id_occurrence_id_position_id_positions_tenant_id_occurrence_id_id_fk" FOREIGN KEY ("tenant_id","occurrence_id","position_id") REFERENCES "public"."positions"("tenant_id","occurrence_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_tenant_id_checked_in_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","checked_in_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_of_organisation" ON "activities" USING btree ("tenant_id","organisation_id");--> statement-breakpoint
CREATE INDEX "activities_of_organiser" ON "activities" USING btree ("tenant_id","organiser_id");--> statement-breakpoint
CREATE INDEX "activities_of_idea" ON "activities" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE INDEX "activities_published" ON "activities" USING btree ("tenant_id","publication","published_at");--> statement-breakpoint
CREATE INDEX "activity_revisions_of" ON "activity_revisions" USING btree ("tenant_id","activity_id","at");--> statement-breakpoint
CREATE INDEX "occurrences_by_time" ON "occurrences" USING btree ("tenant_id","starts_at","id");--> statement-breakpoint
CREATE INDEX "occurrences_of" ON "occurrences" USING btree ("tenant_id","activity_id","starts_at");--> statement-breakpoint
CREATE INDEX "positions_of" ON "positions" USING btree ("tenant_id","occurrence_id","rank");--> statement-breakpoint
CREATE INDEX "schedules_of" ON "schedules" USING btree ("tenant_id","activity_id");--> statement-breakpoint
CREATE INDEX "schedules_to_expand" ON "schedules" USING btree ("tenant_id","expanded_until");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_one_each" ON "memberships" USING btree ("tenant_id","organisation_id","person_id") WHERE state in ('invited', 'requested', 'active');--> statement-breakpoint
CREATE INDEX "memberships_of_person" ON "memberships" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_identifiers_held_once" ON "organisation_identifiers" USING btree ("tenant_id","scheme","value") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "organisation_identifiers_of" ON "organisation_identifiers" USING btree ("tenant_id","organisation_id");--> statement-breakpoint
CREATE INDEX "organisation_proofs_of" ON "organisation_proofs" USING btree ("tenant_id","organisation_id","asked_at");--> statement-breakpoint
CREATE INDEX "organisations_listed" ON "organisations" USING btree ("tenant_id","state","name");--> statement-breakpoint
CREATE INDEX "organisations_by_name" ON "organisations" USING btree ("tenant_id","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_one_each" ON "registrations" USING btree ("tenant_id","occurrence_id","person_id") WHERE state in ('needs_guardian', 'pending', 'confirmed', 'waitlisted', 'offered');--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_one_per_guest" ON "registrations" USING btree ("tenant_id","occurrence_id","guest_key") WHERE state in ('needs_guardian', 'pending', 'confirmed', 'waitlisted', 'offered');--> statement-breakpoint
CREATE INDEX "registrations_queue" ON "registrations" USING btree ("tenant_id","position_id","state","at","id");--> statement-breakpoint
CREATE INDEX "registrations_of_person" ON "registrations" USING btree ("tenant_id","person_id","at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "activities" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "activity_revisions" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "occurrences" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "positions" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "schedules" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "memberships" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "organisation_identifiers" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "organisation_proofs" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "organisations" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "registrations" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));