-- Deploy gamekeeper:slots/sessions/action_refusal to pg
-- requires: slots/sessions/accepting_states
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.action_refusal(action_type text, brings_bet boolean, state text, is_bet_placed boolean)
returns text
language sql
immutable
parallel safe
return case
  when action_refusal.state <> all (slots.accepting_states(action_refusal.action_type)) then 'STATE_ERROR'
  when action_refusal.brings_bet and action_refusal.is_bet_placed then 'BET_PLACED'
  when action_refusal.action_type = 'Spin' and not action_refusal.brings_bet and not action_refusal.is_bet_placed then 'BET_REQUIRED'
end;
comment on function slots.action_refusal(text, boolean, text, boolean) is
  'Why a session in this state, with a placed bet or without, does not take an action, as the code of an error; null if it does. brings_bet: '
  'the action places a bet before it draws. Pure. [helper]';
revoke all on function slots.action_refusal(text, boolean, text, boolean) from public;
commit;
