-- The words in which a decision was told to one person are forgotten after a year; that it was taken, when, on what ground
-- and by which rule stays. Nothing else of a decision or of the journal can be changed, by this way either.
create or replace function app.forget_decision_words(before timestamptz, forgotten timestamptz, most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  city text := nullif(current_setting('app.tenant', true), '');
  of_decisions int;
  of_journal int;
begin
  if city is null then
    raise exception 'no tenant bound' using errcode = '42501';
  end if;
  if before > forgotten - interval '12 months' then
    raise exception 'words are kept for a year' using errcode = '42501';
  end if;
  update public.decisions set text = null, forgotten_at = forgotten where ctid = any (array(
    select d.ctid from public.decisions d where d.tenant_id = city and d.at < before and d.text is not null limit most));
  get diagnostics of_decisions = row_count;
  update public.journal set detail = detail - 'text' where ctid = any (array(
    select j.ctid from public.journal j
    where j.tenant_id = city and j.kind in ('changes_asked', 'comment_hidden', 'supports_barred', 'supports_unbarred',
      'supports_still_barred', 'appeal_rejected', 'organisation_changes_asked',
      'organisation_appeal_rejected', 'organisation_refused', 'organisation_suspended', 'organisation_proven',
      'organisation_not_proven', 'organisation_number_lost', 'writing_changes_asked', 'writing_appeal_rejected', 'writing_refused',
      'writing_hidden', 'activity_refused', 'activity_hidden', 'activity_changes_asked', 'activity_appeal_rejected',
      'comment_appeal_rejected', 'message_hidden', 'message_appeal_rejected', 'activity_claim_granted', 'activity_claim_refused', 'activity_claim_lost') and j.at < before and j.detail ? 'text' limit most));
  get diagnostics of_journal = row_count;
  return of_decisions + of_journal;
end $$;

revoke all on function app.forget_decision_words(timestamptz, timestamptz, int) from public;
grant execute on function app.forget_decision_words(timestamptz, timestamptz, int) to parvis_app;
