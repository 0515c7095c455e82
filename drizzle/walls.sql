-- Run by the owner after the migrations, whenever a table, a wall or a function is new: it says what must be true of every
-- table there is, so a new table cannot be forgotten. Written so that running it again changes nothing.
create schema if not exists app;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

do $$ begin
  if not exists (select from pg_roles where rolname = 'parvis_app') then create role parvis_app login; end if;
end $$;
do $$ begin
  if exists (select from pg_roles where rolname = 'parvis_app' and (rolsuper or rolbypassrls or rolcreaterole)) then
    raise exception 'the role parvis_app may do too much';
  end if;
end $$;

-- The tenant is bound once per transaction, by this function and nothing else.
create or replace function app.enter_tenant(city text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce(current_setting('app.tenant', true), '') <> '' then
    raise exception 'tenant already bound' using errcode = '42501';
  end if;
  perform set_config('app.tenant', city, true);
end $$;

-- Row-level security spares an owner unless it is forced.
do $$ declare walled regclass; begin
  for walled in select oid::regclass from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  loop
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
  end loop;
end $$;

revoke all on schema public, app, registry from public;
grant usage on schema public, app, registry to parvis_app;
revoke all on all tables in schema registry from parvis_app;
grant select on registry.cities, registry.hosts, registry.announcements to parvis_app;
grant select, insert, update, delete on all tables in schema public to parvis_app;
-- What is a fact is only ever added to.
revoke update, delete on journal, tenant_versions, rule_sets, idea_texts from parvis_app;
revoke update, delete on decisions, acceptances from parvis_app;
-- A role that was given can end or be taken back, never be turned into another.
revoke update, delete on grants from parvis_app;
grant update (ends_at, revoked_at, revoked_by_id) on grants to parvis_app;
grant execute on function app.enter_tenant(text) to parvis_app;
-- Lines of hours and taps at the door are facts; whose they are moves when two accounts become one, or goes with an account.
revoke update, delete on attendance_marks, hour_entries from parvis_app;
grant update (by_id) on attendance_marks to parvis_app;
grant update (person_id, by_id, reason) on hour_entries to parvis_app;
