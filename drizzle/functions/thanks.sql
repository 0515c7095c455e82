-- Whoever came is thanked the evening after, once, and asked how it was. Who is marked later is thanked then. One turn at a
-- time looks who was, so that a turn that is done again, or beside another, thanks nobody twice.
create or replace function app.thank_comers(at timestamptz) returns int language plpgsql as $$
declare
  date record;
  thanked int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('thanks'), hashtext(current_setting('app.tenant')));
  for date in
    select o.id, o.starts_at, o.zone, a.title, array_agg(r.id order by r.id) as ids
    from occurrences o
    join activities a on a.id = o.activity_id and a.moderation = 'approved'
    join registrations r on r.occurrence_id = o.id and r.state = 'attended' and r.person_id is not null
    where o.ends_at <= thank_comers.at - interval '2 hours' and o.ends_at > thank_comers.at - interval '15 days'
      and o.state <> 'cancelled'
      and not exists (select from journal told where told.about_id = o.id and told.kind = 'registration_thanks'
        and told.detail -> 'registrations' ? r.id::text)
    group by o.id, o.starts_at, o.zone, a.title order by o.id limit 200
  loop
    insert into journal (about_id, kind, at, by_role, visibility, detail)
    values (date.id, 'registration_thanks', thank_comers.at, 'system', 'internal', jsonb_build_object(
      'title', date.title, 'path', '/avis/' || date.id, 'on', 'agir', 'startsAt', date.starts_at, 'startsTime', date.starts_at,
      'zone', date.zone, 'registrations', to_jsonb(date.ids), 'onlyIf', 'attended'));
    thanked := thanked + cardinality(date.ids);
  end loop;
  return thanked;
end $$;

revoke all on function app.thank_comers(timestamptz) from public;
grant execute on function app.thank_comers(timestamptz) to parvis_app;
