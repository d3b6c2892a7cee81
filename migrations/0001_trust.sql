CREATE TABLE "commodity_points" (
	"series" text NOT NULL,
	"date" date NOT NULL,
	"revision" integer NOT NULL,
	"value" double precision NOT NULL,
	"low" double precision,
	"high" double precision,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"source" text NOT NULL,
	"payload_id" integer,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "commodity_points_series_date_revision_pk" PRIMARY KEY("series","date","revision")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"file_name" text NOT NULL,
	"payload_id" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"rows_read" integer NOT NULL,
	"rows_written" integer NOT NULL,
	"first_day" date,
	"last_day" date,
	"imported_at" timestamptz NOT NULL,
	"undone_at" timestamptz,
	"rows_undone" integer
);
--> statement-breakpoint
CREATE TABLE "instrument_requests" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "instrument_requests_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"symbol" text NOT NULL,
	"state" text NOT NULL,
	"detail" text NOT NULL,
	"ticker" text,
	"bars_stored" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"changed_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quarantine_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"instrument_id" smallint NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"why" text NOT NULL,
	"k" double precision,
	"agrees_from" date,
	"compared" integer NOT NULL,
	"differing" integer NOT NULL,
	"sample" jsonb NOT NULL,
	"history" jsonb,
	"whole" boolean NOT NULL,
	"payload_id" integer,
	"opened_at" timestamptz NOT NULL,
	"last_seen_at" timestamptz NOT NULL,
	"times_seen" integer DEFAULT 1 NOT NULL,
	"decided_at" timestamptz,
	"decision" text
);
--> statement-breakpoint
CREATE TABLE "second_bars" (
	"instrument_id" smallint NOT NULL,
	"source" text NOT NULL,
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
	"flags" text[] DEFAULT '{}' NOT NULL,
	"payload_id" integer,
	"recorded_at" timestamptz NOT NULL,
	"superseded_at" timestamptz,
	CONSTRAINT "second_bars_instrument_id_source_session_date_revision_pk" PRIMARY KEY("instrument_id","source","session_date","revision")
);
--> statement-breakpoint
CREATE TABLE "series_sources" (
	"instrument_id" smallint PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"chosen_at" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_bars" ADD CONSTRAINT "second_bars_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_sources" ADD CONSTRAINT "series_sources_instrument_id_instruments_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instruments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "commodity_points_current" ON "commodity_points" USING btree ("series","date") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "quarantine_open" ON "quarantine" USING btree ("instrument_id","source") WHERE decided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "second_bars_current" ON "second_bars" USING btree ("instrument_id","source","session_date") WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX "raw_payloads_body" ON "raw_payloads" USING btree ("source","sha256") WHERE body is not null;