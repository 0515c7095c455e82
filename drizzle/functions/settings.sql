-- The audit of a city: a chain in which each event holds the hash of the one before it. Written one at a time, by the
-- database alone: whatever is sent as number or hash is overwritten.
create or replace function app.audit_hash(event audit_events) returns text language sql immutable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    event.seq, event.previous_hash, event.actor_kind, event.actor_name, event.action, event.subject,
    event.before, event.after, event.reason, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
  )::text, 'UTF8')), 'hex')
$$;

create or replace function app.chain_audit() returns trigger language plpgsql as $$
declare last audit_events;
begin
  perform pg_advisory_xact_lock(hashtext('audit'), hashtext(new.tenant_id));
  select * into last from audit_events where tenant_id = new.tenant_id order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.previous_hash := coalesce(last.hash, repeat('0', 64));
  new.hash := app.audit_hash(new);
  return new;
end $$;

create or replace trigger audit_chained before insert on audit_events
  for each row execute function app.chain_audit();

-- The first event that is not what was written, or that follows one which is missing; null while the chain holds.
create or replace function app.first_broken_audit() returns integer language sql stable as $$
  select min(seq) from (
    select seq, hash, previous_hash, app.audit_hash(event) as made,
      lag(hash, 1, repeat('0', 64)) over (order by seq) as preceding, row_number() over (order by seq) as place
    from audit_events event
  ) chain
  where hash <> made or previous_hash <> preceding or place <> seq
$$;

revoke update, delete on audit_events, settings_draft_edits from parvis_app, parvis_operator;

-- The registry says which version of a city is in force. The application may move that of the city it serves, from the one
-- it has seen to one that exists, and nothing else.
create or replace function app.lock_head() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare head integer;
begin
  select published_version into head from registry.cities
    where id = nullif(current_setting('app.tenant', true), '') for update;
  return head;
end $$;

create or replace function app.move_head(base integer, next integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update registry.cities set published_version = next, changed_at = now()
    where id = nullif(current_setting('app.tenant', true), '') and published_version = base and exists (
      select from public.tenant_versions made where made.tenant_id = cities.id and made.version = next);
  return found;
end $$;

revoke all on function app.lock_head(), app.move_head(integer, integer) from public;
grant execute on function app.lock_head(), app.move_head(integer, integer) to parvis_app;
