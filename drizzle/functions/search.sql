-- A parameter of an extension can be set on a function only once the extension is loaded in this session.
do $$ begin perform public.similarity('', ''); end $$;

-- Searching the ideas of one city, in its languages. Row-level security keeps Postgres from using a text index (a text
-- match is not leakproof), so `parvis_search`, which can do nothing else, may read the index whole and its functions ask
-- for the bound city first.
create extension if not exists btree_gin;

do $$ begin
  if not exists (select from pg_roles where rolname = 'parvis_search') then create role parvis_search nologin; end if;
  if exists (select from pg_roles where rolname = 'parvis_search' and (rolsuper or rolbypassrls or rolcreaterole)) then
    raise exception 'the role parvis_search may do too much';
  end if;
  execute format('grant parvis_search to %I', current_user);
end $$;
grant usage on schema public to parvis_search;
grant select on idea_words, vocabulary to parvis_search;
drop policy if exists search_reads on idea_words;
create policy search_reads on idea_words for select to parvis_search using (true);
drop policy if exists search_reads on vocabulary;
create policy search_reads on vocabulary for select to parvis_search using (true);

create index if not exists idea_words_text on idea_words using gin (tenant_id, words);
create index if not exists idea_words_titles on idea_words using gin (tenant_id, title_words);
create index if not exists vocabulary_alike on vocabulary using gin (tenant_id, word gin_trgm_ops);
create index if not exists vocabulary_lexemes on vocabulary (tenant_id, lexeme);
-- All a list looks at before it knows which ideas it shows, in the order of each sort, so that it opens the table for
-- those alone. The expressions are those of lib/ideas/listing/queries.ts.
drop index if exists ideas_listing, ideas_by_support, ideas_by_newness, ideas_by_closing;
create index if not exists ideas_listing on ideas (tenant_id, id)
  include (publication, collection, examination, delivery, theme_id, district_code, second_district_code, latitude, longitude)
  where publication in ('published', 'withdrawn', 'merged');
create index if not exists ideas_by_support on ideas (tenant_id, ((-support_count)::float8), id)
  include (support_count, publication, collection, examination, delivery, theme_id, district_code, second_district_code)
  where publication in ('published', 'withdrawn', 'merged');
create index if not exists ideas_by_newness on ideas
  (tenant_id, ((-extract(epoch from published_at - timestamptz '2000-01-01 00:00:00+00'))::float8), id)
  include (published_at, publication, collection, examination, delivery, theme_id, district_code, second_district_code)
  where publication in ('published', 'withdrawn', 'merged');
create index if not exists ideas_by_closing on ideas
  (tenant_id, ((case when collection = 'open' then extract(epoch from deadline_at - timestamptz '2000-01-01 00:00:00+00')
    else 10000000000 - extract(epoch from published_at - timestamptz '2000-01-01 00:00:00+00') end)::float8), id)
  include (deadline_at, published_at, publication, collection, examination, delivery, theme_id, district_code, second_district_code)
  where publication in ('published', 'withdrawn', 'merged');

create or replace function app.language_of(locale text) returns regconfig
language sql immutable parallel safe as $$
  select case locale when 'fr' then 'pg_catalog.french' when 'en' then 'pg_catalog.english'
    when 'es' then 'pg_catalog.spanish' when 'ar' then 'pg_catalog.arabic' else 'pg_catalog.simple' end::regconfig
$$;

-- What is left of a text when accents, capitals and signs do not matter; in Arabic the forms of alef, ya and ta marbuta
-- become one and short vowels go.
create or replace function app.fold(written text) returns text
language sql stable parallel safe set search_path = pg_catalog, public, pg_temp as $$
  select translate(lower(unaccent(written)),
    E'\u0623\u0625\u0622\u0671\u0649\u0629.,;:!?/\\-_''"()[]{}<>|@#&*+=%\n\t\r\u2019\u2018\u00AB\u00BB\u2026\u2013\u2014\u060C\u061B\u061F\u0640\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652',
    E'\u0627\u0627\u0627\u0627\u064A\u0647' || repeat(' ', 41))
$$;

create or replace function app.lexeme_of(locale text, word text) returns text
language sql immutable parallel safe as $$
  select (tsvector_to_array(to_tsvector(app.language_of(locale), word)))[1]
$$;

create or replace function app.is_listed(publication text) returns boolean
language sql immutable parallel safe as $$ select publication in ('published', 'withdrawn', 'merged') $$;

create or replace function app.learn_words(city text, locale text, written text) returns void
language sql set search_path = pg_catalog, public, pg_temp as $$
  insert into vocabulary (tenant_id, word, lexeme)
  select city, word, lexeme
  from (select distinct word from string_to_table(app.fold(written), ' ') word where length(word) between 2 and 30) words,
    app.lexeme_of(locale, word) lexeme
  where lexeme is not null
  order by word, lexeme
  on conflict do nothing
$$;

create or replace function app.index_new_ideas() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from fresh where app.is_listed(publication)) then return null; end if;
  insert into idea_words (tenant_id, idea_id, title_words, words)
  select tenant_id, id, to_tsvector(language, app.fold(title)), to_tsvector(language, app.fold(title || ' ' || body))
  from fresh, app.language_of(locale) language where app.is_listed(publication);
  perform app.learn_words(tenant_id, locale, string_agg(title || ' ' || body, ' '))
  from fresh where app.is_listed(publication) group by tenant_id, locale;
  insert into idea_tallies (tenant_id, theme_id, district_code, second_district_code, publication, collection, examination, delivery, change)
  select tenant_id, theme_id, district_code, second_district_code, publication, collection, examination, delivery, count(*)
  from fresh where app.is_listed(publication) group by 1, 2, 3, 4, 5, 6, 7, 8;
  return null;
end $$;

create or replace function app.index_changed_idea() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare language regconfig := app.language_of(new.locale);
begin
  if not app.is_listed(new.publication) then
    if app.is_listed(old.publication) then delete from idea_words where tenant_id = new.tenant_id and idea_id = new.id; end if;
    return null;
  end if;
  insert into idea_words (tenant_id, idea_id, title_words, words)
  values (new.tenant_id, new.id, to_tsvector(language, app.fold(new.title)), to_tsvector(language, app.fold(new.title || ' ' || new.body)))
  on conflict (tenant_id, idea_id) do update set title_words = excluded.title_words, words = excluded.words;
  perform app.learn_words(new.tenant_id, new.locale, new.title || ' ' || new.body);
  return null;
end $$;

create or replace function app.tally_idea() returns trigger
language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op <> 'INSERT' and app.is_listed(old.publication) then
    insert into idea_tallies (tenant_id, theme_id, district_code, second_district_code, publication, collection, examination, delivery, change)
    values (old.tenant_id, old.theme_id, old.district_code, old.second_district_code, old.publication, old.collection, old.examination, old.delivery, -1);
  end if;
  if tg_op <> 'DELETE' and app.is_listed(new.publication) then
    insert into idea_tallies (tenant_id, theme_id, district_code, second_district_code, publication, collection, examination, delivery, change)
    values (new.tenant_id, new.theme_id, new.district_code, new.second_district_code, new.publication, new.collection, new.examination, new.delivery, 1);
  end if;
  return null;
end $$;

create or replace trigger index_new_ideas after insert on ideas
  referencing new table as fresh for each statement execute function app.index_new_ideas();
create or replace trigger index_changed_idea after update of title, body, locale, publication on ideas
  for each row when ((old.title, old.body, old.locale, old.publication) is distinct from (new.title, new.body, new.locale, new.publication))
  execute function app.index_changed_idea();
create or replace trigger tally_changed_idea after update on ideas
  for each row when (
    (old.theme_id, old.district_code, old.second_district_code, old.publication, old.collection, old.examination, old.delivery)
    is distinct from (new.theme_id, new.district_code, new.second_district_code, new.publication, new.collection, new.examination, new.delivery))
  execute function app.tally_idea();
create or replace trigger tally_deleted_idea after delete on ideas for each row execute function app.tally_idea();

-- Makes one row of many for the bound city; those added meanwhile stay as they are.
create or replace function app.gather_tallies() returns void
language sql set search_path = pg_catalog, public, pg_temp as $$
  with taken as (delete from idea_tallies returning *)
  insert into idea_tallies (theme_id, district_code, second_district_code, publication, collection, examination, delivery, change)
  select theme_id, district_code, second_district_code, publication, collection, examination, delivery, sum(change)
  from taken group by 1, 2, 3, 4, 5, 6, 7 having sum(change) <> 0
$$;

-- The lexemes one typed word stands for: itself, the words it begins, and the words it is a slip of the finger from. What
-- nobody in the city has written is taken for a mistake more readily.
create or replace function app.meanings_of(locales text[], typed text) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp set pg_trgm.similarity_threshold = 0.3 as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  -- The French stemmer leaves an s after a vowel: vélo and vélos are looked up together.
  own text[] := array(select distinct app.lexeme_of(locale, form)
    from unnest(locales) locale, unnest(array[typed, typed || 's', rtrim(typed, 's')]) form where length(form) > 2 or form = typed);
  known boolean;
begin
  -- Nor does it take les for the small word it is.
  if exists (select from unnest(locales) locale
    where app.lexeme_of(locale, case when length(typed) = 3 then rtrim(typed, 's') else typed end) is null)
  then return '{}'; end if;
  own := array_remove(own, null);
  known := exists (select from vocabulary where tenant_id = city and lexeme = any(own));
  return own || array(
    select lexeme from (
      select lexeme, similarity(word, typed) as alike, max(similarity(word, typed)) over () as best
      from vocabulary where tenant_id = city and length(typed) > 3 and word % typed
      order by alike desc limit 20) near
    where alike >= case when known then 0.6 else greatest(0.3, best - 0.15) end)
  || array(
    select lexeme from vocabulary
    where tenant_id = city and length(typed) >= case when known then 4 else 2 end and word like typed || '%'
    order by length(word) limit 40);
end $$;

create or replace function app.any_of(lexemes text[]) returns tsquery
language sql immutable parallel safe as $$
  select string_agg(distinct quote_literal(lexeme), ' | ')::tsquery from unnest(lexemes) lexeme
$$;

-- What is typed, as the text index is asked for it: every word, in any of its meanings. Null when only small words were.
create or replace function app.query_of(typed text, locales text[]) returns tsquery
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  sought tsquery;
  one text;
  meanings text[];
begin
  for one in select word from string_to_table(app.fold(left(typed, 200)), ' ') with ordinality as split (word, place)
    where word <> '' group by word order by min(place) limit 10
  loop
    meanings := app.meanings_of(locales, left(one, 30));
    continue when meanings = '{}';
    sought := case when sought is null then app.any_of(meanings) else sought && app.any_of(meanings) end;
  end loop;
  return sought;
end $$;

-- The ideas of the bound city in which each word typed is found, at most so many, those that have them in their title
-- first. A search of nothing but small words finds any.
create or replace function app.search_ideas(typed text, locales text[], most integer) returns table (idea_id uuid, rank real)
language plpgsql stable security definer rows 500 set search_path = pg_catalog, public, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  sought tsquery := app.query_of(typed, locales);
  found integer;
begin
  if sought is null then
    return query select words.idea_id, 0::real from idea_words words where words.tenant_id = city limit most;
    return;
  end if;
  return query select words.idea_id, (1 + ts_rank(words.title_words, sought, 1))::real as rank
    from idea_words words where words.tenant_id = city and words.title_words @@ sought order by rank desc limit most;
  get diagnostics found = row_count;
  return query select words.idea_id, 0::real from idea_words words
    where words.tenant_id = city and words.words @@ sought and not words.title_words @@ sought limit most - found;
end $$;

-- The ideas of the bound city whose title says something like this one, the closest first.
create or replace function app.similar_ideas(titled text, locales text[], most integer) returns table (idea_id uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  wide tsquery;
begin
  select app.any_of(array_agg(lexeme)) into wide
  from (select distinct word from string_to_table(app.fold(left(titled, 200)), ' ') word where length(word) > 2 limit 20) words,
    unnest(app.meanings_of(locales, left(word, 30))) lexeme;
  return query
    select words.idea_id, ts_rank(words.title_words, wide, 1) as rank
    from idea_words words where words.tenant_id = city and words.title_words @@ wide
    order by rank desc, words.idea_id limit most;
end $$;

grant create on schema app to parvis_search;
alter function app.meanings_of(text[], text) owner to parvis_search;
alter function app.query_of(text, text[]) owner to parvis_search;
alter function app.search_ideas(text, text[], integer) owner to parvis_search;
alter function app.similar_ideas(text, text[], integer) owner to parvis_search;
revoke create on schema app from parvis_search;
grant usage on schema app to parvis_search;
revoke execute on function
  app.meanings_of(text[], text), app.query_of(text, text[]), app.search_ideas(text, text[], integer), app.similar_ideas(text, text[], integer) from public;
grant execute on function app.query_of(text, text[]), app.search_ideas(text, text[], integer), app.similar_ideas(text, text[], integer) to parvis_app;
