-- An idea that is sent to the city is on its desk until somebody has decided, whoever changes the row: a command, a job,
-- an import. Its due date is the idea's own.
create or replace function app.follow_submission() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and new.publication = 'submitted' then
    insert into tasks (tenant_id, subject_kind, subject_id, kind, title, author_id, district_code, second_district_code,
      theme_id, opened_at, due_at)
    values (new.tenant_id, 'idea', new.id, 'submission', new.title, new.author_id, new.district_code,
      new.second_district_code, new.theme_id,
      coalesce(new.submitted_at, now()), coalesce(new.moderation_due_at, now()))
    on conflict (tenant_id, subject_id, kind) where closed_at is null do update set title = excluded.title;
    -- Taken back and sent again is an answer to what was asked.
    if tg_op = 'UPDATE' and old.publication <> 'submitted' then
      update change_requests set answered_at = now() where subject_id = new.id and answered_at is null;
    end if;
    return null;
  end if;
  update tasks set closed_at = now(), locked_by_id = null, locked_at = null, lock_until = null
  where subject_id = old.id and closed_at is null and (tg_op = 'DELETE' or kind = 'submission');
  return null;
end $$;

create or replace trigger ideas_on_the_desk after insert on ideas for each row
  when (new.publication = 'submitted') execute function app.follow_submission();
create or replace trigger ideas_come_and_go after update of publication, title on ideas for each row
  when (old.publication = 'submitted' or new.publication = 'submitted') execute function app.follow_submission();
create or replace trigger ideas_leave_the_desk after delete on ideas for each row execute function app.follow_submission();

-- The desk is read in the order of its duties, late first.
create index if not exists ideas_out_of_sight on ideas (tenant_id, id) include (title) where publication in ('refused', 'hidden');
create index if not exists tasks_by_place on tasks (tenant_id, district_code, due_at, id) where closed_at is null;

-- What its author takes away is nobody's to read any more.
create or replace function app.forget_comment_task() returns trigger language plpgsql as $$
begin
  update tasks set closed_at = now(), locked_by_id = null, locked_at = null, lock_until = null
  where subject_id = old.id and closed_at is null;
  return null;
end $$;
create or replace trigger comments_leave_the_desk after delete on comments for each row
  execute function app.forget_comment_task();
create or replace trigger comments_emptied after update of state on comments for each row
  when (new.state = 'removed' and old.state <> 'removed') execute function app.forget_comment_task();

revoke all on function app.forget_comment_task(), app.follow_submission() from public;
