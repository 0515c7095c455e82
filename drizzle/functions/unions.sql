-- Two accounts of one person become one: their voices too. The caller names both keys of each idea, which only the process
-- can make, and has held both accounts. Locks as supports do: people's limits, voices, ideas, each in key order.

-- Whatever was judged before and still waits for its turn gives nothing any more as the account that goes: the limits of the
-- hours in which it can have been asked are spent. It also puts both accounts' own batches before or after the union.
create or replace function app.spend_limits(going text, staying text) returns void language sql as $$
  insert into rate_limits as past (key, window_start, used)
  select asked.key, date_trunc('hour', now()) + asked.shift * interval '1 hour', asked.used
  from (values (going, -1, 100000), (going, 0, 100000), (going, 1, 100000), (staying, -1, 0), (staying, 0, 0), (staying, 1, 0))
    as asked (key, shift, used)
  order by 1, 2
  on conflict (tenant_id, key, window_start) do update set used = past.used + excluded.used
$$;

-- Which of two voices of one person stands: the one that went on with a merge, then the one that counts.
create or replace function app.voice_rank(state text) returns int language sql immutable as $$
  select array_position(array['moved', 'counted', 'held', 'invalidated', 'withdrawn'], state)
$$;

create or replace function app.unite_voices(
  ideas_asked uuid[], going text[], staying text[], names_going text[], names_staying text[], absorbed uuid, kept uuid
) returns table (idea uuid, came boolean, doubled boolean) language plpgsql as $$
#variable_conflict use_column
declare
  asked record;
  one supports;
  other supports;
  was_counted int;
  was_held int;
  stands supports;
  touched uuid[] := '{}';
  moves int[] := '{}';
  holds int[] := '{}';
begin
  perform from supports join unnest(ideas_asked || ideas_asked, going || staying) as known (idea, voter)
    on supports.idea_id = known.idea and supports.voter_key = decode(known.voter, 'hex')
    order by supports.idea_id, supports.voter_key for update of supports;

  for asked in
    select known.* from unnest(ideas_asked, going, staying, names_going, names_staying)
      as known (idea, going, staying, name_going, name_staying) order by known.idea
  loop
    select * into one from supports where idea_id = asked.idea and voter_key = decode(asked.going, 'hex');
    select * into other from supports where idea_id = asked.idea and voter_key = decode(asked.staying, 'hex');
    if one.idea_id is null and other.idea_id is null then continue; end if;
    was_counted := (one.state is not distinct from 'counted')::int + (other.state is not distinct from 'counted')::int;
    was_held := (one.state is not distinct from 'held')::int + (other.state is not distinct from 'held')::int;
    -- The earliest of two that weigh the same; of two set aside, one that counted weighs more than one that was held.
    stands := case
      when other.idea_id is null then one
      when one.idea_id is null then other
      when (app.voice_rank(one.state), one.held_before is true, one.counted_on)
        < (app.voice_rank(other.state), other.held_before is true, other.counted_on) then one
      else other
    end;
    -- Nobody supports what they carry, nor what they signed on paper a second time: now, or by what is undone later.
    if exists (select from ideas where id = asked.idea and author_id in (absorbed, kept))
      or stands.state in ('counted', 'held', 'invalidated') and exists (
        select from paper_voices voice where voice.idea_id = asked.idea and voice.state <> 'withdrawn'
          and voice.voter_key in (decode(nullif(asked.name_going, '-'), 'hex'), decode(nullif(asked.name_staying, '-'), 'hex')))
    then
      stands.state := 'withdrawn';
      stands.set_aside_by := null;
      stands.held_before := null;
    end if;

    delete from supports where idea_id = asked.idea and voter_key = decode(asked.going, 'hex');
    insert into supports (idea_id, voter_key, state, counted_on, changes, changed_on, came_by, asked_by, is_fresh,
      set_aside_by, held_before)
    values (asked.idea, decode(asked.staying, 'hex'), stands.state, stands.counted_on, stands.changes, stands.changed_on,
      stands.came_by, stands.asked_by, stands.is_fresh, stands.set_aside_by, stands.held_before)
    on conflict (tenant_id, idea_id, voter_key) do update set state = excluded.state, counted_on = excluded.counted_on,
      changes = excluded.changes, changed_on = excluded.changed_on, came_by = excluded.came_by, asked_by = excluded.asked_by,
      is_fresh = excluded.is_fresh, set_aside_by = excluded.set_aside_by, held_before = excluded.held_before;

    was_counted := (stands.state = 'counted')::int - was_counted;
    was_held := (stands.state = 'held')::int - was_held;
    if was_counted <> 0 or was_held <> 0 then
      touched := touched || asked.idea;
      moves := moves || was_counted;
      holds := holds || was_held;
    end if;
    idea := asked.idea;
    came := one.state is not distinct from 'counted' and stands.state = 'counted' and was_counted = 0;
    doubled := was_counted < 0;
    if one.idea_id is not null or doubled then return next; end if;
  end loop;

  perform from ideas where id = any (touched) order by id for no key update;
  if cardinality(touched) > 0 then perform app.move_counters(touched, moves, holds, '{}'::uuid[]); end if;
end $$;

-- One opinion of one person about a comment, the first they gave, and none about their own.
create or replace function app.unite_opinions(absorbed uuid, kept uuid) returns void language plpgsql as $$
begin
  perform from comments where id in (select comment_id from comment_votes where person_id in (absorbed, kept))
    order by id for no key update;
  with gone as (
    delete from comment_votes vote using comments
    where comments.id = vote.comment_id and vote.person_id in (absorbed, kept) and (
      comments.author_id in (absorbed, kept) or exists (
        select from comment_votes twin where twin.comment_id = vote.comment_id and twin.person_id in (absorbed, kept)
          and (twin.at, twin.person_id) < (vote.at, vote.person_id)))
    returning vote.comment_id, vote.useful
  )
  update comments set useful_count = useful_count - fewer.useful, useless_count = useless_count - fewer.useless
  from (
    select comment_id, count(*) filter (where useful) as useful, count(*) filter (where not useful) as useless
    from gone group by comment_id
  ) fewer where comments.id = fewer.comment_id;
end $$;

-- One place of one person on a date, the surer one, then the earlier; one membership of an organisation, the one that may do
-- more. The other ends, whichever account it was of; what is over stays as it was.
create or replace function app.end_doubles(absorbed uuid, kept uuid) returns void language plpgsql as $$
declare
  dates uuid[] := array(select occurrence_id from registrations where person_id in (absorbed, kept) and app.is_active(state)
    group by occurrence_id having count(*) > 1);
begin
  perform from occurrences where id = any (dates) order by id for no key update;
  perform app.end_twins(array[absorbed, kept], '{}', dates, now());
  update memberships set state = 'left', ended_at = now()
  where id in (
    select id from (
      select id, row_number() over (partition by organisation_id order by
        array_position(array['active', 'invited', 'requested'], state),
        array_position(array['owner', 'manager', 'coordinator', 'member'], role), at, id) as place
      from memberships where person_id in (absorbed, kept) and state in ('invited', 'requested', 'active')
    ) ranked where place > 1);
  update standing_registrations set ended_at = now()
  where person_id = absorbed and ended_at is null and exists (
    select from standing_registrations own where own.person_id = kept and own.ended_at is null
      and own.schedule_id = standing_registrations.schedule_id);
  update initiative_people set ended_at = now()
  where id in (
    select id from (
      select id, row_number() over (partition by initiative_id order by
        array_position(array['keeper', 'participant'], role), at, id) as place
      from initiative_people where person_id in (absorbed, kept) and ended_at is null
    ) ranked where place > 1);
  delete from volunteers where person_id = absorbed and exists (select from volunteers own where own.person_id = kept);
  with gone as (
    delete from call_answers twin where twin.id in (
      select id from (
        select id, row_number() over (partition by call_id order by
          array_position(array['coming', 'waiting', 'asked', 'declined', 'stopped'], state), asked_at, id) as place
        from call_answers where person_id in (absorbed, kept)
      ) ranked where place > 1)
    returning call_id, state)
  update calls set seats_taken = seats_taken - 1 from gone where gone.call_id = calls.id and gone.state = 'coming';
  update calendar_feeds set revoked_at = now()
  where person_id = absorbed and revoked_at is null
    and exists (select from calendar_feeds own where own.person_id = kept and own.revoked_at is null);
end $$;

do $$ declare made regprocedure; begin
  for made in select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace
    and proname in ('spend_limits', 'voice_rank', 'unite_voices', 'unite_opinions', 'end_doubles')
  loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to parvis_app', made);
  end loop;
end $$;
