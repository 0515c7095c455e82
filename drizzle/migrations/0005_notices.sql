CREATE TABLE "refused_mailboxes" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"mailbox_key" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "refused_mailboxes_tenant_id_mailbox_key_pk" PRIMARY KEY("tenant_id","mailbox_key")
);
--> statement-breakpoint
ALTER TABLE "refused_mailboxes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "interests" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"radius_metres" integer,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "interests_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "interests_once" UNIQUE("tenant_id","person_id","kind","value")
);
--> statement-breakpoint
ALTER TABLE "interests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "letter_choices" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"person_id" uuid NOT NULL,
	"category" text NOT NULL,
	"frequency" text NOT NULL,
	CONSTRAINT "letter_choices_tenant_id_person_id_category_pk" PRIMARY KEY("tenant_id","person_id","category")
);
--> statement-breakpoint
ALTER TABLE "letter_choices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"about_id" uuid NOT NULL,
	"reader" text NOT NULL,
	"category" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"bundle" text,
	"mail_due_at" timestamp with time zone,
	"letter_id" uuid,
	CONSTRAINT "notices_tenant_id_event_id_person_id_pk" PRIMARY KEY("tenant_id","event_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "notices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "priority" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "taken_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_choices" ADD CONSTRAINT "letter_choices_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interests_in" ON "interests" USING btree ("tenant_id","kind","value");--> statement-breakpoint
CREATE INDEX "notices_of" ON "notices" USING btree ("tenant_id","person_id","at");--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("tenant_id","person_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notices_to_mail" ON "notices" USING btree ("tenant_id","person_id") WHERE letter_id is null and mail_due_at is not null;--> statement-breakpoint
CREATE INDEX "notices_by_letter" ON "notices" USING btree ("tenant_id","letter_id");--> statement-breakpoint
CREATE INDEX "letters_waiting" ON "letters" USING btree ("tenant_id","priority","due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "letters_failed" ON "letters" USING btree ("tenant_id","ended_at") WHERE state = 'failed';--> statement-breakpoint
CREATE INDEX "letters_of" ON "letters" USING btree ("tenant_id","person_id");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "refused_mailboxes" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "interests" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "letter_choices" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "notices" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));