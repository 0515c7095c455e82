-- The end of a city: every row it has, in every table there is, gone in one transaction. Only once its days to leave are
-- over, which is written in the registry, where the application cannot write. What is said to have been there is compared
-- with what is there, so that a proof that was signed is true.
create or replace function app.erase_city(counted jsonb, digest text, signature text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  walled text;
  held bigint;
  found_rows jsonb := '{}';
  is_left boolean := true;
begin
  perform from registry.cities c
    where c.id = city and c.status = 'closing' and c.closes_at <= now() for update;
  if not found then
    raise exception 'this city is not to be erased' using errcode = '42501';
  end if;
  perform set_config('app.leaving', 'on', true);
  for walled in select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('select count(*) from public.%I where tenant_id = $1', walled) into held using city;
    if held > 0 then found_rows := found_rows || jsonb_build_object(walled, held); end if;
  end loop;
  if found_rows <> counted then
    raise exception 'what is there is not what was counted' using errcode = '40001';
  end if;

  -- All of it goes and no key leads out of a city: to look up again who pointed at each row takes as long as there are
  -- rows, times rows. An owner that may not spare it, as on some managed servers, waits.
  begin
    perform set_config('session_replication_role', 'replica', true);
  exception when insufficient_privilege then null;
  end;
  -- Those that others point at go last: a table that cannot go yet is asked again.
  for attempt in 1..50 loop
    is_left := false;
    for walled in select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      order by (select count(*) from pg_constraint k where k.confrelid = c.oid and k.contype = 'f' and k.conrelid <> c.oid)
    loop
      begin
        execute format('delete from public.%I where tenant_id = $1', walled) using city;
        get diagnostics held = row_count;
        is_left := is_left or held > 0;
      exception when foreign_key_violation then
        is_left := true;
      end;
    end loop;
    exit when not is_left;
  end loop;
  if is_left then raise exception 'something of the city is left'; end if;
  if current_setting('session_replication_role') = 'replica' then
    perform set_config('session_replication_role', 'origin', true);
  end if;

  update registry.hosts h set status = 'detached', detached_at = coalesce(h.detached_at, now()) where h.city_id = city;
  update registry.cities c set status = 'deleted', changed_at = now() where c.id = city;
  -- A city that came back and leaves again: the proof it was given the first time is checked by its signature alone.
  insert into registry.departures (city_id, rows, digest, signature)
  values (city, counted, erase_city.digest, erase_city.signature)
  on conflict (city_id) do update set erased_at = now(), rows = excluded.rows, digest = excluded.digest,
    signature = excluded.signature;
end $$;
revoke all on function app.erase_city(jsonb, text, text) from public;
grant execute on function app.erase_city(jsonb, text, text) to parvis_app;
