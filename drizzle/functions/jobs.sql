-- Work to do later, asked for in the transaction that causes it: the city is the one that transaction is bound to, never
-- one that was passed. The same key asks once within a city while the work has not begun.
create or replace function app.enqueue(task text, payload jsonb default '{}', job_key text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
begin
  if city is null then
    raise exception 'no tenant bound' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier := task,
    payload := (payload || jsonb_build_object('tenant', city))::json,
    job_key := city || ':' || task || ':' || job_key,
    max_attempts := 25
  );
end $$;

revoke all on function app.enqueue(text, jsonb, text) from public;
grant execute on function app.enqueue(text, jsonb, text) to parvis_app;

-- The same for what a crowd causes many times a second: what is asked for about one thing within two seconds is one piece of
-- work with a list of payloads, done once they are over. Whoever asks holds that thing's lock, or two could wait in a ring.
create or replace function app.enqueue_gathered(task text, payload jsonb, subject uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  span bigint := floor(extract(epoch from now()) / 2);
begin
  if city is null then
    raise exception 'no tenant bound' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier := task,
    payload := json_build_array(payload || jsonb_build_object('tenant', city)),
    job_key := city || ':' || task || ':' || subject || ':' || span,
    job_key_mode := 'preserve_run_at',
    run_at := to_timestamp(span * 2 + 2),
    max_attempts := 25
  );
end $$;

revoke all on function app.enqueue_gathered(text, jsonb, uuid) from public;

-- What happened is told to those it concerns: asked for here, so that no command can forget it. Who they are, if anybody,
-- is in lib/mail/rules.ts. What is written down long after it happened is history, and told to nobody; so is what comes
-- along with a city that was told of it elsewhere.
create or replace function app.tell_by_letter() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if new.kind in ('registration_confirmed', 'registration_pending', 'registration_waitlisted') then
    perform app.enqueue_gathered('letters.for_crowd', jsonb_build_object('eventId', new.id), new.about_id);
  else
    perform app.enqueue('letters.for_event', jsonb_build_object('eventId', new.id), new.id::text);
  end if;
  return null;
end $$;

create or replace trigger journal_tells_by_letter after insert on public.journal for each row
  when (new.at > now() - interval '1 day' and coalesce(current_setting('app.arriving', true), '') = '')
  execute function app.tell_by_letter();
revoke all on function app.tell_by_letter() from public;
