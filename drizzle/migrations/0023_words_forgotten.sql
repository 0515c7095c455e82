ALTER TABLE "ideas" DROP CONSTRAINT "ideas_refused_with_reason";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_say_why";--> statement-breakpoint
ALTER TABLE "appeals" DROP CONSTRAINT "appeals_answered_whole";--> statement-breakpoint
ALTER TABLE "ideas" ADD COLUMN "words_forgotten_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ideas" ADD CONSTRAINT "ideas_refused_with_reason" CHECK (publication <> 'refused' or origin is not null or (refusal_code is not null and (coalesce(length(refusal_text), 0) >= 30 or coalesce(words_forgotten_at >= refused_at + interval '360 days', false)) and refused_at is not null));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_say_why" CHECK (act in ('publish', 'release', 'take_over') or coalesce(length(text), 0) >= case when code = 'other' then 100 else 30 end or coalesce(forgotten_at >= at + interval '360 days', false));--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_answered_whole" CHECK ((outcome is null) = (decided_at is null) and (outcome is null or (reviewer_id is not null and (coalesce(length(reply), 0) >= 30 or text = ''))));