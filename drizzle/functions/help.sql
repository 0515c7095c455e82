-- The operator learns that a city asks for help, where and until when it may look: never what is said.
create or replace function app.note_help_ticket() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from registry.help_calls where ticket_id = old.id and city_id = old.tenant_id;
    return null;
  end if;
  insert into registry.help_calls (ticket_id, city_id, opened_at, closed_at, access_until, last_at, last_by)
    values (new.id, new.tenant_id, new.opened_at, new.closed_at, new.access_until, new.opened_at, 'city')
  on conflict (ticket_id) do update set closed_at = excluded.closed_at, access_until = excluded.access_until
    where help_calls.city_id = excluded.city_id;
  return null;
end $$;
create or replace trigger help_tickets_noted after insert or update or delete on public.help_tickets
  for each row execute function app.note_help_ticket();

create or replace function app.note_help_message() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update registry.help_calls
    set last_at = new.at, last_by = case when new.operator_email is null then 'city' else 'operator' end
    where ticket_id = new.ticket_id and city_id = new.tenant_id;
  return null;
end $$;
create or replace trigger help_messages_noted after insert on public.help_messages
  for each row execute function app.note_help_message();

revoke all on function app.note_help_ticket(), app.note_help_message() from public;

-- The city reads who came in and what they opened; it is written by nobody but the operator's role.
revoke insert, update, delete on help_entries, help_visits from parvis_app;
revoke update, delete on help_messages from parvis_app;
