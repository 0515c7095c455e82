DROP INDEX "notices_by_letter";--> statement-breakpoint
CREATE INDEX "notices_by_letter" ON "notices" USING btree ("tenant_id","letter_id") WHERE letter_id is not null;