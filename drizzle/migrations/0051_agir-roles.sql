ALTER TABLE "activities" ADD COLUMN "origin_name" text;--> statement-breakpoint
ALTER TABLE "occurrences" ADD COLUMN "has_own_roles" boolean DEFAULT false NOT NULL;