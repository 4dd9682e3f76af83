-- Deploy gamekeeper:slots/play/result_of to pg
-- requires: slots/sessions/gameplay_events slots/play/act_result
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.result_of(event slots.gameplay_events)
returns slots.act_result
language sql
immutable
parallel safe
return row(
  (result_of.event).state, (result_of.event).result, (result_of.event).reward, (result_of.event).balance, (result_of.event).event_id,
  (result_of.event).event_index, (result_of.event).nonce
)::slots.act_result;
comment on function slots.result_of(slots.gameplay_events) is
  'What an action did, as the event says that it made. Pure. [helper]';
revoke all on function slots.result_of(slots.gameplay_events) from public;
commit;
