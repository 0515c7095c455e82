-- Whoever comes every time is registered for each date of a series as it is written down, by the same judgement as everyone
-- (app.register_seats). What they gave back once is not asked for again. Dates are locked first, in the order of their ids.

-- A series, and what became of it where its later dates were changed together.
create or replace function app.series_of(asked uuid) returns setof uuid language sql stable as $$
  with recursive line as (
    select asked as id
    union
    select s.id from schedules s join line on s.split_from_id = line.id
  )
  select id from line
$$;

-- Dates that somebody who comes every time is awaited at, and has not been registered for.
create or replace function app.standing_dates(asked uuid, at timestamptz) returns setof uuid language sql stable as $$
  select o.id from standing_registrations s
  join occurrences o on o.schedule_id in (select app.series_of(s.schedule_id)) and o.activity_id = s.activity_id
  where s.id = asked and s.ended_at is null and o.starts_at > standing_dates.at
    and o.state in ('scheduled', 'rescheduled', 'moved_online')
    and o.starts_local::date >= s.from_on and (s.until_on is null or o.starts_local::date <= s.until_on)
    and (s.away_from is null or o.starts_local::date not between s.away_from and s.away_until)
    and not exists (select from registrations r where r.occurrence_id = o.id and r.person_id = s.person_id)
  order by o.starts_at limit 60
$$;

-- Where people come every time, at least one seat of each date stays open to who never came, until two days before.
create or replace function app.take_standing(asked uuid, at timestamptz)
returns table (verdict text, registration uuid, state text) language plpgsql as $$
declare
  dates uuid[] := array(select app.standing_dates(asked, take_standing.at));
begin
  perform from occurrences where id = any (dates) order by id for no key update;
  update positions set newcomer_seats = 1 where occurrence_id = any (dates) and newcomer_seats = 0 and capacity > 1;
  return query
  select said.verdict, said.registration, said.state from app.register_seats((
    select coalesce(jsonb_agg(jsonb_build_object('date', o.id, 'person', s.person_id, 'party', s.party_size, 'standing', s.id,
      'request', gen_random_uuid(), 'anyway', true) order by o.starts_at), '[]')
    from standing_registrations s join occurrences o on o.id = any (dates) where s.id = asked), take_standing.at) said;
end $$;

-- Everyone who comes every time, for the dates written down since. Returns how many places that made.
create or replace function app.renew_standing(at timestamptz) returns int language plpgsql as $$
declare
  one record;
  taken int;
  made int := 0;
begin
  for one in
    select s.id from standing_registrations s where s.ended_at is null and s.person_id is not null
      and exists (select app.standing_dates(s.id, renew_standing.at)) order by s.at, s.id limit 500
  loop
    select count(*) filter (where verdict = 'done') into taken from app.take_standing(one.id, renew_standing.at);
    made := made + taken;
  end loop;
  return made;
end $$;

do $$ declare made regprocedure; begin
  for made in select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace
    and proname in ('series_of', 'standing_dates', 'take_standing', 'renew_standing')
  loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to parvis_app', made);
  end loop;
end $$;
