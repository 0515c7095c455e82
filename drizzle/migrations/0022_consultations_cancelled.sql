ALTER TABLE "consultations" ADD COLUMN "cancelled_on" date;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "cancel_reason" text;--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_cancelled_with_reason" CHECK ((cancelled_on is null) = (cancel_reason is null) and (cancelled_on is null or (published_at is not null and reported_on is null and length(cancel_reason) >= 20)));