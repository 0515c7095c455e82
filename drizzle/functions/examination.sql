-- An opinion that was signed is what the city said: it stays as it was, and another one may follow it.
create or replace function app.keep_signed_opinion() returns trigger language plpgsql as $$
begin
  if old.signed_at is not null and (tg_op <> 'DELETE' or coalesce(current_setting('app.leaving', true), '') = '') then
    raise exception 'a signed opinion stays as it is' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create or replace trigger opinions_stay_as_signed before update or delete on opinions for each row
  execute function app.keep_signed_opinion();
revoke all on function app.keep_signed_opinion() from public;

-- An answer given, once; nothing of a file is taken out of it.
create or replace function app.keep_answer() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null then
    raise exception 'an answer stays as it is' using errcode = '42501';
  end if;
  return new;
end $$;
create or replace trigger questions_keep_answers before update on questions for each row
  execute function app.keep_answer();
revoke all on function app.keep_answer() from public;

revoke delete on obligations, studies, opinions, questions, milestones, notes from parvis_app;
revoke update on milestones, notes from parvis_app;
