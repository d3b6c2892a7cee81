ALTER TABLE "raw_payloads" ADD COLUMN "rows_stored_at" timestamptz;--> statement-breakpoint
ALTER TABLE "source_health" ADD COLUMN "first_complete_at" timestamptz;--> statement-breakpoint
ALTER TABLE "source_health" ADD COLUMN "last_complete_at" timestamptz;