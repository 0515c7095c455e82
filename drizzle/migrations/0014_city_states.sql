ALTER TABLE "registry"."cities" ADD COLUMN "status_reason" text;--> statement-breakpoint
ALTER TABLE "registry"."cities" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registry"."cities" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;