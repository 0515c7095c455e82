-- An initiative that is sent to the city, and new words for one that is in view, are on its desk until somebody has
-- decided, whoever changes the row.
create or replace function app.follow_initiative() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and (new.state = 'submitted' or new.state = 'active' and new.wish is not null) then
    insert into tasks (tenant_id, subject_kind, subject_id, kind, title, author_id, district_code, theme_id, opened_at, due_at)
    values (new.tenant_id, 'initiative', new.id, 'submission', coalesce(new.wish ->> 'title', new.title), new.created_by_id,
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

create or replace trigger initiatives_on_the_desk after insert on initiatives for each row
  when (new.state = 'submitted') execute function app.follow_initiative();
create or replace trigger initiatives_come_and_go after update of state, wish, title, submitted_at on initiatives for each row
  when (old.state = 'submitted' or new.state = 'submitted' or old.wish is not null or new.wish is not null)
  execute function app.follow_initiative();
create or replace trigger initiatives_leave_the_desk after delete on initiatives for each row
  execute function app.follow_initiative();

-- None is declined, taken from view or given back without a decision written in the same transaction.
create or replace function app.refuse_undecided_initiative() returns trigger language plpgsql as $$
begin
  if not exists (
    select from decisions d
    where d.subject_id = new.id and d.written_at = transaction_timestamp() and d.act = any (case
      when new.state = 'rejected' then '{refuse}'::text[]
      when new.state = 'hidden' then '{hide}'::text[]
      when old.state = 'rejected' then '{uphold_appeal}'::text[]
      else '{restore,uphold_appeal}'::text[] end)
  ) then
    raise exception 'initiative %: from % to % without a decision', new.id, old.state, new.state
      using errcode = '23514', constraint = 'initiatives_change_by_decision';
  end if;
  return null;
end $$;

drop trigger if exists initiatives_change_by_decision on initiatives;
create constraint trigger initiatives_change_by_decision after update of state on initiatives
  deferrable initially deferred for each row
  when (old.state <> new.state and (new.state in ('rejected', 'hidden') or old.state in ('rejected', 'hidden')))
  execute function app.refuse_undecided_initiative();

revoke all on function app.follow_initiative(), app.refuse_undecided_initiative() from public;
