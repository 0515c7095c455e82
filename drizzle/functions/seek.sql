-- Searching the activities of one city, as its ideas are searched (search.sql): the same words, the same slips of the finger.
grant select on activity_words to parvis_search;
drop policy if exists search_reads on activity_words;
create policy search_reads on activity_words for select to parvis_search using (true);

create index if not exists activity_words_text on activity_words using gin (tenant_id, words);
create index if not exists activity_words_titles on activity_words using gin (tenant_id, title_words);
-- What a list reads of each date before it knows which it shows.
create index if not exists occurrences_to_come on occurrences (tenant_id, activity_id, starts_at, id)
  include (ends_at, state, district_code, latitude, longitude)
  where state in ('scheduled', 'rescheduled', 'moved_online');

-- What a list asks of each activity before it knows which it shows.
create index if not exists activities_listed on activities (tenant_id, id)
  include (kind, theme_ids, spoken, district_code, organisation_id, organiser_id, attendance, latitude, longitude, commitment,
    min_age, minors, price, welcomes_newcomers, published_at, accessibility)
  where publication = 'published' and moderation = 'approved';

create or replace function app.index_activity() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  language regconfig := app.language_of(new.locale);
  whole text := concat_ws(' ', new.title, new.summary, new.body, new.practical, new.place_label, new.address);
begin
  if new.publication <> 'published' or new.moderation <> 'approved' then
    delete from activity_words where tenant_id = new.tenant_id and activity_id = new.id;
    return null;
  end if;
  insert into activity_words (tenant_id, activity_id, title_words, words)
  values (new.tenant_id, new.id, to_tsvector(language, app.fold(new.title)), to_tsvector(language, app.fold(whole)))
  on conflict (tenant_id, activity_id) do update set title_words = excluded.title_words, words = excluded.words;
  perform app.learn_words(new.tenant_id, new.locale, whole);
  return null;
end $$;

create or replace trigger activity_is_searched after insert
  or update of title, summary, body, practical, place_label, address, locale, publication, moderation on activities
  for each row execute function app.index_activity();

-- The activities of the bound city in which each word typed is found, those that have them in their title first.
create or replace function app.search_activities(typed text, locales text[], most integer)
returns table (activity_id uuid, rank real)
language plpgsql stable security definer rows 500 set search_path = pg_catalog, public, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  sought tsquery := app.query_of(typed, locales);
begin
  return query select words.activity_id,
    (case when words.title_words @@ sought then 1 else 0 end + ts_rank(words.words, sought, 1))::real as rank
  from activity_words words where words.tenant_id = city and (sought is null or words.words @@ sought) limit most;
end $$;

grant create on schema app to parvis_search;
alter function app.search_activities(text, text[], integer) owner to parvis_search;
revoke create on schema app from parvis_search;
revoke execute on function app.search_activities(text, text[], integer) from public;
grant execute on function app.search_activities(text, text[], integer) to parvis_app;
