-- Deploy gamekeeper:core/people/erase_person to pg
-- requires: core/people/erase_ids core/callers/require_service core/records/note_request core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.erase_person(person_id uuid, reason text, idempotency_key text default null)
returns core.closed_persons
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_service();
  if erase_person.person_id is null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'person_id', 'problem', 'is missing'));
  elsif coalesce(length(erase_person.reason), 0) not between 1 and 200 then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'reason', 'problem', 'must be 1 to 200 characters'));
  end if;
  perform core.note_request(
    'core.erase_person', erase_person.idempotency_key,
    jsonb_build_array(erase_person.person_id, erase_person.reason), erase_person.person_id::text
  );
  return core.erase_ids(erase_person.person_id, erase_person.reason);
end
$$;
comment on function core.erase_person(uuid, text, text) is
  'Erases a person in all systems, by the auth id or by the id of a cards player without an account: what is personal is '
  'removed or overwritten, what is live ends, money, results and events stay under the id as a pseudonym. Erasing twice is once. '
  'An id that nobody has is listed as erased too. The reason stands in core.audit_log: put nothing personal into it. '
  'Call it as '
  'select * from core.erase_person(...). Raises: FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT, STATE_ERROR (restored without comments). [service] [repeat: key]';
revoke all on function core.erase_person(uuid, text, text) from public;
grant execute on function core.erase_person(uuid, text, text) to service_role;
commit;
