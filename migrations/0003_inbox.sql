ALTER TABLE "inbox_items" ADD COLUMN "matched" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD COLUMN "read_with" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "inbox_items_candidates" ON "inbox_items" USING btree ("id") WHERE matched and merged_into is null;--> statement-breakpoint
CREATE INDEX "inbox_items_read_with" ON "inbox_items" USING btree ("read_with");