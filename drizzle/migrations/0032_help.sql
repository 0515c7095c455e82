CREATE TABLE "registry"."help_calls" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"city_id" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"access_until" timestamp with time zone,
	"last_at" timestamp with time zone NOT NULL,
	"last_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "help_entries" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ticket_id" uuid NOT NULL,
	"operator_email" text NOT NULL,
	"code_hash" text NOT NULL,
	"code_until" timestamp with time zone NOT NULL,
	"token_hash" text,
	"entered_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "help_entries_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "help_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "help_messages" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ticket_id" uuid NOT NULL,
	"by_id" uuid,
	"operator_email" text,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "help_messages_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "help_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "help_tickets" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"access_until" timestamp with time zone,
	"access_given_by_id" uuid,
	CONSTRAINT "help_tickets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "help_tickets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "help_visits" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"ticket_id" uuid NOT NULL,
	"operator_email" text NOT NULL,
	"path" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "help_visits_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "help_visits" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "help_entries" ADD CONSTRAINT "help_entries_tenant_id_ticket_id_help_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."help_tickets"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_messages" ADD CONSTRAINT "help_messages_tenant_id_ticket_id_help_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."help_tickets"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_messages" ADD CONSTRAINT "help_messages_tenant_id_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_tickets" ADD CONSTRAINT "help_tickets_tenant_id_opened_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","opened_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_tickets" ADD CONSTRAINT "help_tickets_tenant_id_access_given_by_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","access_given_by_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "help_visits" ADD CONSTRAINT "help_visits_tenant_id_ticket_id_help_tickets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","ticket_id") REFERENCES "public"."help_tickets"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "help_calls_last" ON "registry"."help_calls" USING btree ("last_at");--> statement-breakpoint
CREATE INDEX "help_entries_by_token" ON "help_entries" USING btree ("tenant_id","token_hash");--> statement-breakpoint
CREATE INDEX "help_messages_of" ON "help_messages" USING btree ("tenant_id","ticket_id","at");--> statement-breakpoint
CREATE INDEX "help_visits_of" ON "help_visits" USING btree ("tenant_id","ticket_id","at");--> statement-breakpoint
CREATE POLICY "tenant_only" ON "help_entries" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "help_messages" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "help_tickets" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));--> statement-breakpoint
CREATE POLICY "tenant_only" ON "help_visits" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));