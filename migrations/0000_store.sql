CREATE TABLE "bars" (
	"instrument_id" smallint NOT NULL,
	"session_date" date NOT NULL,
	"revision" smallint NOT NULL,
	"open" double precision,
	"high" double precision,
	"low" double precision,
	"close" double precision NOT NULL,
	"adj_close" double precision,
	"volume" double precision,
	"status" text NOT NULL,
	"basis" text NOT NULL,
	"source" text NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"epoch" smallint DEFAULT 1 NOT NULL,
	"payload_id" integer,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "bars_instrument_id_session_date_revision_pk" PRIMARY KEY("instrument_id","session_date","revision")
);
--> statement-breakpoint
CREATE TABLE "corporate_actions" (
	"instrument_id" smallint NOT NULL,
	"ex_date" date NOT NULL,
	"kind" text NOT NULL,
	"revision" smallint NOT NULL,
	"amount" double precision,
	"currency" text,
	"numerator" double precision,
	"denominator" double precision,
	"source" text NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"payload_id" integer,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "corporate_actions_instrument_id_ex_date_kind_revision_pk" PRIMARY KEY("instrument_id","ex_date","kind","revision")
);
--> statement-breakpoint
CREATE TABLE "data_versions" (
	"scope" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL,
	"changed_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "filings" (
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"instrument_id" smallint NOT NULL,
	"revision" smallint NOT NULL,
	"form" text NOT NULL,
	"category" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text,
	"published_on" date NOT NULL,
	"published_at" timestamptz,
	"precision" text NOT NULL,
	"url" text,
	"price_sensitive" boolean,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"first_seen_at" timestamptz NOT NULL,
	"last_seen_at" timestamptz NOT NULL,
	"absent_since" timestamptz,
	"removed_upstream" boolean DEFAULT false NOT NULL,
	"payload_id" integer,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "filings_source_source_id_instrument_id_revision_pk" PRIMARY KEY("source","source_id","instrument_id","revision")
);
--> statement-breakpoint
CREATE TABLE "fx_rates" (
	"currency" text NOT NULL,
	"rate_date" date NOT NULL,
	"revision" smallint NOT NULL,
	"per_eur" double precision NOT NULL,
	"source" text NOT NULL,
	"payload_id" integer,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "fx_rates_currency_rate_date_revision_pk" PRIMARY KEY("currency","rate_date","revision")
);
--> statement-breakpoint
CREATE TABLE "gaps" (
	"instrument_id" smallint NOT NULL,
	"session_date" date NOT NULL,
	"source" text NOT NULL,
	"reason" text NOT NULL,
	"first_seen_at" timestamptz NOT NULL,
	"last_tried_at" timestamptz NOT NULL,
	"tries" integer DEFAULT 1 NOT NULL,
	"filled_at" timestamptz,
	CONSTRAINT "gaps_instrument_id_session_date_source_pk" PRIMARY KEY("instrument_id","session_date","source")
);
--> statement-breakpoint
CREATE TABLE "hosts" (
	"host_group" text PRIMARY KEY NOT NULL,
	"next_free_at" timestamptz,
	"busy_until" timestamptz,
	"blocked_until" timestamptz,
	"blocked_why" text,
	"backoff_level" integer DEFAULT 0 NOT NULL,
	"consecutive_failures" integer DEFAULT 0 NOT NULL,
	"breaker_open_until" timestamptz,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"id" smallint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "instruments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1 CACHE 1),
	"ticker" text NOT NULL,
	CONSTRAINT "instruments_ticker_unique" UNIQUE("ticker")
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "job_runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"job" text NOT NULL,
	"slot" timestamptz NOT NULL,
	"trigger" text NOT NULL,
	"queued_at" timestamptz NOT NULL,
	"started_at" timestamptz,
	"finished_at" timestamptz,
	"outcome" text,
	"rows_written" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "raw_payloads" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "raw_payloads_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"request_key" text NOT NULL,
	"url" text NOT NULL,
	"fetched_at" timestamptz NOT NULL,
	"status" integer NOT NULL,
	"content_type" text,
	"sha256" text NOT NULL,
	"byte_length" integer NOT NULL,
	"body" "bytea",
	"parser_version" integer NOT NULL,
	"outcome" text NOT NULL,
	"parse_failed" boolean DEFAULT false NOT NULL,
	"rows_stored_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "reference_revisions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reference_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"body" jsonb NOT NULL,
	"origin" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "rejects" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rejects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"scope" text NOT NULL,
	"payload_id" integer,
	"position" integer NOT NULL,
	"reason" text NOT NULL,
	"body" jsonb,
	"recorded_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seed_conflicts" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"held" jsonb NOT NULL,
	"seed" jsonb NOT NULL,
	"noted_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seed_files" (
	"file" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"taken_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_health" (
	"source" text NOT NULL,
	"scope" text NOT NULL,
	"state" text NOT NULL,
	"since" timestamptz NOT NULL,
	"last_attempt_at" timestamptz NOT NULL,
	"last_ok_at" timestamptz,
	"first_complete_at" timestamptz,
	"last_complete_at" timestamptz,
	"newest_item" date,
	"next_attempt_at" timestamptz,
	"why" text,
	"detail" text,
	"missing_runs" integer DEFAULT 0 NOT NULL,
	"vanished_runs" integer DEFAULT 0 NOT NULL,
	"refused_setup" text,
	"complete" boolean DEFAULT true NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "source_health_source_scope_pk" PRIMARY KEY("source","scope")
);
--> statement-breakpoint
CREATE TABLE "source_switches" (
	"source" text PRIMARY KEY NOT NULL,
	"enabled" boolean NOT NULL,
	"changed_at" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bars" ADD CONSTRAINT "bars_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corporate_actions" ADD CONSTRAINT "corporate_actions_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "filings" ADD CONSTRAINT "filings_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gaps" ADD CONSTRAINT "gaps_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bars_current" ON "bars" USING btree ("instrument_id","session_date") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "corporate_actions_current" ON "corporate_actions" USING btree ("instrument_id","ex_date","kind") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "filings_current" ON "filings" USING btree ("source","source_id","instrument_id") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "filings_by_day" ON "filings" USING btree ("instrument_id","published_on");--> statement-breakpoint
CREATE UNIQUE INDEX "fx_rates_current" ON "fx_rates" USING btree ("currency","rate_date") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "job_runs_slot" ON "job_runs" USING btree ("job","slot");--> statement-breakpoint
CREATE INDEX "job_runs_latest" ON "job_runs" USING btree ("job","finished_at");--> statement-breakpoint
CREATE INDEX "raw_payloads_last" ON "raw_payloads" USING btree ("source","request_key","fetched_at");--> statement-breakpoint
CREATE INDEX "raw_payloads_age" ON "raw_payloads" USING btree ("fetched_at") WHERE body is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reference_current" ON "reference_revisions" USING btree ("kind","key") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "reference_history" ON "reference_revisions" USING btree ("kind","key","recorded_at");--> statement-breakpoint
CREATE INDEX "rejects_by_source" ON "rejects" USING btree ("source","scope","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "seed_conflicts_key" ON "seed_conflicts" USING btree ("kind","key");