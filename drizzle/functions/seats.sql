-- Who has a seat at a date. Everything that moves one locks the date first, so that what is judged is still true when it is
-- written, and a date that is being cancelled takes nobody in. Seats are counted on the position, by what was really
-- written. Nothing that decides comes from the request: the person, the rules of the activity and its seats are read here.
-- Lock order, everywhere: dates in the order of their ids, then what hangs on them.

create or replace function app.takes_seat(state text) returns boolean language sql immutable as $$
  select state in ('needs_guardian', 'pending', 'confirmed', 'offered', 'attended', 'absent', 'excused')
$$;

create or replace function app.is_active(state text) returns boolean language sql immutable as $$
  select state in ('needs_guardian', 'pending', 'confirmed', 'waitlisted', 'offered')
$$;

-- Seats of a position that only someone who never came may take: all of them until two days before.
create or replace function app.kept_seats(position_id uuid, newcomer_seats int, starts_at timestamptz, at timestamptz) returns int
language sql stable as $$
  select case when newcomer_seats = 0 or at >= starts_at - interval '48 hours' then 0 else greatest(0, newcomer_seats - (
    select coalesce(sum(r.party_size), 0)::int from registrations r
    where r.position_id = kept_seats.position_id and r.is_newcomer and app.takes_seat(r.state))) end
$$;

-- One city's waiting requests, each in the order it came. `asked` is a list of
-- {date, position?, session, person | guest, sealed?, locale?, party, request, note?, born?, guardian?, anyway?}.
create or replace function app.register(city text, asked jsonb, at timestamptz)
returns table (place int, verdict text, registration uuid, state text) language plpgsql
set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  perform app.enter_tenant(city);
  return query select * from app.register_seats(asked, at);
end $$;

create or replace function app.register_seats(asked jsonb, at timestamptz)
returns table (place int, verdict text, registration uuid, state text) language plpgsql as $$
#variable_conflict use_column
declare
  one record;
  seats record;
  counting uuid;
  free int;
  kept int;
  outcome text;
  written jsonb[] := '{}';
  judged jsonb[] := '{}';
  made jsonb[];
begin
  perform from occurrences where id = any (
    select (every.asked ->> 'date')::uuid from jsonb_array_elements(asked) every (asked)) order by id for no key update;

  for one in select * from app.judge_registrations(asked, at) as judged order by judged.position_id, judged.place loop
    if one.verdict is null then
      if counting is distinct from one.position_id then
        counting := one.position_id;
        select p.has_waitlist, p.capacity - p.seats_taken as free,
          app.kept_seats(p.id, p.newcomer_seats, one.starts_at, at) as kept
          into seats from positions p where p.id = one.position_id for no key update;
        free := seats.free;
        kept := seats.kept;
      end if;
      if free is null or one.party <= free - (case when one.is_newcomer then 0 else kept end) then
        outcome := one.aim;
        free := free - one.party;
        if one.is_newcomer then kept := greatest(0, kept - one.party); end if;
      elsif seats.has_waitlist then outcome := 'waitlisted';
      else outcome := null;
      end if;
      if outcome is not null then
        written := written || jsonb_build_object('place', one.place, 'state', outcome, 'position', one.position_id,
          'activity', one.activity_id, 'newcomer', one.is_newcomer, 'starts', one.starts_at);
      else
        judged := judged || jsonb_build_object('place', one.place, 'verdict', 'full');
      end if;
    else
      judged := judged || jsonb_build_object('place', one.place, 'verdict', one.verdict,
        'registration', one.registration_id, 'state', one.state);
    end if;
  end loop;

  made := array(select app.write_registrations(asked, written, at));
  perform app.tell_registrants('registration_' || news.state, news.date, news.ids, at) from (
    select m ->> 'state' as state, (m ->> 'date')::uuid as date, array_agg((m ->> 'id')::uuid) as ids
    from unnest(made) m group by 1, 2 order by 2, 1) news;

  return query
    select (m ->> 'place')::int, 'done', (m ->> 'id')::uuid, m ->> 'state' from unnest(made) m
    union all
    select (known ->> 'place')::int, known ->> 'verdict', (known ->> 'registration')::uuid, known ->> 'state'
      from unnest(judged) known;
end $$;

-- Whether a guardian has agreed to every date of an activity, within the year.
create or replace function app.has_consent(activity uuid, person uuid, guest text, at timestamptz) returns boolean
language sql stable as $$
  select exists (select from registrations r where r.activity_id = activity and (r.person_id = person or r.guest_key = guest)
    and r.consent_scope = 'activity' and r.consented_at > has_consent.at - interval '1 year'
    and r.ended_by is distinct from 'guardian')
$$;

-- What people, or addresses, were ever registered for. While a crowd arrives its table grows under plans that were made when
-- it was small and one index as good as another: this one is made anew each time, for one key after the other (`offset 0`).
create or replace function app.registrations_of(who uuid[], known text[]) returns table (id uuid, person_id uuid, guest_key text,
  activity_id uuid, occurrence_id uuid, position_id uuid, state text, at timestamptz) language plpgsql stable as $$
begin
  return query execute $query$
    select r.id, r.person_id, r.guest_key, r.activity_id, r.occurrence_id, r.position_id, r.state, r.at
      from unnest($1) one (key) cross join lateral (select * from registrations where person_id = one.key offset 0) r
    union all
    select r.id, r.person_id, r.guest_key, r.activity_id, r.occurrence_id, r.position_id, r.state, r.at
      from unnest($2) one (key) cross join lateral (select * from registrations where guest_key = one.key offset 0) r
  $query$ using who, known;
end $$;

-- The same for requests, by the name each client gave its own.
create or replace function app.registrations_asked(requests uuid[]) returns table (request_id uuid, id uuid, state text,
  occurrence_id uuid, person_id uuid, guest_key text) language plpgsql stable as $$
begin
  return query execute $query$
    select r.request_id, r.id, r.state, r.occurrence_id, r.person_id, r.guest_key
      from unnest($1) one (key) cross join lateral (select * from registrations where request_id = one.key offset 0) r
  $query$ using requests;
end $$;

-- What each request comes to before seats are looked at: why not, or null with what it would become. What grows with a
-- crowd is read once for all of them; every other look-up is fenced (`offset 0`) to begin with whom it is about. A
-- `coalesce` may not be asked of an index below a city's wall: what it gives is named before.
create or replace function app.judge_registrations(asked jsonb, at timestamptz) returns table (
  place int, verdict text, registration_id uuid, state text, activity_id uuid, position_id uuid, starts_at timestamptz,
  party int, is_newcomer boolean, aim text
) language plpgsql stable as $$
#variable_conflict use_column
begin return query
  with every as materialized (
    select e.place::int as place, (e.one ->> 'date')::uuid as date, (e.one ->> 'position')::uuid as position,
      (e.one ->> 'session')::uuid as session, (e.one ->> 'person')::uuid as person, e.one ->> 'guest' as guest,
      coalesce((e.one ->> 'party')::int, 1) as party, (e.one ->> 'request')::uuid as request,
      (e.one ->> 'born')::int as born, coalesce(e.one ->> 'guardian', '') <> '' as has_guardian,
      coalesce((e.one ->> 'anyway')::boolean, false) as anyway, (e.one ->> 'standing')::uuid as standing
    from jsonb_array_elements(asked) with ordinality e (one, place)
  ), dates as materialized (
    select o.id, o.activity_id, o.state, o.starts_at, o.ends_at, o.starts_local, a.registration as mode, a.minors, a.min_age,
      a.max_party, a.organisation_id, a.organiser_id,
      case
        when a.registration = 'external' then 'elsewhere'
        when a.registration = 'none' then 'no_registration'
        when o.state in ('cancelled', 'postponed') then o.state
        when o.state = 'done' or at >= o.starts_at then 'over'
        when at < a.opens_at then 'not_open_yet'
        when at >= o.starts_at - a.closes_before * interval '1 minute' then 'closed'
      end as refusal
    from (select distinct date from every) wished
    cross join lateral (select * from occurrences where id = wished.date offset 0) o
    cross join lateral (select * from activities where id = o.activity_id and publication = 'published' and moderation = 'approved'
      offset 0) a
    left join organisations org on org.id = a.organisation_id
    where a.organisation_id is null or org.state = 'active'
  ), named as materialized (
    select every.*, (select k.person_id from person_keys k where k.key = every.guest) as owner from every
  ), turns as materialized (
    select named.*, coalesce(person, owner) as whose,
      row_number() over (partition by date, coalesce(person::text, owner::text, guest) order by place) as turn,
      row_number() over (partition by request order by place) as asking
    from named
  ), known as materialized (
    -- Who is meant: an account, an address; and what is known to be the same person's, where only a place they have counts.
    select place, date, person::text as key, true as is_own from turns where person is not null
    union all select place, date, guest, true from turns where guest is not null
    union all select place, date, owner::text, false from turns where person is null and owner is not null
    union all select t.place, t.date, k.key, false from turns t
      cross join lateral (select key from person_keys where person_id = t.whose offset 0) k where k.key is distinct from t.guest
  ), had as materialized (
    select person_id::text as key, h.* from app.registrations_of(array(select distinct whose from turns), '{}') h
    union all
    select guest_key, h.* from app.registrations_of('{}', array(select distinct key from known)) h
  ), asked_before as materialized (
    select * from app.registrations_asked(array(select distinct request from turns))
  ), mine as materialized (
    select distinct on (k.place) k.place, had.id, had.state, had.position_id from known k join had on had.key = k.key
    where had.occurrence_id = k.date and app.is_active(had.state)
    order by k.place, had.guest_key nulls first
  ), before as materialized (
    select k.place, count(*) filter (where had.at > judge_registrations.at - interval '1 hour') as lately,
      bool_or(had.activity_id = d.activity_id and had.occurrence_id <> d.id and had.state in ('confirmed', 'attended')) as has_come,
      bool_or(had.person_id is not null and had.state in ('needs_guardian', 'pending', 'confirmed') and other.id is not null)
        as collides
    from known k
    join dates d on d.id = k.date
    join had on had.key = k.key
    left join lateral (
      select * from (select * from occurrences where id = had.occurrence_id offset 0) o
      where o.id <> d.id and o.state not in ('cancelled', 'postponed') and o.starts_at < d.ends_at and o.ends_at > d.starts_at
    ) other on true
    where k.is_own group by k.place
  )
  select t.place,
    case
      when t.guest is null and who.id is null then 'signed_out'
      when d.id is null or p.id is null then 'not_there'
      when mine.id is not null and mine.position_id = p.id then 'same'
      when mine.id is not null then 'other_position'
      when asked_before.occurrence_id = t.date
        and (asked_before.person_id = t.person or asked_before.guest_key = t.guest) then 'same'
      when asked_before.id is not null or t.asking > 1 and t.turn = 1 then 'asked_by_another'
      when t.turn > 1 then 'twin'
      when d.refusal is not null then d.refusal
      when excluded.is_so then 'excluded'
      when t.party not between 1 and d.max_party then 'party_too_big'
      when age.floor > 0 and age.years is null then 'birth_year'
      when age.years < age.minimum then 'too_young'
      when age.years < 18 and d.minors = 'with_consent' and not t.has_guardian
        and not app.has_consent(d.activity_id, t.person, t.guest, judge_registrations.at) then 'guardian'
      when not t.anyway and before.collides then 'collides'
      when t.standing is null and before.lately >= 40 then 'too_many'
    end,
    coalesce(mine.id, asked_before.id), coalesce(mine.state, asked_before.state), d.activity_id, p.id, d.starts_at, t.party,
    before.has_come is not true and t.standing is null,
    case
      when age.years < 18 and d.minors = 'with_consent'
        and not app.has_consent(d.activity_id, t.person, t.guest, judge_registrations.at) then 'needs_guardian'
      when d.mode = 'approval' then 'pending'
      else 'confirmed'
    end
  from turns t
  left join dates d on d.id = t.date
  left join mine on mine.place = t.place
  left join before on before.place = t.place
  left join lateral (
    select id, min_age from (select * from positions where occurrence_id = t.date offset 0) here
    where t.position is null or here.id = t.position
    order by rank, id limit 1
  ) p on d.id is not null
  left join lateral (
    select people.id, people.birth_year
    from (select person_id from sessions where id = t.session and revoked_at is null and expires_at > now() offset 0) session
    join lateral (select * from people where id = t.person offset 0) people on people.id = session.person_id
    where people.deleted_at is null
    union all
    select people.id, people.birth_year
    from (select * from standing_registrations where id = t.standing offset 0) s
    join lateral (select * from people where id = t.person offset 0) people on people.id = s.person_id
    where s.activity_id = d.activity_id and s.ended_at is null and people.deleted_at is null
    limit 1
  ) who on true
  left join asked_before on asked_before.request_id = t.request
  cross join lateral (
    select extract(year from d.starts_local)::int - coalesce(who.birth_year, t.born) as years, floor, minimum
    from (select greatest(coalesce(d.min_age, 0), coalesce(p.min_age, 0), case d.minors when 'excluded' then 18 else 0 end) as minimum,
      case when d.minors = 'welcome' then greatest(coalesce(d.min_age, 0), coalesce(p.min_age, 0)) else 18 end as floor) bounds
  ) age
  cross join lateral (
    select exists (select from (
        select activity_id from exclusions x where x.person_id = t.whose and x.lifted_at is null
        union all
        select activity_id from exclusions x where x.guest_key = t.guest and x.lifted_at is null
        union all
        select x.activity_id from (select key from person_keys where person_id = t.person offset 0) k
          join exclusions x on x.guest_key = k.key and x.lifted_at is null offset 0
      ) barred cross join lateral (select * from activities where id = barred.activity_id offset 0) other
      where other.id = d.activity_id or other.organisation_id = d.organisation_id
        or other.organisation_id is null and d.organisation_id is null and other.organiser_id = d.organiser_id) as is_so
  ) excluded;
end $$;

-- Of several places of one person on one date the surer one stays, then the earlier; what the others held is offered on. The
-- dates are held by whoever calls.
create or replace function app.end_twins(who uuid[], known text[], dates uuid[], at timestamptz) returns void language plpgsql as $$
declare
  twin record;
begin
  for twin in
    select * from (
      select r.id, r.position_id, r.party_size, r.state, row_number() over (partition by r.occurrence_id order by
        array_position(array['confirmed', 'pending', 'needs_guardian', 'offered', 'waitlisted'], r.state), r.at, r.id) as place
      from registrations r
      where r.occurrence_id = any (dates) and app.is_active(r.state) and (r.person_id = any (who) or r.guest_key = any (known))
    ) ranked where place > 1 order by position_id, id
  loop
    update registrations set state = 'cancelled', ended_by = 'system', changed_at = end_twins.at, offer_expires_at = null,
      hold_expires_at = null, reconfirm_by = null where id = twin.id;
    update positions p set (seats_taken, waiting_count) = (
        select coalesce(sum(r.party_size) filter (where app.takes_seat(r.state)), 0), count(*) filter (where r.state = 'waitlisted')
        from registrations r where r.position_id = p.id)
      where p.id = twin.position_id;
    perform app.promote(twin.position_id, end_twins.at);
  end loop;
end $$;

-- What somebody came to without an account becomes their account's, once that mailbox has one: a place there twice is one.
create or replace function app.adopt_registrations(owner uuid, at timestamptz) returns int language plpgsql as $$
declare
  known text[] := array(select k.key from person_keys k join people p on p.id = k.person_id
    where k.person_id = owner and p.deleted_at is null);
  dates uuid[] := array(select distinct r.occurrence_id from registrations r where r.guest_key = any (known));
  adopted int;
begin
  if cardinality(dates) = 0 then return 0; end if;
  perform from occurrences where id = any (dates) order by id for no key update;
  perform app.end_twins(array[owner], known, dates, adopt_registrations.at);
  update registrations set person_id = owner, guest_key = null, guest_sealed = null, guest_locale = null
    where occurrence_id = any (dates) and guest_key = any (known);
  get diagnostics adopted = row_count;
  return adopted;
end $$;

-- Writes those who were judged, and moves the counts by what was really written.
create or replace function app.write_registrations(asked jsonb, written jsonb[], written_at timestamptz) returns setof jsonb
language plpgsql as $$
begin
  return query
  with wishes as materialized (
    select w, asked -> ((w ->> 'place')::int - 1) as one from unnest(written) as every (w)
  ), made as (
    insert into registrations (activity_id, occurrence_id, position_id, person_id, guest_key, guest_sealed, guest_locale,
      guardian_sealed, party_size, is_newcomer, state, note, request_id, at, changed_at, hold_expires_at, standing_id)
    select (w ->> 'activity')::uuid, (one ->> 'date')::uuid, (w ->> 'position')::uuid, (one ->> 'person')::uuid, one ->> 'guest',
      one ->> 'sealed', one ->> 'locale', one ->> 'guardian', coalesce((one ->> 'party')::int, 1),
      (w ->> 'newcomer')::boolean, w ->> 'state', nullif(one ->> 'note', ''), (one ->> 'request')::uuid,
      written_at + (w ->> 'place')::int * interval '1 microsecond', written_at,
      app.held_until(w ->> 'state', (w ->> 'starts')::timestamptz, written_at), (one ->> 'standing')::uuid
    from wishes order by (w ->> 'place')::int
    on conflict do nothing
    returning id, occurrence_id, position_id, party_size, state, request_id
  ), counted as (
    update positions p set seats_taken = p.seats_taken + moved.seats, waiting_count = p.waiting_count + moved.waiting
    from (select position_id, coalesce(sum(party_size) filter (where app.takes_seat(state)), 0)::int as seats,
        (count(*) filter (where state = 'waitlisted'))::int as waiting from made group by position_id) moved
    where p.id = moved.position_id
  )
  select jsonb_build_object('place', w -> 'place', 'id', made.id, 'state', made.state, 'date', made.occurrence_id)
  from made join wishes on (one ->> 'request')::uuid = made.request_id;
end $$;

create or replace function app.held_until(state text, starts_at timestamptz, at timestamptz) returns timestamptz
language sql immutable as $$
  select case state when 'needs_guardian' then least(starts_at, at + interval '72 hours')
    when 'pending' then least(starts_at, at + interval '7 days') end
$$;

-- Written once for everyone to whom the same thing happened: who they are is read when they are told, and never kept here.
create or replace function app.tell_registrants(kind text, date uuid, ids uuid[], at timestamptz, more jsonb default '{}')
returns void language sql as $$
  insert into journal (about_id, kind, at, by_role, visibility, detail)
  select o.id, tell_registrants.kind, tell_registrants.at, 'system', 'internal', more || jsonb_build_object(
    'title', a.title, 'path', '/activites/' || a.slug, 'on', 'agir', 'startsAt', o.starts_at, 'startsTime', o.starts_at,
    'zone', o.zone, 'registrations', to_jsonb(ids), 'place', case
      when o.state = 'moved_online' or a.attendance = 'online' then 'none'
      else coalesce(o.place_label, o.address, a.place_label, a.address, 'none') end)
  from occurrences o join activities a on a.id = o.activity_id
  where o.id = date and cardinality(ids) > 0
$$;

-- Offers what is free to those who wait, first come first; who does not fit is passed over, and keeps their place. Nothing
-- is offered in the last three hours, or while more seats are taken than there are. The date is locked by whoever calls.
create or replace function app.promote(asked uuid, at timestamptz) returns int language plpgsql as $$
declare
  p record;
  one record;
  offered uuid[] := '{}';
  free int;
  kept int;
begin
  select positions.*, o.starts_at, o.state as date_state into p
    from positions join occurrences o on o.id = positions.occurrence_id where positions.id = asked;
  free := p.capacity - p.seats_taken;
  if p.waiting_count = 0 or free <= 0 or promote.at >= p.starts_at - interval '3 hours'
    or p.date_state in ('cancelled', 'postponed', 'done') then return 0; end if;
  kept := app.kept_seats(asked, p.newcomer_seats, p.starts_at, promote.at);
  for one in select id, party_size, is_newcomer from registrations r
    where r.position_id = asked and r.state = 'waitlisted' order by r.at, r.id
  loop
    exit when free <= 0;
    continue when one.party_size > free - case when one.is_newcomer then 0 else kept end;
    offered := offered || one.id;
    free := free - one.party_size;
    p.seats_taken := p.seats_taken + one.party_size;
    if one.is_newcomer then kept := greatest(0, kept - one.party_size); end if;
  end loop;
  if cardinality(offered) = 0 then return 0; end if;
  update registrations set state = 'offered', changed_at = promote.at, offer_expires_at = promote.at
      + greatest(interval '30 minutes', least(interval '24 hours', (p.starts_at - promote.at) / 4))
    where id = any (offered);
  update positions set seats_taken = p.seats_taken, waiting_count = waiting_count - cardinality(offered) where id = asked;
  perform app.tell_registrants('registration_offered', p.occurrence_id, offered, promote.at,
    jsonb_build_object('untilTime', promote.at
      + greatest(interval '30 minutes', least(interval '24 hours', (p.starts_at - promote.at) / 4))));
  return cardinality(offered);
end $$;

-- Seats that are taken whatever becomes of those who ask.
create or replace function app.firm_seats(asked uuid) returns int language sql stable as $$
  select coalesce(sum(party_size), 0)::int from registrations
  where position_id = asked and state <> 'pending' and app.takes_seat(state)
$$;

-- One registration goes on, or ends: accept, approve, wait, decline, consent, refuse, reconfirm, exclude,
-- cancel. The verdict says why not. What a guardian agrees to is said in `why`.
create or replace function app.move_registration(asked uuid, act text, by_whom text, why text, at timestamptz)
returns table (verdict text, state text) language plpgsql as $$
#variable_conflict use_column
declare
  r record;
  p record;
  aim text;
  no text;
begin
  perform from occurrences where id = (select occurrence_id from registrations where id = asked) for no key update;
  select registrations.*, o.starts_at, a.registration as mode into r
    from registrations join occurrences o on o.id = occurrence_id join activities a on a.id = registrations.activity_id
    where registrations.id = asked for update of registrations;
  if r.id is null then return query select 'not_there', null::text; return; end if;
  select capacity, seats_taken into p from positions where id = r.position_id for no key update;
  aim := case act
    when 'accept' then case when r.guardian_sealed is not null and r.consented_at is null
        and not app.has_consent(r.activity_id, r.person_id, r.guest_key, at) then 'needs_guardian'
      when r.mode = 'approval' then 'pending' else 'confirmed' end
    when 'consent' then case when r.mode = 'approval' then 'pending' else 'confirmed' end
    when 'approve' then 'confirmed' when 'reconfirm' then r.state when 'wait' then 'waitlisted' when 'decline' then 'declined' else 'cancelled' end;
  no := case
    when act = 'accept' and (r.state <> 'offered' or r.offer_expires_at <= at) then 'offer_over'
    when act in ('consent', 'refuse') and (r.state <> 'needs_guardian' or r.hold_expires_at <= at) then 'consent_over'
    when act = 'approve' and r.state <> 'pending' then 'not_pending'
    when act = 'approve' and app.firm_seats(r.position_id) + r.party_size > p.capacity then 'full'
    when act = 'wait' and r.state <> 'pending' then 'not_pending'
    when act = 'decline' and r.state not in ('pending', 'waitlisted') then 'not_pending'
    when act = 'reconfirm' and r.state <> 'confirmed' then 'ended'
    when act in ('cancel', 'exclude') and not app.is_active(r.state) then 'ended'
    when at >= r.starts_at then 'over'
  end;
  if no is not null then return query select no, r.state; return; end if;

  update registrations set state = aim, changed_at = move_registration.at,
      at = case aim when 'waitlisted' then move_registration.at else registrations.at end,
      hold_expires_at = app.held_until(aim, r.starts_at, move_registration.at), offer_expires_at = null, reconfirm_by = null,
      consented_at = case act when 'consent' then move_registration.at else registrations.consented_at end,
      consent_scope = case act when 'consent' then why else registrations.consent_scope end,
      ended_by = case when app.is_active(aim) then null else by_whom end,
      reason = case when act <> 'consent' then nullif(why, '') end
    where id = asked;
  perform app.count_seats(r.position_id, app.takes_seat(aim)::int * r.party_size - app.takes_seat(r.state)::int * r.party_size,
    (aim = 'waitlisted')::int - (r.state = 'waitlisted')::int);
  if act not in ('reconfirm', 'exclude') and not (act = 'cancel' and by_whom = 'participant') then
    perform app.tell_registrants('registration_' || case when by_whom = 'guardian' and aim = 'cancelled' then 'not_agreed' else aim end,
      r.occurrence_id, array[asked], move_registration.at,
      jsonb_strip_nulls(jsonb_build_object('text', case when act <> 'consent' then nullif(why, '') end)));
  end if;
  if app.takes_seat(r.state) and not app.takes_seat(aim) then perform app.promote(r.position_id, move_registration.at); end if;
  return query select 'done', aim;
end $$;

create or replace function app.count_seats(asked uuid, seats int, waiting int) returns void language sql as $$
  update positions set seats_taken = seats_taken + seats, waiting_count = waiting_count + waiting where id = asked
$$;

-- When what is offered, held or to be said again ends by itself.
create or replace function app.lapses_at(r registrations) returns timestamptz language sql immutable as $$
  select case r.state when 'offered' then r.offer_expires_at when 'pending' then r.hold_expires_at
    when 'needs_guardian' then r.hold_expires_at when 'confirmed' then r.reconfirm_by end
$$;

-- A date that was put off has a new time: whoever was to come says so again, within a fortnight, or within three quarters
-- of the time that is left. The date is held by whoever calls.
create or replace function app.ask_again(date uuid, at timestamptz) returns void language plpgsql as $$
declare
  until timestamptz;
  asked uuid[];
begin
  select ask_again.at + least(interval '14 days', (o.starts_at - ask_again.at) * 0.75) into until
    from occurrences o where o.id = date;
  with again as (
    update registrations r set reconfirm_by = until where r.occurrence_id = date and r.state = 'confirmed' returning r.id
  )
  select array_agg(id order by id) into asked from again;
  perform app.tell_registrants('registration_to_reconfirm', date, coalesce(asked, '{}'), ask_again.at,
    jsonb_build_object('untilTime', until, 'onlyIf', 'confirmed'));
end $$;

-- Offers that nobody took and holds that nobody confirmed end, and what they held is offered on. So are the seats kept for
-- newcomers, once two days are left.
create or replace function app.lapse_registrations(at timestamptz) returns int language plpgsql as $$
declare
  date record;
  spot record;
  lapsed uuid[];
  ended int := 0;
begin
  for date in
    select distinct occurrence_id as id from registrations r
    where r.state in ('offered', 'pending', 'needs_guardian') and app.lapses_at(r) <= lapse_registrations.at
    union
    select r.occurrence_id from registrations r join occurrences o on o.id = r.occurrence_id
    where r.reconfirm_by <= lapse_registrations.at and r.state = 'confirmed' and o.state <> 'postponed'
    union
    select p.occurrence_id from positions p join occurrences o on o.id = p.occurrence_id
    where p.newcomer_seats > 0 and p.waiting_count > 0 and p.seats_taken < p.capacity
      and o.starts_at between lapse_registrations.at and lapse_registrations.at + interval '48 hours'
    order by id limit 500
  loop
    perform from occurrences where id = date.id for no key update;
    with over as (
      update registrations r set state = 'lapsed', changed_at = lapse_registrations.at, ended_by = 'system', offer_expires_at = null
      where r.occurrence_id = date.id and app.lapses_at(r) <= lapse_registrations.at
        and (r.state <> 'confirmed' or (select o.state from occurrences o where o.id = date.id) <> 'postponed')
      returning r.id, r.position_id, r.party_size
    ), freed as (
      update positions p set seats_taken = p.seats_taken - over.seats
      from (select position_id, sum(party_size)::int as seats from over group by position_id) over where p.id = over.position_id
    )
    select array_agg(id) into lapsed from over;
    perform app.tell_registrants('registration_lapsed', date.id, coalesce(lapsed, '{}'), lapse_registrations.at);
    ended := ended + coalesce(cardinality(lapsed), 0);
    for spot in select id from positions where occurrence_id = date.id order by id loop
      perform app.promote(spot.id, lapse_registrations.at);
    end loop;
  end loop;
  return ended;
end $$;

-- Whoever is registered for these dates is so no more: the registrations that ended. Who they were is told by what is
-- recorded of the dates themselves, or of what hides them.
create function app.end_registrations(dates uuid[], by_whom text, why text, at timestamptz) returns uuid[]
language plpgsql as $$
declare
  ended uuid[];
begin
  perform from occurrences where id = any (dates) order by id for no key update;
  with over as (
    update registrations r set state = 'cancelled', changed_at = end_registrations.at, ended_by = by_whom, reason = why,
      offer_expires_at = null
    where r.occurrence_id = any (dates) and app.is_active(r.state)
    returning r.id
  ), emptied as (
    update positions p set waiting_count = 0, seats_taken = (
        select coalesce(sum(r.party_size), 0) from registrations r
        where r.position_id = p.id and r.state in ('attended', 'absent', 'excused'))
    where p.occurrence_id = any (dates)
  )
  select coalesce(array_agg(id order by id), '{}') into ended from over;
  return ended;
end $$;

-- What the city hides stays as it is for two days, in case it is shown again; then, or the day before a date, whoever was
-- registered is so no more, and is told once for all that they were to come to.
create or replace function app.end_withdrawn(at timestamptz) returns int language plpgsql as $$
declare
  hidden record;
  ended uuid[];
  all_ended int := 0;
begin
  for hidden in
    select coalesce(org.id, a.id) as id, coalesce(org.name, a.title) as title, org.id is not null as is_organisation,
      array_agg(distinct o.id order by o.id) as dates
    from activities a
    left join organisations org on org.id = a.organisation_id and org.state = 'suspended'
    join occurrences o on o.activity_id = a.id and o.state <> 'cancelled'
      and (o.ends_at > end_withdrawn.at or o.state = 'postponed')
    where (a.moderation = 'hidden' or org.id is not null)
      and exists (select from registrations r where r.occurrence_id = o.id and app.is_active(r.state))
      and (coalesce(org.suspended_at, a.hidden_at) <= end_withdrawn.at - interval '48 hours'
        or o.starts_at <= end_withdrawn.at + interval '24 hours')
    group by 1, 2, 3 order by 1 limit 100
  loop
    ended := app.end_registrations(hidden.dates, 'system', null, end_withdrawn.at);
    insert into journal (about_id, kind, at, by_role, visibility, detail) values (
      hidden.id, case when hidden.is_organisation then 'organisation_ended' else 'activity_ended' end, end_withdrawn.at, 'city',
      'internal', jsonb_build_object('title', hidden.title, 'path', '/activites', 'on', 'agir', 'registrations', ended));
    all_ended := all_ended + cardinality(ended);
  end loop;
  return all_ended;
end $$;

-- A day before a date, whoever has had a place on it for longer than that is reminded of it. Once for each hour it is
-- set at: one turn at a time looks who was, so that a turn that is done again, or beside another, tells nobody twice.
create or replace function app.remind_registrants(at timestamptz) returns int language plpgsql as $$
declare
  date record;
  reminded int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('reminders'), hashtext(current_setting('app.tenant')));
  for date in
    select o.id, array_agg(r.id order by r.id) as ids
    from occurrences o
    join activities a on a.id = o.activity_id and a.publication = 'published' and a.moderation = 'approved'
    left join organisations org on org.id = a.organisation_id
    join registrations r on r.occurrence_id = o.id and r.state = 'confirmed'
      and r.changed_at <= o.starts_at - interval '24 hours'
    where o.starts_at > remind_registrants.at and o.starts_at <= remind_registrants.at + interval '24 hours'
      and o.state not in ('cancelled', 'postponed', 'done') and (a.organisation_id is null or org.state = 'active')
      and not exists (select from journal told where told.about_id = o.id and told.kind = 'registration_reminder'
        and (told.detail ->> 'startsTime')::timestamptz = o.starts_at)
    group by o.id order by o.id limit 500
  loop
    perform app.tell_registrants('registration_reminder', date.id, date.ids, remind_registrants.at,
      jsonb_build_object('onlyIf', 'confirmed'));
    reminded := reminded + cardinality(date.ids);
  end loop;
  return reminded;
end $$;

-- How many seats there are from now on. Nobody loses theirs: while more are taken than there are, nothing more is offered.
create or replace function app.set_seats(asked uuid, seats int, newcomers int, waits boolean, at timestamptz) returns text
language plpgsql as $$
begin
  perform from occurrences where id = (select occurrence_id from positions where id = asked) for no key update;
  update positions set capacity = seats, newcomer_seats = newcomers, has_waitlist = waits where id = asked;
  if not found then return 'not_there'; end if;
  perform app.promote(asked, set_seats.at);
  return 'done';
end $$;

-- What the rows of each position say is taken, and how many wait.
create or replace function app.held_seats() returns table (position_id uuid, seats int, waiting int) language sql stable as $$
  select p.id, coalesce(held.seats, 0), coalesce(held.waiting, 0) from positions p left join (
    select r.position_id, (sum(r.party_size) filter (where app.takes_seat(r.state)))::int as seats,
      (count(*) filter (where r.state = 'waitlisted'))::int as waiting
    from registrations r group by r.position_id) held on held.position_id = p.id
$$;

-- Counts that are not what the rows say: none, unless something wrote past these functions. They are put right.
create or replace function app.reconcile_seats() returns int language plpgsql as $$
declare
  wrong record;
  mended int := 0;
begin
  for wrong in
    select p.id, p.occurrence_id from positions p join app.held_seats() held on held.position_id = p.id
    where (p.seats_taken, p.waiting_count) <> (held.seats, held.waiting) order by p.occurrence_id
  loop
    perform from occurrences where id = wrong.occurrence_id for no key update;
    update positions p set seats_taken = held.seats, waiting_count = held.waiting from app.held_seats() held
      where p.id = wrong.id and held.position_id = p.id and (p.seats_taken, p.waiting_count) <> (held.seats, held.waiting);
    if found then mended := mended + 1; end if;
  end loop;
  return mended;
end $$;
