CREATE TABLE "idea_tallies" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"theme_id" text,
	"district_code" text,
	"publication" text NOT NULL,
	"collection" text NOT NULL,
	"examination" text NOT NULL,
	"delivery" text NOT NULL,
	"change" integer NOT NULL,
	CONSTRAINT "idea_tallies_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "idea_tallies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idea_words" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"idea_id" uuid NOT NULL,
	"title_words" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "idea_words_tenant_id_idea_id_pk" PRIMARY KEY("tenant_id","idea_id")
);
--> statement-breakpoint
ALTER TABLE "idea_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vocabulary" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"word" text NOT NULL,
	"lexeme" text NOT NULL,
	CONSTRAINT "vocabulary_tenant_id_word_lexeme_pk" PRIMARY KEY("tenant_id","word","lexeme")
);
--> statement-breakpoint
ALTER TABLE "vocabulary" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "idea_words" ADD CONSTRAINT "idea_words_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ideas" DROP COLUMN "words";--> statement-breakpoint
CREATE POLICY "tenant_only" ON "idea_tallies" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "idea_words" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "vocabulary" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));