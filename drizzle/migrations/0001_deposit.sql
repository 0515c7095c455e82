ALTER TABLE "ideas" ADD COLUMN "title_key" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "place_kind" text;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "similar_seen" uuid[];--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "criteria" jsonb;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "pull_back_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "moderation_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "treated_by_id" uuid;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "treated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_tenant_id_treated_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","treated_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ideas_by_title" ON "ideas" USING btree ("tenant_id","title_key");--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_collect_once_published" CHECK (collection = 'not_started' or publication in ('published', 'hidden', 'withdrawn', 'merged', 'removed'));--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_examined_once_reached" CHECK (examination = 'none' or collection in ('reached', 'certified') or origin is not null);--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_delivered_if_favourable" CHECK (delivery = 'none' or examination in ('opinion_favourable', 'opinion_partial'));--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_published_under_rules" CHECK (publication <> 'published' or origin is not null or (slug is not null and published_at is not null and rule_version is not null and threshold is not null and deadline_at is not null));--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_refused_with_reason" CHECK (publication <> 'refused' or origin is not null or (refusal_code is not null and length(refusal_text) >= 30 and refused_at is not null));--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_treated_by_another" CHECK (treated_by_id <> author_id);