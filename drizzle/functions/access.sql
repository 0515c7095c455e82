-- What was confirmed of a place says nothing of another place, nor of what is said of it since.
create or replace function app.say_access_anew() returns trigger language plpgsql as $$
begin
  new.access_said_at := new.changed_at;
  new.access_confirmed_at := null;
  new.access_confirmed_by_id := null;
  return new;
end $$;
create or replace trigger activities_say_access_anew before update of accessibility, place_label, address on activities for each row
  when ((old.accessibility, old.place_label, old.address) is distinct from (new.accessibility, new.place_label, new.address))
  execute function app.say_access_anew();
