ALTER TABLE "invalidations" ADD COLUMN "restored_count" integer;--> statement-breakpoint
ALTER TABLE "invalidations" ADD COLUMN "held_again_count" integer;--> statement-breakpoint
ALTER TABLE "supports" ADD COLUMN "held_before" boolean;