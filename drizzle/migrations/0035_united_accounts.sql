CREATE TABLE "account_unions" (
	"tenant_id" text DEFAULT nullif(current_setting('app.tenant', true), '') NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"way" text NOT NULL,
	"kept_person_id" uuid NOT NULL,
	"absorbed_person_id" uuid,
	"token_hash" text,
	"reason" text,
	"asked_by_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"decided_by_id" uuid,
	"declined_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"moved_count" integer,
	"doubled_count" integer,
	CONSTRAINT "account_unions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "account_unions_token" UNIQUE("tenant_id","token_hash"),
	CONSTRAINT "account_unions_of_two" CHECK (kept_person_id <> absorbed_person_id),
	CONSTRAINT "account_unions_say_why" CHECK (way = 'own' or (reason is not null and absorbed_person_id is not null)),
	CONSTRAINT "account_unions_by_two" CHECK (way = 'own' or (decided_by_id is distinct from asked_by_id and (decided_by_id is not null or coalesce(done_at, declined_at) is null))),
	CONSTRAINT "account_unions_whole" CHECK (done_at is null or absorbed_person_id is not null)
);
--> statement-breakpoint
ALTER TABLE "account_unions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "united_into_person_id" uuid;--> statement-breakpoint
ALTER TABLE "account_unions" ADD CONSTRAINT "account_unions_tenant_id_kept_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","kept_person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_unions" ADD CONSTRAINT "account_unions_tenant_id_absorbed_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","absorbed_person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_unions_lately" ON "account_unions" USING btree ("tenant_id","asked_at");--> statement-breakpoint
CREATE INDEX "people_united" ON "people" USING btree ("tenant_id","united_into_person_id") WHERE united_into_person_id is not null;--> statement-breakpoint
CREATE POLICY "tenant_only" ON "account_unions" AS PERMISSIVE FOR ALL TO public USING (tenant_id = nullif(current_setting('app.tenant', true), '')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), ''));