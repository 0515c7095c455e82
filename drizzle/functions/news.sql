-- News that is sent to the city is on its desk until somebody has decided, whoever changes the row.
create or replace function app.follow_news() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and new.state = 'submitted' then
    insert into tasks (tenant_id, subject_kind, subject_id, kind, title, author_id, district_code, theme_id, opened_at, due_at)
    select new.tenant_id, 'news', new.id, 'submission', new.title, new.by_id, coalesce(a.district_code, i.district_code),
      coalesce(a.theme_ids[1], i.theme_ids[1]), coalesce(new.submitted_at, now()), coalesce(new.moderation_due_at, now())
    from (select 1) one left join activities a on a.id = new.activity_id left join initiatives i on i.id = new.initiative_id
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

create or replace trigger news_on_the_desk after insert on news for each row
  when (new.state = 'submitted') execute function app.follow_news();
create or replace trigger news_comes_and_goes after update of state, title, submitted_at on news for each row
  when (old.state = 'submitted' or new.state = 'submitted') execute function app.follow_news();
create or replace trigger news_leaves_the_desk after delete on news for each row execute function app.follow_news();

-- None is declined, taken from view or given back without a decision written in the same transaction.
create or replace function app.refuse_undecided_news() returns trigger language plpgsql as $$
begin
  if not exists (
    select from decisions d
    where d.subject_id = new.id and d.written_at = transaction_timestamp() and d.act = any (case
      when new.state = 'rejected' then '{refuse}'::text[]
      when new.state = 'hidden' then '{hide}'::text[]
      when old.state = 'rejected' then '{uphold_appeal}'::text[]
      else '{restore,uphold_appeal}'::text[] end)
  ) then
    raise exception 'news %: from % to % without a decision', new.id, old.state, new.state
      using errcode = '23514', constraint = 'news_changes_by_decision';
  end if;
  return null;
end $$;

drop trigger if exists news_changes_by_decision on news;
create constraint trigger news_changes_by_decision after update of state on news
  deferrable initially deferred for each row
  when (old.state <> new.state and (new.state in ('rejected', 'hidden') or old.state in ('rejected', 'hidden')))
  execute function app.refuse_undecided_news();

revoke all on function app.follow_news(), app.refuse_undecided_news() from public;
