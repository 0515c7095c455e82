CREATE TABLE "paper_sheets" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"idea_id" uuid NOT NULL,
	"number" text NOT NULL,
	"received_on" date NOT NULL,
	"state" text DEFAULT 'entered' NOT NULL,
	"line_count" integer NOT NULL,
	"spoilt_count" integer NOT NULL,
	"already_count" integer NOT NULL,
	"sample" integer[] NOT NULL,
	"entered_by_id" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"controlled_by_id" uuid,
	"controlled_at" timestamp with time zone,
	"counted_count" integer,
	"withdrawal_reason" text,
	"withdrawal_asked_by_id" uuid,
	"withdrawn_by_id" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "paper_sheets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "paper_sheets_two_people" CHECK (controlled_by_id <> entered_by_id),
	CONSTRAINT "paper_sheets_withdrawn_by_two" CHECK (withdrawn_by_id <> withdrawal_asked_by_id),
	CONSTRAINT "paper_sheets_with_reason" CHECK (withdrawn_at is null or length(withdrawal_reason) >= 30)
);
--> statement-breakpoint
ALTER TABLE "paper_sheets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "paper_voices" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"idea_id" uuid NOT NULL,
	"voter_key" "bytea" NOT NULL,
	"sheet_id" uuid NOT NULL,
	"state" text DEFAULT 'entered' NOT NULL,
	"place" smallint,
	CONSTRAINT "paper_voices_tenant_id_idea_id_voter_key_pk" PRIMARY KEY("tenant_id","idea_id","voter_key")
);
--> statement-breakpoint
ALTER TABLE "paper_voices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "paper_sheets" ADD CONSTRAINT "paper_sheets_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheets" ADD CONSTRAINT "paper_sheets_tenant_id_entered_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","entered_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheets" ADD CONSTRAINT "paper_sheets_tenant_id_controlled_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","controlled_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheets" ADD CONSTRAINT "paper_sheets_tenant_id_withdrawal_asked_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","withdrawal_asked_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_sheets" ADD CONSTRAINT "paper_sheets_tenant_id_withdrawn_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","withdrawn_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_voices" ADD CONSTRAINT "paper_voices_tenant_id_idea_id_ideas_tenant_id_id_fk" FOREIGN KEY ("tenant_id","idea_id") REFERENCES "public"."ideas"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_voices" ADD CONSTRAINT "paper_voices_tenant_id_sheet_id_paper_sheets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","sheet_id") REFERENCES "public"."paper_sheets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_sheets_number" ON "paper_sheets" USING btree ("tenant_id","idea_id","number") WHERE state <> 'returned';--> statement-breakpoint
CREATE INDEX "paper_voices_of" ON "paper_voices" USING btree ("tenant_id","sheet_id");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "paper_sheets" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "paper_voices" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));