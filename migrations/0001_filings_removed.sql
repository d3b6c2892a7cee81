ALTER TABLE "filings" ADD COLUMN "absent_since" timestamptz;--> statement-breakpoint
ALTER TABLE "filings" ADD COLUMN "removed_upstream" boolean DEFAULT false NOT NULL;