-- The voices of somebody whose supports are suspended, by the keys only the process can make: taken out of the count of what
-- still gathers, as if taken back, so that no row says whose they were. Supports first, then ideas, as everywhere.
create or replace function app.suspend_voices(ideas_asked uuid[], voters text[]) returns uuid[] language plpgsql as $$
#variable_conflict use_column
declare
  taken uuid[];
begin
  with chosen as materialized (
    select supports.idea_id, supports.voter_key
    from unnest(ideas_asked, voters) as asked (idea, voter)
    join supports on supports.idea_id = asked.idea and supports.voter_key = decode(asked.voter, 'hex')
    join ideas on ideas.id = asked.idea
    where supports.state = 'counted' and app.accepts_supports(ideas)
    order by supports.idea_id, supports.voter_key for update of supports
  ), changed as (
    update supports set state = 'withdrawn' from chosen
    where supports.idea_id = chosen.idea_id and supports.voter_key = chosen.voter_key
    returning supports.idea_id
  )
  select coalesce(array_agg(idea_id order by idea_id), '{}') into taken from changed;
  perform from ideas where id = any (taken) order by id for no key update;
  if cardinality(taken) > 0 then
    perform app.move_counters(taken, array_fill(-1, array[cardinality(taken)]), '{}'::uuid[]);
  end if;
  return taken;
end $$;

-- They count again where voices are still given, and may cross the threshold as any voice does.
create or replace function app.give_back_voices(ideas_asked uuid[], voters text[]) returns uuid[] language plpgsql as $$
#variable_conflict use_column
declare
  given uuid[];
  crossing uuid[];
begin
  with chosen as materialized (
    select supports.idea_id, supports.voter_key
    from unnest(ideas_asked, voters) as asked (idea, voter)
    join supports on supports.idea_id = asked.idea and supports.voter_key = decode(asked.voter, 'hex')
    join ideas on ideas.id = asked.idea
    where supports.state = 'withdrawn' and app.accepts_supports(ideas)
    order by supports.idea_id, supports.voter_key for update of supports
  ), changed as (
    update supports set state = 'counted' from chosen
    where supports.idea_id = chosen.idea_id and supports.voter_key = chosen.voter_key
    returning supports.idea_id
  )
  select coalesce(array_agg(idea_id order by idea_id), '{}') into given from changed;
  select coalesce(array_agg(locked.id) filter (where locked.crosses), '{}') into crossing
  from (
    select id, collection = 'open' and support_count + 1 >= ideas.threshold as crosses
    from ideas where id = any (given) order by id for no key update
  ) locked;
  if cardinality(given) > 0 then
    perform app.move_counters(given, array_fill(1, array[cardinality(given)]), crossing);
  end if;
  return given;
end $$;

do $$ declare made regprocedure; begin
  for made in select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace
    and proname in ('suspend_voices', 'give_back_voices')
  loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to parvis_app', made);
  end loop;
end $$;

revoke delete on support_bans from parvis_app;
