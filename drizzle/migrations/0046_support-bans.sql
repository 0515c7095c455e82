CREATE TABLE "support_bans" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"voices_sealed" "bytea",
	"appeal" text,
	"appealed_at" timestamp with time zone,
	"reviewer_id" uuid,
	"outcome" text,
	"reply" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "support_bans_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "support_bans_by_two" CHECK (confirmed_by_id <> asked_by_id),
	CONSTRAINT "support_bans_read_by_another" CHECK (reviewer_id <> asked_by_id and reviewer_id <> confirmed_by_id),
	CONSTRAINT "support_bans_say_why" CHECK (length(reason) >= 30 or outcome = 'lifted' or declined_at is not null),
	CONSTRAINT "support_bans_answered" CHECK ((outcome is null) = (decided_at is null))
);
--> statement-breakpoint
ALTER TABLE "support_bans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "supports_barred_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "support_bans" ADD CONSTRAINT "support_bans_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_bans" ADD CONSTRAINT "support_bans_tenant_id_asked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","asked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_bans" ADD CONSTRAINT "support_bans_tenant_id_confirmed_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","confirmed_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_bans" ADD CONSTRAINT "support_bans_tenant_id_reviewer_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","reviewer_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "support_bans_of" ON "support_bans" USING btree ("tenant_id","person_id","asked_at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "support_bans" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));