-- One person's voice carried along the chain of merges it was asked about, to the idea at its end. Like every support it is
-- known by its voter key under each idea's own scope; nothing here leads from one key to another but this one call.
-- `alias` is theirs where sheets of paper were signed: who signed for the last one is a supporter of both.
-- Locks as supports do: voices, then ideas, each in key order. Answers `carried`, or why not.
create or replace function app.carry_voice(
  chain uuid[], voters text[], links uuid[], session_asking uuid, person_asking uuid, alias text
) returns text language plpgsql set enable_seqscan = off as $$
#variable_conflict use_column
declare
  size constant int := array_length(chain, 1);
  verdict text;
  moves int[] := array_fill(0, array[size]);
  was text;
  crossing uuid[];
begin
  verdict := (app.judge_supports(chain[size:size], array[session_asking], array[person_asking], voters[size:size], '{t}'))[1];
  if verdict not in ('give', 'fresh', 'return', 'same') then return verdict; end if;

  perform from supports join unnest(chain, voters) as asked (idea, voter)
    on supports.idea_id = asked.idea and supports.voter_key = decode(asked.voter, 'hex')
    order by supports.idea_id for update of supports;
  for place in 1..size loop
    select state into was from supports where idea_id = chain[place] and voter_key = decode(voters[place], 'hex');
    if place = 1 and was is distinct from 'counted' then return 'no_voice'; end if;
    if was in ('held', 'invalidated') then return 'set_aside'; end if;
    if place < size then
      moves[place] := case was when 'counted' then -1 else 0 end;
      insert into supports (idea_id, voter_key, state, counted_on, changed_on, came_by, asked_by)
      select chain[place], decode(voters[place], 'hex'), 'moved', app.today_of(ideas), app.today_of(ideas),
        links[place - 1], links[place] from ideas where id = chain[place]
      on conflict (tenant_id, idea_id, voter_key) do update set state = 'moved', asked_by = excluded.asked_by;
    elsif was is distinct from 'counted'
      and (app.unite_with_paper(chain[size:size], array[alias], '{give}'))[1] <> 'on_paper' then
      moves[place] := 1;
      insert into supports (idea_id, voter_key, state, counted_on, changed_on, came_by)
      select chain[place], decode(voters[place], 'hex'), 'counted', app.today_of(ideas), app.today_of(ideas), links[place - 1]
      from ideas where id = chain[place]
      on conflict (tenant_id, idea_id, voter_key) do update
        set state = 'counted', came_by = excluded.came_by, counted_on = excluded.counted_on;
    end if;
  end loop;

  perform from ideas where id = any (chain) order by id for no key update;
  if not (select app.accepts_supports(ideas) from ideas where id = chain[size])
    or exists (select from unnest(chain[1:size - 1]) as link (id) join ideas using (id) where publication <> 'merged') then
    raise exception 'what was merged has changed' using errcode = '40001';
  end if;
  select array_agg(id) into crossing from ideas
    where id = chain[size] and collection = 'open' and support_count + moves[size] >= threshold;
  perform app.move_counters(chain, moves, coalesce(crossing, '{}'));
  return 'carried';
end $$;

-- What a merge brought goes back where it came from; who supported both keeps both. Returns by how much each count moves,
-- and how many of those that go were held there.
create or replace function app.carry_back(link uuid, source uuid, target uuid) returns table (back int, gone int, gone_held int)
language plpgsql as $$
#variable_conflict use_column
begin
  perform from supports where came_by = link or asked_by = link order by idea_id, voter_key for update;
  return query
  with removed as (delete from supports where came_by = link and idea_id = target returning state),
    returned as (
      update supports set state = 'counted' where asked_by = link and idea_id = source and state = 'moved' returning 1)
  select (select count(*) from returned)::int, (select count(*) from removed where state = 'counted')::int,
    (select count(*) from removed where state = 'held')::int;
end $$;

do $$ declare made regprocedure; begin
  for made in select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace
    and proname in ('carry_voice', 'carry_back')
  loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to parvis_app', made);
  end loop;
end $$;
