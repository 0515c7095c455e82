-- A city or a host that joins, changes or leaves is told to every process; lib/tenancy/freshness.ts hears it.
create or replace function registry.tell_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('parvis_changed', coalesce(
    to_jsonb(new) ->> 'city_id', to_jsonb(new) ->> 'id', to_jsonb(old) ->> 'city_id', to_jsonb(old) ->> 'id'
  ) || ' settings');
  return null;
end $$;

create or replace trigger cities_told after insert or update or delete on registry.cities
  for each row execute function registry.tell_change();
create or replace trigger hosts_told after insert or update or delete on registry.hosts
  for each row execute function registry.tell_change();

-- What is announced may be for every city.
create or replace function registry.tell_announcement() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('parvis_changed', '* settings');
  return null;
end $$;

create or replace trigger announcements_told after insert or update or delete on registry.announcements
  for each statement execute function registry.tell_announcement();
