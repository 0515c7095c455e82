-- Voices given on paper. Each is known by HMAC(the idea's scope key, name and year of birth), in the same space of keys as those
-- of accounts; `aliases` is that key for the person behind a session, which only the process can make.

-- What becomes of requests for ideas that have sheets of paper: `who` asks for the alias that is missing, `on_paper` says that
-- this voice was given already. An alias of '-' is nobody's. Where a city has no paper it costs one look.
create or replace function app.unite_with_paper(ideas_asked uuid[], aliases text[], verdicts text[]) returns text[]
language plpgsql stable as $$
begin
  if not exists (select from paper_voices) then return verdicts; end if;
  return (
    select array_agg(
      case
        when asked.verdict not in ('give', 'fresh', 'return') or asked.alias = '-' then asked.verdict
        when asked.alias is null then
          case when exists (select from paper_voices voice where voice.idea_id = asked.idea and voice.state <> 'withdrawn')
            then 'who' else asked.verdict end
        when exists (
          select from paper_voices voice where voice.idea_id = asked.idea
            and voice.voter_key = decode(asked.alias, 'hex') and voice.state <> 'withdrawn'
        ) then 'on_paper'
        else asked.verdict
      end order by asked.place)
    from unnest(ideas_asked, aliases, verdicts) with ordinality as asked (idea, alias, verdict, place)
  );
end $$;

-- The caller has locked the idea. Whoever already gave their voice, by the keys of the accounts that may be theirs, is not
-- entered. Returns how many are.
create or replace function app.enter_sheet(
  idea_asked uuid, sheet uuid, voters text[], lines int[], of_line int[], accounts text[]
) returns int language plpgsql as $$
declare
  entered int;
begin
  insert into paper_voices as known (idea_id, voter_key, sheet_id, place)
  select idea_asked, decode(asked.voter, 'hex'), sheet, min(asked.line)
  from unnest(voters, lines) as asked (voter, line)
  where not exists (
    select from unnest(of_line, accounts) as account (line, voter)
    join supports on supports.idea_id = idea_asked and supports.voter_key = decode(account.voter, 'hex')
    where account.line = asked.line and supports.state in ('counted', 'held', 'invalidated')
  )
  group by asked.voter order by asked.voter
  on conflict (tenant_id, idea_id, voter_key) do update
    set sheet_id = excluded.sheet_id, place = excluded.place, state = 'entered' where known.state = 'withdrawn';
  get diagnostics entered = row_count;
  return entered;
end $$;

-- Until when a sheet that was handed in on time may be typed in, by the idea's own rules; itself excluded.
create or replace function app.paper_entry_until(idea ideas) returns timestamptz language sql stable as $$
  select coalesce((
    select (((idea.deadline_at - interval '1 microsecond') at time zone zone)::date + 1 + days)::timestamp at time zone zone
    from rule_sets, lateral (select coalesce(idea.time_zone, 'UTC') as zone,
      coalesce((rules ->> 'paperEntryDays')::int, 0) as days, coalesce((rules ->> 'paperSheets')::boolean, false) as signs) own
    where version = idea.rule_version and signs and days > 0 and idea.support_assurance in ('A1', 'A2')
  ), idea.deadline_at)
$$;

create or replace function app.accepts_sheet(idea ideas, received date) returns boolean language plpgsql stable as $$
begin
  return app.accepts_supports(idea) or (
    idea.publication = 'published' and idea.collection in ('open', 'reached', 'certified')
    and app.paper_entry_until(idea) > now()
    and received <= ((idea.deadline_at - interval '1 microsecond') at time zone coalesce(idea.time_zone, 'UTC'))::date);
end $$;

-- The sheet was compared: its voices count, and may cross the threshold as any voice does. Supports first, then the idea.
create or replace function app.count_sheet(idea_asked uuid, sheet uuid) returns int language plpgsql as $$
#variable_conflict use_column
declare
  counted int;
  idea ideas;
begin
  insert into supports as known (idea_id, voter_key, state, counted_on, changed_on)
  select voice.idea_id, voice.voter_key, 'counted', app.today_of(ideas), app.today_of(ideas)
  from paper_voices voice join ideas on ideas.id = voice.idea_id
  where voice.sheet_id = sheet and voice.state = 'entered' and voice.idea_id = idea_asked
  order by voice.voter_key
  on conflict (tenant_id, idea_id, voter_key) do update
    set state = 'counted', counted_on = excluded.counted_on, changed_on = excluded.changed_on
    where known.state = 'withdrawn';
  get diagnostics counted = row_count;
  update paper_voices set state = 'counted', place = null where sheet_id = sheet and state = 'entered';
  select * into idea from ideas where id = idea_asked for no key update;
  if not app.accepts_sheet(idea, (select received_on from paper_sheets where id = sheet)) then raise exception 'this idea takes no voice' using errcode = '22023'; end if;
  perform app.move_counters(array[idea_asked], array[counted],
    case when idea.collection = 'open' and idea.support_count + counted >= idea.threshold
      then array[idea_asked] else '{}'::uuid[] end);
  return counted;
end $$;

-- A whole sheet, or the one voice asked for, no longer counts. A right once reached is not undone by it.
create or replace function app.take_from_paper(idea_asked uuid, sheet uuid, voter text) returns int language plpgsql as $$
#variable_conflict use_column
declare
  taken int;
begin
  with chosen as materialized (
    update paper_voices set state = 'withdrawn', place = null
    where idea_id = idea_asked and state <> 'withdrawn' and (sheet is null or sheet_id = sheet)
      and (voter is null or voter_key = decode(voter, 'hex')) and (sheet is not null or voter is not null)
    returning voter_key
  ), ordered as materialized (
    select supports.voter_key from supports join chosen using (voter_key)
    where supports.idea_id = idea_asked and supports.state = 'counted' order by supports.voter_key for update of supports
  )
  update supports set state = 'withdrawn' from ordered
  where supports.idea_id = idea_asked and supports.voter_key = ordered.voter_key;
  get diagnostics taken = row_count;
  perform from ideas where id = idea_asked for no key update;
  if taken > 0 then perform app.move_counters(array[idea_asked], array[-taken], '{}'::uuid[]); end if;
  return taken;
end $$;

do $$ declare made regprocedure; begin
  for made in select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace
    and proname in ('unite_with_paper', 'paper_entry_until', 'accepts_sheet', 'enter_sheet', 'count_sheet', 'take_from_paper')
  loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to parvis_app', made);
  end loop;
end $$;

revoke delete on paper_sheets from parvis_app;
