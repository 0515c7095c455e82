CREATE TABLE "initiative_people" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "initiative_people_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "initiative_people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiatives" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text,
	"organisation_id" uuid,
	"created_by_id" uuid,
	"title" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"theme_ids" text[] DEFAULT '{}' NOT NULL,
	"place_label" text,
	"address" text,
	"district_code" text,
	"image" text,
	"image_alt" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"wish" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"moderation_due_at" timestamp with time zone,
	"treated_by_id" uuid,
	"treated_at" timestamp with time zone,
	"active_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"refusal_code" text,
	"refusal_text" text,
	CONSTRAINT "initiatives_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "initiatives_one_per_slug" UNIQUE("tenant_id","slug"),
	CONSTRAINT "initiatives_public_are_whole" CHECK (state not in ('active', 'ended', 'hidden') or (slug is not null and title <> '' and story <> '' and active_at is not null)),
	CONSTRAINT "initiatives_pictures_are_told" CHECK (image is null or image_alt <> '')
);
--> statement-breakpoint
ALTER TABLE "initiatives" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idea_needs" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"activity_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idea_needs_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "idea_needs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "news" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid,
	"activity_id" uuid,
	"by_id" uuid,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"locale" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"moderation_due_at" timestamp with time zone,
	"treated_by_id" uuid,
	"treated_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"refusal_code" text,
	"refusal_text" text,
	CONSTRAINT "news_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "news_of_something" CHECK ((initiative_id is null) <> (activity_id is null)),
	CONSTRAINT "news_told_when" CHECK (state not in ('published', 'hidden') or published_at is not null)
);
--> statement-breakpoint
ALTER TABLE "news" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "news_images" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"news_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"file" text NOT NULL,
	"alt" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	CONSTRAINT "news_images_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "news_images" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "initiative_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "logo_alt" text;--> statement-breakpoint
ALTER TABLE "initiative_people" ADD CONSTRAINT "initiative_people_tenant_id_initiative_id_initiatives_tenant_id_id_fk" FOREIGN KEY ("tenant_id","initiative_id") REFERENCES "public"."initiatives"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_people" ADD CONSTRAINT "initiative_people_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_tenant_id_organisation_id_organisations_tenant_id_id_fk" FOREIGN KEY ("tenant_id","organisation_id") REFERENCES "public"."organisations"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_tenant_id_created_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_tenant_id_treated_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","treated_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_needs" ADD CONSTRAINT "idea_needs_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_needs" ADD CONSTRAINT "idea_needs_tenant_id_activity_id_activities_tenant_id_id_fk" FOREIGN KEY ("tenant_id","activity_id") REFERENCES "public"."activities"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_tenant_id_initiative_id_initiatives_tenant_id_id_fk" FOREIGN KEY ("tenant_id","initiative_id") REFERENCES "public"."initiatives"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_tenant_id_activity_id_activities_tenant_id_id_fk" FOREIGN KEY ("tenant_id","activity_id") REFERENCES "public"."activities"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news" ADD CONSTRAINT "news_tenant_id_treated_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","treated_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "news_images" ADD CONSTRAINT "news_images_tenant_id_news_id_news_tenant_id_id_fk" FOREIGN KEY ("tenant_id","news_id") REFERENCES "public"."news"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "initiative_people_one_each" ON "initiative_people" USING btree ("tenant_id","initiative_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "initiative_people_of_person" ON "initiative_people" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "initiatives_listed" ON "initiatives" USING btree ("tenant_id","state","active_at","id");--> statement-breakpoint
CREATE INDEX "initiatives_of_organisation" ON "initiatives" USING btree ("tenant_id","organisation_id");--> statement-breakpoint
CREATE INDEX "initiatives_of_image" ON "initiatives" USING btree ("tenant_id","image");--> statement-breakpoint
CREATE INDEX "initiatives_of_creator" ON "initiatives" USING btree ("tenant_id","created_by_id");--> statement-breakpoint
CREATE INDEX "idea_needs_of_idea" ON "idea_needs" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE INDEX "idea_needs_of_activity" ON "idea_needs" USING btree ("tenant_id","activity_id");--> statement-breakpoint
CREATE INDEX "news_of_initiative" ON "news" USING btree ("tenant_id","initiative_id","published_at");--> statement-breakpoint
CREATE INDEX "news_of_activity" ON "news" USING btree ("tenant_id","activity_id","published_at");--> statement-breakpoint
CREATE INDEX "news_of_person" ON "news" USING btree ("tenant_id","by_id");--> statement-breakpoint
CREATE INDEX "news_images_of" ON "news_images" USING btree ("tenant_id","news_id","position");--> statement-breakpoint
CREATE INDEX "news_images_by_file" ON "news_images" USING btree ("tenant_id","file");--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_tenant_id_initiative_id_initiatives_tenant_id_id_fk" FOREIGN KEY ("tenant_id","initiative_id") REFERENCES "public"."initiatives"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activities_of_initiative" ON "activities" USING btree ("tenant_id","initiative_id");--> statement-breakpoint
CREATE INDEX "activities_of_image" ON "activities" USING btree ("tenant_id","image");--> statement-breakpoint
CREATE INDEX "organisations_of_logo" ON "organisations" USING btree ("tenant_id","logo");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "initiative_people" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "initiatives" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "idea_needs" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "news" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "news_images" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));