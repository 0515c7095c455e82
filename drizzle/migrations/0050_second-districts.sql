CREATE TABLE "removals" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"legal" text NOT NULL,
	"reason" text NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"asked_as" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	CONSTRAINT "removals_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "removals_two_people" CHECK (confirmed_by_id <> asked_by_id),
	CONSTRAINT "removals_one_end" CHECK (confirmed_at is null or declined_at is null),
	CONSTRAINT "removals_say_why" CHECK (length(reason) >= 30 and length(legal) >= 5)
);
--> statement-breakpoint
ALTER TABLE "removals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "obligations" ADD COLUMN "second_district_code" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "second_district_code" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "continues_at" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "second_district_code" text;--> statement-breakpoint
ALTER TABLE "idea_tallies" ADD COLUMN "second_district_code" text;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_tenant_id_asked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","asked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removals" ADD CONSTRAINT "removals_tenant_id_confirmed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","confirmed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "removals_of" ON "removals" USING btree ("tenant_id","idea_id");--> statement-breakpoint
CREATE INDEX "ideas_continue_at" ON "ideas" USING btree ("tenant_id","continues_at") WHERE continues_at is not null;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "removals" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));