CREATE TABLE "comment_votes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"useful" boolean NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "comment_votes_tenant_id_comment_id_person_id_pk" PRIMARY KEY("tenant_id","comment_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "comment_votes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"depth" smallint DEFAULT 1 NOT NULL,
	"parent_id" uuid,
	"parent_depth" smallint,
	"voice" text DEFAULT 'citizen' NOT NULL,
	"city_role" text,
	"stance" text DEFAULT 'neutral' NOT NULL,
	"body" text NOT NULL,
	"locale" text NOT NULL,
	"author_id" uuid,
	"state" text DEFAULT 'visible' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"editable_until" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"useful_count" integer DEFAULT 0 NOT NULL,
	"useless_count" integer DEFAULT 0 NOT NULL,
	"imported_useful_count" integer DEFAULT 0 NOT NULL,
	"origin" text,
	"origin_id" text,
	CONSTRAINT "comments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "comments_may_be_answered" UNIQUE("tenant_id","idea_id","id","depth"),
	CONSTRAINT "comments_one_per_origin" UNIQUE("tenant_id","origin","origin_id"),
	CONSTRAINT "comments_two_levels" CHECK ((parent_id is null and parent_depth is null and depth = 1) or (parent_id is not null and parent_depth = 1 and depth = 2)),
	CONSTRAINT "comments_city_by_someone" CHECK ((voice = 'city') = (city_role is not null)),
	CONSTRAINT "comments_sides_are_citizens" CHECK (voice = 'citizen' or stance = 'neutral'),
	CONSTRAINT "comments_removed_say_nothing" CHECK ((state = 'removed') = (body = ''))
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "comment_votes" ADD CONSTRAINT "comment_votes_tenant_id_comment_id_comments_tenant_id_id_fk" FOREIGN KEY ("tenant_id","comment_id") REFERENCES "public"."comments"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_votes" ADD CONSTRAINT "comment_votes_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_answer_first_level" FOREIGN KEY ("tenant_id","idea_id","parent_id","parent_depth") REFERENCES "public"."comments"("tenant_id","idea_id","id","depth") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_tenant_id_author_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","author_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_votes_of" ON "comment_votes" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE INDEX "comments_of_idea" ON "comments" USING btree ("tenant_id","idea_id","parent_id","at");--> statement-breakpoint
CREATE INDEX "comments_answering" ON "comments" USING btree ("tenant_id","parent_id");--> statement-breakpoint
CREATE INDEX "comments_by_author" ON "comments" USING btree ("tenant_id","author_id","at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "comment_votes" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "comments" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));