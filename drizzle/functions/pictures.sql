-- A picture that its row names no more is taken from the disk, unless another row shows it: whoever declined it, put
-- another in its place or took it back need not think of it. What waited to be read is let go of when it waits no more.
create or replace function app.let_go_of_pictures() returns trigger language plpgsql as $$
declare
  was jsonb := to_jsonb(old);
  is_now jsonb := case when tg_nargs = 0 then to_jsonb(new) else '{}' end;
begin
  perform app.enqueue('pictures.forget', jsonb_build_object('file', gone.file), gone.file)
  from (
    select unnest(array[was ->> 'image', was ->> 'logo', was -> 'wish' ->> 'image', was -> 'wish' ->> 'logo'])
    except
    select unnest(array[is_now ->> 'image', is_now ->> 'logo', is_now -> 'wish' ->> 'image', is_now -> 'wish' ->> 'logo'])
  ) gone (file)
  where gone.file is not null;
  return null;
end $$;
revoke all on function app.let_go_of_pictures() from public;

create or replace trigger activities_let_go after update of image on activities for each row
  when (old.image is distinct from new.image) execute function app.let_go_of_pictures();
create or replace trigger activity_revisions_let_go after update of wish on activity_revisions for each row
  when (old.wish ->> 'image' is distinct from new.wish ->> 'image') execute function app.let_go_of_pictures();
create or replace trigger activity_revisions_let_go_at_the_end after update of state on activity_revisions for each row
  when (old.state = 'waiting' and new.state <> 'waiting') execute function app.let_go_of_pictures('ended');
create or replace trigger initiatives_let_go after update of image, wish on initiatives for each row
  when (old.image is distinct from new.image or old.wish ->> 'image' is distinct from new.wish ->> 'image')
  execute function app.let_go_of_pictures();
create or replace trigger organisations_let_go after update of logo, wish on organisations for each row
  when (old.logo is distinct from new.logo or old.wish ->> 'logo' is distinct from new.wish ->> 'logo')
  execute function app.let_go_of_pictures();
