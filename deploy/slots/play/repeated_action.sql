-- Deploy gamekeeper:slots/play/repeated_action to pg
-- requires: core/callers/is_service core/errors/raise slots/sessions/gameplay_events slots/sessions/action_keys slots/play/act_result slots/play/result_of
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.repeated_action(session_id uuid, idempotency_key text, document jsonb)
returns slots.act_result
language plpgsql
stable
as $$
declare
  _first record;
begin
  select e.action, slots.result_of(e) as result
  into _first
  from slots.action_keys as k
  join slots.gameplay_events as e
    on e.session_id = k.session_id and e.event_index = k.event_index and e.timestamp = k.occurred_at
  where k.session_id = repeated_action.session_id and k.idempotency_key = repeated_action.idempotency_key
    and k.by_service = core.is_service();
  if _first.action <> repeated_action.document then
    perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('idempotencyKey', repeated_action.idempotency_key));
  end if;
  return _first.result;
end
$$;
comment on function slots.repeated_action(uuid, text, jsonb) is
  'What the action under this key did the first time. Raises: IDEMPOTENCY_CONFLICT (it was another action). [helper]';
revoke all on function slots.repeated_action(uuid, text, jsonb) from public;
commit;
