-- Deploy gamekeeper:slots/reports/record_metric to pg
-- requires: core/keys/uuid_v7 core/keys/slot_in core/records/note_request core/errors/raise slots/checks/check_text slots/sessions/sessions slots/reports/metrics slots/sessions/find_session core/callers/is_closed core/records/require_quota slots/settings core/shards/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.record_metric(session_id uuid, key text, value numeric, idempotency_key text default null)
returns slots.metrics
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions := slots.find_session(record_metric.session_id);
  _metric_id uuid := core.uuid_v7(core.slot_in(_session.session_id));
  _made_id text;
  _metric slots.metrics;
begin
  perform core.enter(core.slot_in(record_metric.session_id));
  perform slots.check_text('key', record_metric.key, 100);
  if core.is_closed(_session.owner_id) then
    perform core.raise('ACCOUNT_CLOSED');
  elsif record_metric.value is null or record_metric.value = 'NaN' or abs(record_metric.value) > 1e30 or scale(record_metric.value) > 100 then
    perform core.raise('INVALID_INPUT', '{"field": "value", "problem": "must be a number within 10^30 with at most 100 decimals"}');
  end if;
  _made_id := core.note_request(
    'slots.record_metric', record_metric.idempotency_key,
    jsonb_build_array(record_metric.session_id, record_metric.key, record_metric.value), _metric_id::text
  );
  if _made_id is not null then
    select * into _metric from slots.metrics as m where m.session_id = record_metric.session_id and m.metric_id = _made_id::uuid;
    return _metric;
  end if;
  perform core.require_quota(
    'slots.metrics_per_session', (select count(*) from slots.metrics as m where m.session_id = record_metric.session_id)
  );
  insert into slots.metrics (session_id, metric_id, owner_id, key, value)
  values (_session.session_id, _metric_id, _session.owner_id, record_metric.key, record_metric.value)
  returning * into _metric;
  return _metric;
end
$$;
comment on function slots.record_metric(uuid, text, numeric, text) is
  'Owner or service: reports one analytics value of a session. A repeated idempotency_key gives what was made the '
  'first time. '
  'Call it as select * from slots.record_metric(...). Raises: UNAUTHENTICATED, NOT_FOUND, ACCOUNT_CLOSED, INVALID_INPUT, QUOTA_EXCEEDED, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function slots.record_metric(uuid, text, numeric, text) from public;
grant execute on function slots.record_metric(uuid, text, numeric, text) to authenticated, service_role;
commit;
