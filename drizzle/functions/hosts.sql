-- Which hosts a city is served at follows the settings it has published. The application may move those of the city it
-- serves and no other's: to a name that is already its own, or that it has proven, and that nobody else holds. A name given
-- up stays its city's for thirty days.
create or replace function app.may_take_host(name text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (
    select from registry.hosts
    where host = name and city_id <> nullif(current_setting('app.tenant', true), '')
      and coalesce(detached_at > now() - interval '30 days', true))
$$;

create or replace function app.move_hosts(from_version integer) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  wanted jsonb;
  one record;
begin
  select settings -> 'hosts' into strict wanted from public.tenant_versions
    where tenant_id = city and version = from_version;
  perform from registry.cities where id = city and published_version = from_version for update;
  if not found then raise exception 'not the version in force' using errcode = '42501'; end if;
  update registry.hosts set role = 'alias' where city_id = city;
  for one in
    select surface, wanted ->> surface as host, 'canonical' as role
      from unnest(array['shared', 'decider', 'agir']) surface where wanted ? surface
    union all
    select value ->> 'to', value ->> 'host', 'alias' from jsonb_array_elements(coalesce(wanted -> 'aliases', '[]'))
  loop
    if not app.may_take_host(one.host) or not exists (
      select from registry.hosts where host = one.host and city_id = city and status <> 'detached'
      union all
      select from public.host_claims
        where tenant_id = city and host = one.host and status in ('verified', 'active', 'failing'))
    then raise exception 'a host that is not proven' using errcode = '42501'; end if;
    insert into registry.hosts (host, city_id, surface, role) values (one.host, city, one.surface, one.role)
    on conflict (host) do update set city_id = city, surface = excluded.surface, role = excluded.role,
      status = case when hosts.status = 'failing' then 'failing' else 'active' end, detached_at = null;
  end loop;
  update registry.hosts set status = 'detached', detached_at = now()
    where city_id = city and status <> 'detached' and host not in (
      select wanted ->> surface from unnest(array['shared', 'decider', 'agir']) surface where wanted ? surface
      union all select value ->> 'host' from jsonb_array_elements(coalesce(wanted -> 'aliases', '[]')));
end $$;

-- A host that fails its checks is still served: this only tells whoever looks.
create or replace function app.note_host(name text, is_failing boolean) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update registry.hosts set status = case when is_failing then 'failing' else 'active' end
  where host = name and city_id = nullif(current_setting('app.tenant', true), '') and status <> 'detached'
    and status <> case when is_failing then 'failing' else 'active' end
$$;

revoke all on function app.may_take_host(text), app.move_hosts(integer), app.note_host(text, boolean) from public;
grant execute on function app.may_take_host(text), app.move_hosts(integer), app.note_host(text, boolean) to parvis_app;
