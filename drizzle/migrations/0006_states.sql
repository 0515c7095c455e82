ALTER TABLE "ideas" DROP CONSTRAINT "ideas_examined_once_reached";--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "taken_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "hidden_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "merged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "adoption_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "journal" ADD COLUMN "written_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_tenant_id_merged_into_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","merged_into_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ideas_seeking_carrier" ON "ideas" USING btree ("tenant_id","adoption_until") WHERE adoption_until is not null;--> statement-breakpoint
CREATE INDEX "ideas_merged_into" ON "ideas" USING btree ("tenant_id","merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_merged_into_another" CHECK (publication <> 'merged' or (merged_into_id is not null and merged_into_id <> id));--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_examined_once_reached" CHECK (examination = 'none' or collection in ('reached', 'certified') or taken_up_at is not null or origin is not null);