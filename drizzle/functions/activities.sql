-- An activity that is sent to the city, and a change of one that is public, are on its desk until somebody has decided,
-- whoever changes the row.
create or replace function app.follow_activity() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and new.moderation = 'submitted' then
    insert into tasks (tenant_id, subject_kind, subject_id, kind, title, author_id, district_code, theme_id, opened_at, due_at)
    values (new.tenant_id, 'activity', new.id, 'submission', new.title, new.organiser_id,
      new.district_code, new.theme_ids[1], coalesce(new.submitted_at, now()), coalesce(new.moderation_due_at, now()))
    on conflict (tenant_id, subject_id, kind) where closed_at is null
      do update set title = excluded.title, due_at = excluded.due_at,
        state = case when tasks.state = 'changes_asked' then 'waiting' else tasks.state end;
    update change_requests set answered_at = now() where subject_id = new.id and answered_at is null;
    return null;
  end if;
  update tasks set closed_at = now(), locked_by_id = null, locked_at = null, lock_until = null
  where subject_id = old.id and closed_at is null and (tg_op = 'DELETE' or kind = 'submission');
  return null;
end $$;

create or replace trigger activities_on_the_desk after insert on activities for each row
  when (new.moderation = 'submitted') execute function app.follow_activity();
create or replace trigger activities_come_and_go after update of moderation, title, submitted_at on activities for each row
  when (old.moderation = 'submitted' or new.moderation = 'submitted') execute function app.follow_activity();
create or replace trigger activities_leave_the_desk after delete on activities for each row
  execute function app.follow_activity();

create or replace function app.follow_activity_revision() returns trigger language plpgsql as $$
begin
  if new.state = 'waiting' then
    insert into tasks (tenant_id, subject_kind, subject_id, kind, title, author_id, district_code, theme_id, opened_at, due_at)
    select a.tenant_id, 'activity', a.id, 'submission', coalesce(new.wish ->> 'title', a.title), a.organiser_id,
      a.district_code, a.theme_ids[1], new.at, new.at + interval '5 days'
    from activities a where a.id = new.activity_id
    on conflict (tenant_id, subject_id, kind) where closed_at is null do update set title = excluded.title;
  end if;
  return null;
end $$;
create or replace trigger activity_revisions_on_the_desk after insert on activity_revisions for each row
  execute function app.follow_activity_revision();

-- None is declined, taken from view or given back without a decision written in the same transaction.
create or replace function app.refuse_undecided_activity() returns trigger language plpgsql as $$
begin
  if not exists (
    select from decisions d
    where d.subject_id = new.id and d.written_at = transaction_timestamp() and d.act = any (case
      when new.moderation = 'rejected' then '{refuse}'::text[]
      when new.moderation = 'hidden' then '{hide}'::text[]
      when old.moderation = 'rejected' then '{uphold_appeal}'::text[]
      else '{restore,uphold_appeal}'::text[] end)
  ) then
    raise exception 'activity %: from % to % without a decision', new.id, old.moderation, new.moderation
      using errcode = '23514', constraint = 'activities_change_by_decision';
  end if;
  return null;
end $$;

drop trigger if exists activities_change_by_decision on activities;
create constraint trigger activities_change_by_decision after update of moderation on activities
  deferrable initially deferred for each row
  when (old.moderation <> new.moderation
    and (new.moderation in ('rejected', 'hidden') or old.moderation in ('rejected', 'hidden')))
  execute function app.refuse_undecided_activity();

revoke all on function app.follow_activity(), app.follow_activity_revision(), app.refuse_undecided_activity() from public;
