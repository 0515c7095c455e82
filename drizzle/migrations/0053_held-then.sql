-- What was held when a decision took it, for decisions confirmed before rows remembered it. All that a decision about held
-- voices took was; and so was, on a day on which an idea was watched, every voice of a new account, until somebody had let it
-- count. One city after the other: its rows are shown to who has entered it, and no table is locked.
DO $$
DECLARE
	city text;
BEGIN
	FOR city IN SELECT "id" FROM "registry"."cities" LOOP
		PERFORM set_config('app.tenant', city, true);
		UPDATE "supports" s SET "held_before" = true
		FROM "invalidations" d JOIN "ideas" i ON i."id" = d."idea_id"
		WHERE s."idea_id" = d."idea_id" AND s."set_aside_by" = d."id" AND s."state" = 'invalidated' AND s."held_before" IS NULL
			AND (d."only_held" OR s."is_fresh" AND EXISTS (
				SELECT FROM "journal" w
				WHERE w."about_id" = i."id" AND w."kind" = 'supports_watched' AND w."at" < d."confirmed_at"
					AND s."counted_on" IN (
						(w."at" AT TIME ZONE coalesce(i."time_zone", 'UTC'))::date,
						((w."at" + interval '1 hour') AT TIME ZONE coalesce(i."time_zone", 'UTC'))::date)
					AND NOT EXISTS (
						SELECT FROM "journal" r WHERE r."about_id" = i."id" AND r."kind" = 'supports_released'
							AND r."at" >= w."at" AND r."at" < d."confirmed_at")));
	END LOOP;
	PERFORM set_config('app.tenant', '', true);
END $$;
