CREATE TABLE "inbox_decisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"item_id" integer NOT NULL,
	"decision" text NOT NULL,
	"event_id" text,
	"by" text NOT NULL,
	"reason" text,
	"decided_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox_items" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "inbox_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"first_seen_at" timestamptz NOT NULL,
	"merged_into" integer
);
--> statement-breakpoint
CREATE TABLE "inbox_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"item_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policy_documents" (
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"revision" smallint NOT NULL,
	"body" jsonb NOT NULL,
	"published_on" date,
	"item_id" integer,
	"first_seen_at" timestamptz NOT NULL,
	"last_seen_at" timestamptz NOT NULL,
	"was_there_before" boolean DEFAULT false NOT NULL,
	"payload_id" integer,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "policy_documents_source_source_id_revision_pk" PRIMARY KEY("source","source_id","revision")
);
--> statement-breakpoint
CREATE TABLE "reference_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reference_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"action" text NOT NULL,
	"by" text NOT NULL,
	"why" text NOT NULL,
	"sources" jsonb NOT NULL,
	"one_source_because" text
);
--> statement-breakpoint
ALTER TABLE "inbox_decisions" ADD CONSTRAINT "inbox_decisions_item_id_inbox_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."inbox_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_keys" ADD CONSTRAINT "inbox_keys_item_id_inbox_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."inbox_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_documents" ADD CONSTRAINT "policy_documents_item_id_inbox_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."inbox_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_decisions_item" ON "inbox_decisions" USING btree ("item_id","decided_at");--> statement-breakpoint
CREATE INDEX "inbox_keys_item" ON "inbox_keys" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "policy_documents_current" ON "policy_documents" USING btree ("source","source_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "policy_documents_item" ON "policy_documents" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "policy_documents_day" ON "policy_documents" USING btree ("published_on");--> statement-breakpoint
CREATE INDEX "reference_changes_key" ON "reference_changes" USING btree ("kind","key","recorded_at");