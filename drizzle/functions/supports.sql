-- One city's waiting supports, counted together in one transaction (decisions 4). Each array holds one column of the
-- requests, in the order they came; the answer has one row for each. Nothing that decides comes from the request but the
-- idea's id: the session, the person, the rules frozen on the idea, the limits and the clock are all read here.
-- Lock order, everywhere: people's limits, then supports, then ideas, each in key order.

create or replace function app.count_supports(
  city text, ideas_asked uuid[], sessions_asked uuid[], people_asked uuid[], voters text[], limiters text[], gives boolean[],
  aliases text[] default null
) returns table (
  place int, verdict text, needs text, counted boolean, support_count int, threshold int, reached boolean, retry_after int
) language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  verdicts text[];
  touched uuid[];
  moves int[];
  holds int[];
  gifts int[];
  fresh_gifts int[];
  crossing uuid[];
  is_stale boolean;
begin
  perform app.enter_tenant(city);
  for attempt in 1..5 loop
    begin
      verdicts := app.limit_supports(app.unite_with_paper(ideas_asked, aliases,
        app.judge_supports(ideas_asked, sessions_asked, people_asked, voters, gives)), limiters);

      select array_agg(moved.idea), array_agg(moved.by), array_agg(moved.held), array_agg(moved.given),
          array_agg(moved.fresh), coalesce(sum(moved.voices), 0) < app.writes_in(verdicts)
        into touched, moves, holds, gifts, fresh_gifts, is_stale
        from app.write_supports(ideas_asked, voters, verdicts) moved;

      if not is_stale and touched is not null then
        select bool_or(not locked.accepts),
          array_agg(locked.id) filter (where locked.collection = 'open' and locked.after >= locked.threshold)
          into is_stale, crossing
          from (
            select ideas.id, app.accepts_supports(ideas) as accepts, collection, ideas.threshold,
              ideas.support_count + moved.by as after
            from unnest(touched, moves) as moved (idea, by)
            join ideas on ideas.id = moved.idea and ideas.id = any (touched)
            order by ideas.id
            for no key update of ideas
          ) locked;
      end if;
      -- A sheet of paper may have been entered between what was judged and the locks.
      if touched is not null and not is_stale then
        is_stale := app.unite_with_paper(ideas_asked, aliases, verdicts) is distinct from verdicts;
      end if;
      -- Someone else wrote one of these voices, or closed one of these ideas, while this batch was being written: undo it
      -- all, and judge again from what is there now.
      if is_stale then raise exception 'what was judged has changed' using errcode = '40001'; end if;

      if touched is not null then
        perform app.move_counters(touched, moves, holds, coalesce(crossing, '{}'));
        perform app.watch_for_bursts(touched, gifts, fresh_gifts);
      end if;
      return query select * from app.answer_supports(ideas_asked, voters, gives, verdicts);
      return;
    exception when serialization_failure then
      if attempt = 5 then raise; end if;
    end;
  end loop;
end $$;

create or replace function app.writes_in(verdicts text[]) returns int language sql immutable as $$
  select count(*)::int from unnest(verdicts) verdict where verdict in ('give', 'fresh', 'return', 'take')
$$;

-- Whether a voice may be given to this idea or taken back now. `now()` is when the batch arrived: it counts even if it
-- then waits for a lock beyond the deadline.
create or replace function app.accepts_supports(idea ideas) returns boolean language sql stable as $$
  select idea.publication = 'published' and idea.collection in ('open', 'reached', 'certified') and idea.deadline_at > now()
$$;

create or replace function app.today_of(idea ideas) returns date language sql stable as $$
  select (now() at time zone coalesce(idea.time_zone, 'UTC'))::date
$$;

create or replace function app.may_take_back(idea ideas) returns boolean language sql stable as $$
  select coalesce((select rules ->> 'withdrawUntil' <> 'never' from rule_sets where version = idea.rule_version), true)
$$;

-- What each request comes to, before anything is written: give, fresh (given by an account less than a day old), return
-- (given again) or take; or why not.
-- `offset 0` keeps each look-up one probe of an index, whatever the planner believes of a table that fills up.
create or replace function app.judge_supports(
  ideas_asked uuid[], sessions_asked uuid[], people_asked uuid[], voters text[], gives boolean[]
) returns text[] language plpgsql stable as $$
#variable_conflict use_column
begin return (
  with facts as materialized (
    select idea.* from (select distinct unnest(ideas_asked) as id) asked
    cross join lateral (
      select id, author_id, support_assurance, support_min_age, residence, app.accepts_supports(ideas) as accepts,
        app.today_of(ideas) as today, app.may_take_back(ideas) as may_take_back
      from ideas where ideas.id = asked.id and publication in ('published', 'withdrawn', 'merged')
      offset 0
    ) idea
  )
  select array_agg(
    case
      when person.id is null then 'signed_out'
      when idea.id is null then 'not_there'
      when asked.turn > 1 then case when asked.give = asked.first_give then 'twin' else 'again' end
      when asked.give and voice.state = 'counted' then 'same'
      when not asked.give and coalesce(voice.state, 'withdrawn') = 'withdrawn' then 'same'
      when not idea.accepts then 'closed'
      when asked.give and person.is_barred then 'barred'
      when asked.give and missing.condition is not null then 'missing:' || missing.condition
      when voice.state in ('held', 'invalidated') then 'set_aside'
      when not asked.give and not idea.may_take_back then 'kept'
      when voice.changes >= 3 and voice.changed_on = idea.today then 'changed_too_often'
      when not asked.give then 'take'
      when voice.state = 'withdrawn' then 'return'
      when person.is_fresh then 'fresh'
      else 'give'
    end order by asked.place)
  from (
    select every.*, row_number() over voice as turn, first_value(give) over voice as first_give
    from unnest(ideas_asked, sessions_asked, people_asked, voters, gives) with ordinality
      as every (idea, session, person, voter, give, place)
    window voice as (partition by idea, voter order by place)
  ) asked
  left join facts idea on idea.id = asked.idea
  left join lateral (
    select people.id, birth_year, residence, assurance, people.joined_at > now() - interval '24 hours' as is_fresh,
      people.supports_barred_at is not null as is_barred
    from sessions join people on people.id = sessions.person_id
    where sessions.id = asked.session and sessions.person_id = asked.person and sessions.revoked_at is null
      and sessions.expires_at > now() and people.id = asked.person and people.deleted_at is null
    offset 0
  ) person on true
  left join lateral (
    select state, changes, changed_on from supports
    where supports.idea_id = asked.idea and supports.voter_key = decode(asked.voter, 'hex')
    offset 0
  ) voice on true
  -- The condition of the idea that this person does not meet, with what it asks: `min_age:15`. Null when all are met.
  cross join lateral (
    select case
      when idea.author_id = person.id then 'own_idea:'
      when person.assurance < idea.support_assurance then 'assurance:' || idea.support_assurance
      when idea.support_min_age > 0 and person.birth_year is null then 'birth_year:' || idea.support_min_age
      when idea.support_min_age > extract(year from idea.today) - person.birth_year
        then 'min_age:' || idea.support_min_age
      when person.residence is null then 'residence:' || array_to_string(idea.residence, ' ')
      when person.residence <> all (idea.residence) then 'other_residence:' || array_to_string(idea.residence, ' ')
    end as condition
  ) missing
); end $$;

-- At most thirty voices given an hour by one person, whatever the ideas. The key is a hash of the person that cannot be
-- followed back. Writing it first also puts two batches of one person in line.
create or replace function app.limit_supports(verdicts text[], limiters text[]) returns text[] language plpgsql as $$
declare
  limited text[];
begin
  with asked as (
    select verdict, limiter, place, verdict in ('give', 'fresh', 'return') as gives,
      count(*) filter (where verdict in ('give', 'fresh', 'return')) over (partition by limiter order by place) as turn
    from unnest(verdicts, limiters) with ordinality as every (verdict, limiter, place)
  ), spent as (
    insert into rate_limits as past (key, window_start, used)
    select limiter, date_trunc('hour', now()), count(*) from asked where gives group by limiter order by limiter
    on conflict (tenant_id, key, window_start) do update set used = past.used + excluded.used
    returning key, used
  )
  select array_agg(
    case when gives and spent.used - total.asked + turn > 30 then 'too_many' else verdict end order by place)
  into limited
  from asked
  left join spent on spent.key = asked.limiter
  left join (select limiter, count(*) as asked from asked where gives group by limiter) total using (limiter);
  return limited;
end $$;

-- Writes the voices, and returns by how much each idea's count moved: by what was really written, nothing else. While an
-- idea is watched, what comes from accounts less than a day old is held: kept, and counted once it has been looked at.
-- Each voice is one probe of an index, however many the planner believes there are: it must never read all of them.
create or replace function app.write_supports(ideas_asked uuid[], voters text[], verdicts text[])
returns table (idea uuid, by int, held int, given int, fresh int, voices int)
language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
#variable_conflict use_column
begin
  return query
  with accepting as materialized (
    select ideas.id, app.today_of(ideas) as today, coalesce(ideas.watched_until > now(), false) as is_watched from ideas
    where ideas.id = any (array(select distinct unnest(ideas_asked))) and app.accepts_supports(ideas)
  ), asked as materialized (
    select every.idea, decode(every.voter, 'hex') as voter, every.verdict, accepting.today, accepting.is_watched
    from unnest(ideas_asked, voters, verdicts) as every (idea, voter, verdict)
    join accepting on accepting.id = every.idea
    where every.verdict in ('give', 'fresh', 'return', 'take')
    order by every.idea, every.voter
  ), given as (
    insert into supports (idea_id, voter_key, state, counted_on, changes, changed_on, is_fresh)
    select asked.idea, asked.voter, case when asked.is_watched and asked.verdict = 'fresh' then 'held' else 'counted' end,
      asked.today, 1, asked.today, asked.verdict = 'fresh'
    from asked where asked.verdict in ('give', 'fresh')
    on conflict do nothing
    returning idea_id, supports.state, supports.is_fresh
  ), held as (
    select supports.idea_id, supports.voter_key, supports.state, asked.verdict, asked.today
    from asked join lateral (
      select * from supports where supports.idea_id = asked.idea and supports.voter_key = asked.voter for update
    ) supports on true
    where asked.verdict in ('return', 'take')
  ), changed as (
    update supports
    set state = case held.verdict when 'take' then 'withdrawn' else 'counted' end,
      counted_on = case held.verdict when 'take' then counted_on else held.today end,
      changes = case when changed_on = held.today then changes + 1 else 1 end,
      changed_on = held.today,
      -- Given again, it is given here: it no longer goes back where a merge had brought it from.
      came_by = case held.verdict when 'return' then null else came_by end
    from held
    where supports.idea_id = held.idea_id and supports.voter_key = held.voter_key
      and held.state = case held.verdict when 'take' then 'counted' else 'withdrawn' end
    returning supports.idea_id, case held.verdict when 'take' then -1 else 1 end as step
  )
  select moved.idea_id, sum(moved.step)::int, sum(moved.held)::int, sum(moved.given)::int, sum(moved.fresh)::int,
    count(*)::int
  from (
    select idea_id, (given.state = 'counted')::int as step, (given.state = 'held')::int as held, 1 as given,
      given.is_fresh::int as fresh
    from given
    union all select changed.idea_id, changed.step, 0, 0, 0 from changed
  ) moved
  group by moved.idea_id;
end $$;

-- Moves the counters of ideas already locked. Those that cross get their right, once: the second lock is the journal's
-- unique key. What follows from it is asked for in the same transaction.
create or replace function app.move_counters(touched uuid[], moves int[], holds int[], crossing uuid[])
returns void language plpgsql as $$
declare
  entry record;
begin
  update ideas set
    support_count = ideas.support_count + moved.by,
    held_count = ideas.held_count + moved.held,
    collection = case when ideas.id = any (crossing) then 'reached' else collection end,
    reached_at = case when ideas.id = any (crossing) then now() else reached_at end,
    count_at_threshold = case when ideas.id = any (crossing) then ideas.threshold else count_at_threshold end
  from unnest(touched, moves, holds) as moved (idea, by, held)
  where ideas.id = moved.idea and ideas.id = any (touched);

  for entry in
    insert into journal (about_id, kind, epoch, at, by_role, visibility, detail)
    select id, 'threshold_reached', epoch, now(), 'system', 'public',
      jsonb_build_object('threshold', ideas.threshold, 'count', ideas.support_count, 'ruleVersion', rule_version)
    from ideas where id = any (crossing) order by id
    on conflict do nothing
    returning id, about_id
  loop
    perform pg_notify('parvis_changed', current_setting('app.tenant') || ' idea:' || entry.about_id);
    perform pg_notify('parvis_changed', current_setting('app.tenant') || ' ideas');
  end loop;
end $$;

-- The same where nothing is held or released.
create or replace function app.move_counters(touched uuid[], moves int[], crossing uuid[]) returns void language sql as $$
  select app.move_counters(touched, moves, array_fill(0, array[cardinality(touched)]), crossing)
$$;

-- One answer for each request, from the rows as they now are.
create or replace function app.answer_supports(
  ideas_asked uuid[], voters text[], gives boolean[], verdicts text[]
) returns table (
  place int, verdict text, needs text, counted boolean, support_count int, threshold int, reached boolean, retry_after int
) language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
  with counts as materialized (
    select id, support_count, threshold, reached_at, app.today_of(ideas) as today, coalesce(time_zone, 'UTC') as zone
    from ideas where id = any (array(select distinct unnest(ideas_asked)))
  )
  select asked.place::int,
    case
      when asked.verdict = 'fresh' and voice.is_held then 'set_aside'
      when asked.verdict in ('give', 'fresh', 'return', 'take') then 'done'
      when asked.verdict = 'twin' then case when voice.counted = asked.give then 'same' else 'again' end
      else split_part(asked.verdict, ':', 1)
    end,
    case split_part(asked.verdict, ':', 1)
      when 'missing' then substr(asked.verdict, 9)
      when 'take' then voice.came_by
    end,
    asked.give, idea.support_count, idea.threshold, idea.reached_at is not null,
    case asked.verdict
      when 'too_many' then 3600 - extract(epoch from now())::int % 3600
      when 'changed_too_often' then 1 + extract(epoch from ((idea.today + 1)::timestamp at time zone idea.zone) - now())::int
    end
  from unnest(ideas_asked, voters, gives, verdicts) with ordinality as asked (idea, voter, give, verdict, place)
  left join counts idea on idea.id = asked.idea
  -- Asked twice in one batch: the second is told what came of the first.
  left join lateral (
    select bool_or(supports.state = 'counted') is true as counted, bool_or(supports.state = 'held') is true as is_held,
      min(supports.came_by::text) as came_by
    from supports
    where asked.verdict in ('twin', 'fresh', 'take') and supports.idea_id = asked.idea and supports.voter_key = decode(asked.voter, 'hex')
    offset 0
  ) voice on asked.verdict in ('twin', 'fresh', 'take');
end $$;

do $$ declare made regprocedure; begin
  for made in select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace
    and proname in ('count_supports', 'accepts_supports', 'today_of', 'judge_supports', 'may_take_back',
      'limit_supports', 'writes_in', 'write_supports', 'move_counters', 'answer_supports')
  loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to parvis_app', made);
  end loop;
end $$;
