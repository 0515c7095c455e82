-- What is watched while voices are given: numbers by the hour, never whose. More than a hundred in an hour, on an idea that
-- most hours had fewer than five, two in five of them from accounts less than a day old: from then on for an hour such
-- voices are held, and everyone is told how many. The caller has locked the ideas.
create or replace function app.watch_for_bursts(touched uuid[], gifts int[], fresh_gifts int[]) returns void
language plpgsql as $$
#variable_conflict use_column
declare
  burst record;
begin
  insert into support_hours as past (idea_id, hour, given_count, fresh_count)
  select moved.idea, date_trunc('hour', now()), moved.given, moved.fresh
  from unnest(touched, gifts, fresh_gifts) as moved (idea, given, fresh) where moved.given > 0
  order by moved.idea
  on conflict (tenant_id, idea_id, hour) do update
    set given_count = past.given_count + excluded.given_count, fresh_count = past.fresh_count + excluded.fresh_count;

  for burst in
    update ideas set watched_until = now() + interval '1 hour'
    from support_hours current
    where ideas.id = any (touched) and current.idea_id = ideas.id and current.hour = date_trunc('hour', now())
      and current.given_count > 100 and current.fresh_count > 0.4 * current.given_count
      and coalesce(ideas.watched_until, '-infinity') <= now()
      and (select count(*) from support_hours earlier
           where earlier.idea_id = ideas.id and earlier.hour < current.hour and earlier.given_count >= 5)
        < greatest(1, extract(epoch from date_trunc('hour', now()) - ideas.published_at) / 3600) / 2
    returning ideas.id, current.given_count, current.fresh_count
  loop
    insert into journal (about_id, kind, at, by_role, visibility, detail)
    values (burst.id, 'supports_watched', now(), 'system', 'public',
      jsonb_build_object('count', burst.given_count, 'fresh', burst.fresh_count));
    perform pg_notify('parvis_changed', current_setting('app.tenant') || ' idea:' || burst.id);
  end loop;
end $$;

-- Moves voices of one idea from one state to another by a condition, and the counters with them; what comes back may
-- cross the threshold as any voice does. What a decision had taken while it was held comes back held, whatever is asked: it
-- has not been looked at. Supports first, then the idea: the order everywhere.
create or replace function app.move_supports(
  idea_asked uuid, from_states text[], to_state text, since date, until date, only_fresh boolean, mark uuid, marked_by uuid,
  out moved int, out counted int, out held int
) language plpgsql as $$
#variable_conflict use_column
declare
  idea ideas;
begin
  if marked_by is null and (since is null or until is null) then
    raise exception 'a condition that leaves out nothing' using errcode = '22023';
  end if;
  with chosen as materialized (
    select voter_key, state, case when marked_by is not null and held_before then 'held' else to_state end as goes_to from supports
    where idea_id = idea_asked and state = any (from_states)
      and (since is null or counted_on >= since) and (until is null or counted_on <= until)
      and (not only_fresh or is_fresh) and (marked_by is null or set_aside_by = marked_by)
    order by voter_key for update
  ), changed as (
    update supports set state = chosen.goes_to, set_aside_by = mark,
      held_before = case when mark is not null and chosen.state = 'held' then true end
    from chosen
    where supports.idea_id = idea_asked and supports.voter_key = chosen.voter_key
    returning chosen.state as was, chosen.goes_to as became
  )
  select count(*)::int,
    count(*) filter (where became = 'counted')::int - count(*) filter (where was = 'counted')::int,
    count(*) filter (where became = 'held')::int - count(*) filter (where was = 'held')::int
  into moved, counted, held from changed;

  select * into idea from ideas where id = idea_asked for no key update;
  if moved > 0 then
    perform app.move_counters(array[idea_asked], array[counted], array[held],
      case when idea.publication = 'published' and idea.collection = 'open' and idea.deadline_at > now()
        and idea.support_count + counted >= idea.threshold then array[idea_asked] else '{}'::uuid[] end);
  end if;
end $$;

do $$ declare made regprocedure; begin
  for made in select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace
    and proname in ('watch_for_bursts', 'move_supports')
  loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to parvis_app', made);
  end loop;
end $$;

revoke delete on invalidations, support_hours from parvis_app;
