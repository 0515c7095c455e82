ALTER TABLE "organisation_proofs" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "public_email" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "moderation_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "treated_by_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "treated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "wish" jsonb;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_tenant_id_treated_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","treated_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisations_of_creator" ON "organisations" USING btree ("tenant_id","created_by_id");