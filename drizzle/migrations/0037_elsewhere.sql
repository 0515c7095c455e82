ALTER TABLE "comments" DROP CONSTRAINT "comments_removed_say_nothing";--> statement-breakpoint
ALTER TABLE "opinions" ADD COLUMN "elsewhere" text;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_shown_say_something" CHECK (body <> '' or state in ('removed', 'hidden'));--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_removed_say_nothing" CHECK (state <> 'removed' or body = '');