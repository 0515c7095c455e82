ALTER TABLE "activities" ADD COLUMN "place_asked_for" text;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "place_asks" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "activities" ADD COLUMN "place_ask_at" timestamp with time zone;