-- The words of a text that was taken away by law are nobody's to read any more, in none of its versions; their digests
-- stay. Nobody may write over a version in any other way.
create or replace function app.erase_removed_texts(idea_asked uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from ideas where id = idea_asked and publication = 'removed') then
    raise exception 'idea %: its words stay while it is not removed', idea_asked using errcode = '23514';
  end if;
  update idea_texts set title = '', body = '' where idea_id = idea_asked;
end $$;
revoke all on function app.erase_removed_texts(uuid) from public;
grant execute on function app.erase_removed_texts(uuid) to parvis_app;
revoke delete on removals from parvis_app;
