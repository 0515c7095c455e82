-- What waits for the city is on its desk until somebody has decided, whoever changes the row: a command, a job, an
-- import. Arguments: what it is, the column of its state, of its title, of who wrote it. New words for something in view
-- wait in `wish` while those that were read stay; what has no place of its own is where its activity or initiative is.
create or replace function app.follow_to_the_desk() returns trigger language plpgsql as $$
declare
  wished jsonb;
begin
  if tg_op <> 'DELETE' then
    wished := to_jsonb(new);
  end if;
  if wished ->> tg_argv[1] = 'submitted' or wished ->> tg_argv[1] = 'active' and wished ->> 'wish' is not null then
    insert into tasks (tenant_id, subject_kind, subject_id, kind, title, author_id, district_code, theme_id, opened_at, due_at)
    select new.tenant_id, tg_argv[0], new.id, 'submission', coalesce(wished -> 'wish' ->> tg_argv[2], wished ->> tg_argv[2]),
      (wished ->> tg_argv[3])::uuid, coalesce(wished ->> 'district_code', a.district_code, i.district_code),
      coalesce(wished -> 'theme_ids' ->> 0, a.theme_ids[1], i.theme_ids[1]),
      coalesce(new.submitted_at, now()), coalesce(new.moderation_due_at, now())
    from (select 1) one
      left join activities a on a.tenant_id = new.tenant_id and a.id = (wished ->> 'activity_id')::uuid
      left join initiatives i on i.tenant_id = new.tenant_id and i.id = (wished ->> 'initiative_id')::uuid
    on conflict (tenant_id, subject_id, kind) where closed_at is null
      do update set title = excluded.title, due_at = excluded.due_at,
        state = case when tasks.state = 'changes_asked' then 'waiting' else tasks.state end;
    update change_requests set answered_at = now()
    where tenant_id = new.tenant_id and subject_id = new.id and answered_at is null;
    return null;
  end if;
  update tasks set closed_at = now(), locked_by_id = null, locked_at = null, lock_until = null
  where tenant_id = old.tenant_id and subject_id = old.id and closed_at is null and (tg_op = 'DELETE' or kind = 'submission');
  return null;
end $$;

create or replace trigger activities_on_the_desk after insert on activities for each row
  when (new.moderation = 'submitted')
  execute function app.follow_to_the_desk('activity', 'moderation', 'title', 'organiser_id');
create or replace trigger activities_come_and_go after update of moderation, title, submitted_at on activities for each row
  when (old.moderation = 'submitted' or new.moderation = 'submitted')
  execute function app.follow_to_the_desk('activity', 'moderation', 'title', 'organiser_id');
create or replace trigger activities_leave_the_desk after delete on activities for each row
  execute function app.follow_to_the_desk('activity', 'moderation', 'title', 'organiser_id');

create or replace trigger organisations_on_the_desk after insert on organisations for each row
  when (new.state = 'submitted')
  execute function app.follow_to_the_desk('organisation', 'state', 'name', 'created_by_id');
create or replace trigger organisations_come_and_go after update of state, wish, name, submitted_at on organisations for each row
  when (old.state = 'submitted' or new.state = 'submitted' or old.wish is not null or new.wish is not null)
  execute function app.follow_to_the_desk('organisation', 'state', 'name', 'created_by_id');
create or replace trigger organisations_leave_the_desk after delete on organisations for each row
  execute function app.follow_to_the_desk('organisation', 'state', 'name', 'created_by_id');

create or replace trigger initiatives_on_the_desk after insert on initiatives for each row
  when (new.state = 'submitted')
  execute function app.follow_to_the_desk('initiative', 'state', 'title', 'created_by_id');
create or replace trigger initiatives_come_and_go after update of state, wish, title, submitted_at on initiatives for each row
  when (old.state = 'submitted' or new.state = 'submitted' or old.wish is not null or new.wish is not null)
  execute function app.follow_to_the_desk('initiative', 'state', 'title', 'created_by_id');
create or replace trigger initiatives_leave_the_desk after delete on initiatives for each row
  execute function app.follow_to_the_desk('initiative', 'state', 'title', 'created_by_id');

create or replace trigger news_on_the_desk after insert on news for each row
  when (new.state = 'submitted') execute function app.follow_to_the_desk('news', 'state', 'title', 'by_id');
create or replace trigger news_comes_and_goes after update of state, title, submitted_at on news for each row
  when (old.state = 'submitted' or new.state = 'submitted')
  execute function app.follow_to_the_desk('news', 'state', 'title', 'by_id');
create or replace trigger news_leaves_the_desk after delete on news for each row
  execute function app.follow_to_the_desk('news', 'state', 'title', 'by_id');

-- A change of a public activity, which waits beside it in a row of its own.
create or replace function app.follow_activity_revision() returns trigger language plpgsql as $$
begin
  if new.state = 'waiting' then
    insert into tasks (tenant_id, subject_kind, subject_id, kind, title, author_id, district_code, theme_id, opened_at, due_at)
    select a.tenant_id, 'activity', a.id, 'submission', coalesce(new.wish ->> 'title', a.title), a.organiser_id,
      a.district_code, a.theme_ids[1], new.at, new.at + interval '5 days'
    from activities a where a.tenant_id = new.tenant_id and a.id = new.activity_id
    on conflict (tenant_id, subject_id, kind) where closed_at is null do update set title = excluded.title;
  end if;
  return null;
end $$;
create or replace trigger activity_revisions_on_the_desk after insert on activity_revisions for each row
  execute function app.follow_activity_revision();

-- Nothing is declined, taken from view or given back without a decision, written in the same transaction by this or that
-- person for this or that reason; and what many support, or what the city owes an answer about, is hidden by two. Arguments: the column of the state, and its
-- words for "declined" and "out of view". The trigger's name is that of the rule it keeps.
create or replace function app.refuse_undecided() returns trigger language plpgsql as $$
declare
  before text := to_jsonb(old) ->> tg_argv[0];
  after text := to_jsonb(new) ->> tg_argv[0];
  obliges_the_city boolean := coalesce(to_jsonb(new) ->> 'collection' in ('reached', 'certified')
    or to_jsonb(new) ->> 'examination' <> 'none', false);
begin
  if not exists (
    select from decisions d
    where d.tenant_id = new.tenant_id and d.subject_id = new.id and d.written_at = transaction_timestamp()
      and d.act = any (case
        when after = tg_argv[1] then '{refuse}'::text[]
        when after = tg_argv[2] then '{hide}'::text[]
        when before = tg_argv[1] then '{uphold_appeal}'::text[]
        else '{restore,uphold_appeal}'::text[] end)
      and (after <> tg_argv[2] or d.second_by_id is not null
        or (coalesce((to_jsonb(new) ->> 'support_count')::int, 0) <= 100 and not obliges_the_city))
  ) then
    raise exception '% %: from % to % without a decision', tg_table_name, new.id, before, after
      using errcode = '23514', constraint = tg_name;
  end if;
  return null;
end $$;

drop trigger if exists ideas_change_by_decision on ideas;
create constraint trigger ideas_change_by_decision after update of publication on ideas
  deferrable initially deferred for each row
  when (old.publication <> new.publication and new.publication <> 'removed'
    and (new.publication in ('refused', 'hidden') or old.publication in ('refused', 'hidden')))
  execute function app.refuse_undecided('publication', 'refused', 'hidden');

drop trigger if exists activities_change_by_decision on activities;
create constraint trigger activities_change_by_decision after update of moderation on activities
  deferrable initially deferred for each row
  when (old.moderation <> new.moderation
    and (new.moderation in ('rejected', 'hidden') or old.moderation in ('rejected', 'hidden')))
  execute function app.refuse_undecided('moderation', 'rejected', 'hidden');

drop trigger if exists organisations_change_by_decision on organisations;
create constraint trigger organisations_change_by_decision after update of state on organisations
  deferrable initially deferred for each row
  when (old.state <> new.state and new.state <> 'closed'
    and (new.state in ('rejected', 'suspended') or old.state in ('rejected', 'suspended')))
  execute function app.refuse_undecided('state', 'rejected', 'suspended');

drop trigger if exists initiatives_change_by_decision on initiatives;
create constraint trigger initiatives_change_by_decision after update of state on initiatives
  deferrable initially deferred for each row
  when (old.state <> new.state and (new.state in ('rejected', 'hidden') or old.state in ('rejected', 'hidden')))
  execute function app.refuse_undecided('state', 'rejected', 'hidden');

drop trigger if exists news_changes_by_decision on news;
create constraint trigger news_changes_by_decision after update of state on news
  deferrable initially deferred for each row
  when (old.state <> new.state and (new.state in ('rejected', 'hidden') or old.state in ('rejected', 'hidden')))
  execute function app.refuse_undecided('state', 'rejected', 'hidden');

revoke all on function app.follow_to_the_desk(), app.follow_activity_revision(), app.refuse_undecided() from public;
