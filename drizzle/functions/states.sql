-- What an idea may become, and that it leaves a trace (spec 6.4). The lines are those of lib/ideas/changes that move an
-- axis, written out by a test that compares them: event, what each axis must be before (null: anything), what it becomes
-- (null: what it was). Publication, collection, examination, delivery.
create or replace function app.idea_changes() returns table (
  event text, publication_from text[], collection_from text[], examination_from text[], delivery_from text[],
  publication_to text, collection_to text, examination_to text, delivery_to text
) language sql immutable as $$
  select line.event, publication_from::text[], collection_from::text[], examination_from::text[], delivery_from::text[],
    publication_to, collection_to, examination_to, delivery_to
  from (values
    ('submitted', '{draft}', null, null, null, 'submitted', null, null, null),
    ('pulled_back', '{submitted}', null, null, null, 'draft', null, null, null),
    ('published', '{submitted}', null, null, null, 'published', 'open', null, null),
    ('refused', '{submitted}', null, null, null, 'refused', null, null, null),
    ('appeal_upheld', '{refused}', null, null, null, 'submitted', null, null, null),
    ('withdrawn', '{published}', '{open,suspended}', '{none}', null, 'withdrawn', 'closed', null, null),
    ('merged', '{published}', '{open,suspended}', '{none}', null, 'merged', 'closed', null, null),
    ('unmerged', '{merged}', '{closed}', null, null, 'published', 'open', null, null),
    ('hidden', '{published,withdrawn,merged}', null, null, null, 'hidden', null, null, null),
    ('restored', '{hidden}', null, null, null, 'published', null, null, null),
    ('restored', '{hidden}', '{closed}', null, null, 'withdrawn', null, null, null),
    ('restored', '{hidden}', '{closed}', null, null, 'merged', null, null, null),
    ('removed', null, '{open,suspended}', '{none}', null, 'removed', 'closed', null, null),
    ('removed', '{draft,submitted,published,refused,hidden,withdrawn,merged}', null, null, null, 'removed', null, null, null),
    ('threshold_reached', '{published}', '{open}', null, null, null, 'reached', null, null),
    ('threshold_certified', '{published}', '{reached}', null, null, null, 'certified', null, null),
    ('threshold_annulled', '{published}', '{reached}', '{none}', null, null, 'open', null, null),
    ('expired', '{published}', '{open}', null, null, null, 'expired', null, null),
    ('suspended', '{published}', '{open}', null, null, null, 'suspended', null, null),
    ('resumed', '{published}', '{suspended}', null, null, null, 'open', null, null),
    ('examination_due', '{published}', '{certified}', '{none}', null, null, null, 'due', null),
    ('taken_up_early', '{published}', '{open}', '{none}', null, null, null, 'due', null),
    ('examination_started', '{published}', null, '{due}', null, null, null, 'admissibility', null),
    ('study_started', '{published}', null, '{admissibility}', null, null, null, 'study', null),
    ('opinion', '{published}', null, '{study}', null, null, null, 'opinion_favourable', null),
    ('opinion', '{published}', null, '{study}', null, null, null, 'opinion_partial', null),
    ('opinion', '{published}', null, '{study}', null, null, null, 'opinion_unfavourable', null),
    ('opinion', '{published}', null, '{admissibility,study}', null, null, null, 'not_admissible', null),
    ('opinion', '{published}', null, '{admissibility,study}', null, null, null, 'already_exists', null),
    ('reopened', '{published}', null, '{opinion_favourable,opinion_partial,opinion_unfavourable,not_admissible,already_exists}', '{none}', null, null, 'study', null),
    ('milestone', '{published}', null, '{opinion_favourable,opinion_partial}', '{none}', null, null, null, 'planned'),
    ('milestone', '{published}', null, '{opinion_favourable,opinion_partial}', '{none,planned}', null, null, null, 'in_progress'),
    ('milestone', '{published}', null, '{opinion_favourable,opinion_partial}', '{none,planned,in_progress}', null, null, null, 'delivered'),
    ('abandoned', '{published}', null, null, '{planned,in_progress}', null, null, null, 'abandoned')
  ) as line (event, publication_from, collection_from, examination_from, delivery_from,
    publication_to, collection_to, examination_to, delivery_to)
$$;

-- At the end of the transaction, so that a row and its event may be written in either order. The event must be of the
-- same transaction and of a kind that leads from what the idea was to what it is.
create or replace function app.refuse_unwritten_change() returns trigger language plpgsql as $$
begin
  if not exists (
    select from journal join app.idea_changes() line on line.event = journal.kind
    where journal.tenant_id = new.tenant_id and journal.about_id = new.id and journal.written_in = pg_current_xact_id()
      and (line.publication_from is null or old.publication = any (line.publication_from))
      and (line.collection_from is null or old.collection = any (line.collection_from))
      and (line.examination_from is null or old.examination = any (line.examination_from))
      and (line.delivery_from is null or old.delivery = any (line.delivery_from))
      and new.publication = coalesce(line.publication_to, old.publication)
      and new.collection = coalesce(line.collection_to, old.collection)
      and new.examination = coalesce(line.examination_to, old.examination)
      and new.delivery = coalesce(line.delivery_to, old.delivery)
  ) then
    raise exception 'idea %: no event of this transaction leads from (%, %, %, %) to (%, %, %, %)', new.id,
      old.publication, old.collection, old.examination, old.delivery,
      new.publication, new.collection, new.examination, new.delivery
      using errcode = '23514', constraint = 'ideas_change_as_written';
  end if;
  return null;
end $$;

-- An idea that begins further than a draft (a demo, a restored copy) comes with the events that brought it there; what
-- was imported keeps the states it had elsewhere.
create or replace function app.refuse_unwritten_beginning() returns trigger language plpgsql as $$
begin
  if exists (
    select from (values ('publication', new.publication, 'draft'), ('collection', new.collection, 'not_started'),
      ('examination', new.examination, 'none'), ('delivery', new.delivery, 'none')) as axis (name, state, beginning)
    where axis.state <> axis.beginning and not exists (
      select from journal join app.idea_changes() line on line.event = journal.kind
      where journal.tenant_id = new.tenant_id and journal.about_id = new.id
        and journal.written_in = pg_current_xact_id() and axis.state = case axis.name
        when 'publication' then line.publication_to when 'collection' then line.collection_to
        when 'examination' then line.examination_to else line.delivery_to end
    )
  ) then
    raise exception 'idea %: begins at (%, %, %, %) without the events that lead there', new.id,
      new.publication, new.collection, new.examination, new.delivery
      using errcode = '23514', constraint = 'ideas_begin_as_written';
  end if;
  return null;
end $$;

-- What was promised to those who gather supports is never cut short, and given more only in public.
create or replace function app.refuse_earlier_deadline() returns trigger language plpgsql as $$
begin
  if new.deadline_at is null or new.deadline_at < old.deadline_at then
    raise exception 'idea %: a deadline is never brought forward', new.id
      using errcode = '23514', constraint = 'ideas_deadline_never_earlier';
  end if;
  if not exists (
    select from journal where journal.tenant_id = new.tenant_id and journal.about_id = new.id and journal.written_in = pg_current_xact_id()
      and journal.kind in ('deadline_prolonged', 'resumed', 'restored', 'unmerged', 'threshold_annulled')
  ) then
    raise exception 'idea %: a deadline is given more time in public', new.id
      using errcode = '23514', constraint = 'ideas_deadline_in_public';
  end if;
  return null;
end $$;

-- Only when an axis or the deadline really moves: counting supports does not pass here, crossing does.
create constraint trigger ideas_change_as_written after update on ideas deferrable initially deferred for each row
  when (old.publication <> new.publication or old.collection <> new.collection
    or old.examination <> new.examination or old.delivery <> new.delivery)
  execute function app.refuse_unwritten_change();
create constraint trigger ideas_begin_as_written after insert on ideas deferrable initially deferred for each row
  when (new.publication <> 'draft' and new.origin is null)
  execute function app.refuse_unwritten_beginning();
create constraint trigger ideas_deadline_as_promised after update on ideas deferrable initially deferred for each row
  when (old.deadline_at is not null and old.deadline_at is distinct from new.deadline_at)
  execute function app.refuse_earlier_deadline();

do $$ declare made regprocedure; begin
  for made in select oid::regprocedure from pg_proc where pronamespace = 'app'::regnamespace
    and proname in ('idea_changes', 'refuse_unwritten_change', 'refuse_unwritten_beginning', 'refuse_earlier_deadline')
  loop
    execute format('revoke all on function %s from public', made);
    execute format('grant execute on function %s to parvis_app, parvis_operator', made);
  end loop;
end $$;
