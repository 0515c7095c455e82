-- What somebody accepted is proof of what they were told. It goes with the account, and in no other way.
create or replace function app.forget_acceptances(person uuid) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  gone int;
begin
  if not exists (select from public.people p where p.tenant_id = city and p.id = person and p.deleted_at is not null) then
    raise exception 'an account that is there keeps what it accepted' using errcode = '42501';
  end if;
  delete from public.acceptances a where a.tenant_id = city and a.person_id = person;
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke all on function app.forget_acceptances(uuid) from public;
grant execute on function app.forget_acceptances(uuid) to parvis_app;
