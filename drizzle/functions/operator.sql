-- Who registers cities and publishes their settings. Walled in like the application, and the only one besides the owner
-- who may write the registry. The operator's console signs in as it; the owner takes it for one transaction.
do $$ begin
  if not exists (select from pg_roles where rolname = 'parvis_operator') then create role parvis_operator; end if;
  if exists (select from pg_roles where rolname = 'parvis_operator' and (rolsuper or rolbypassrls or rolcreaterole)) then
    raise exception 'the role parvis_operator may do too much';
  end if;
  execute format('grant parvis_operator to %I', current_user);
end $$;

grant usage on schema public, app, registry to parvis_operator;
grant select, insert, update, delete on all tables in schema public, registry to parvis_operator;
revoke update, delete on registry.operator_acts from parvis_operator;
grant execute on function app.enter_tenant(text), app.enqueue(text, jsonb, text) to parvis_operator;
revoke update, delete on journal, tenant_versions, rule_sets, idea_texts from parvis_operator;
-- What was said and seen is only ever added to; how far a city lets one look is the city's to say.
revoke update, delete on help_messages, help_visits from parvis_operator;
revoke update on help_tickets from parvis_operator;
