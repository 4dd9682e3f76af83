-- Deploy gamekeeper:slots/games/bet_refusal to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.bet_refusal(stake numeric, min_bet numeric, bet_step numeric, max_bet numeric)
returns text
language sql
immutable
parallel safe
return case
  when bet_refusal.stake < bet_refusal.min_bet or bet_refusal.stake % bet_refusal.bet_step <> 0 then 'BET_UNDER_MINIMUM'
  when bet_refusal.stake > bet_refusal.max_bet then 'BET_LIMIT_EXCEEDED'
end;
comment on function slots.bet_refusal(numeric, numeric, numeric, numeric) is
  'Why a stake is out of bounds, as the code of an error; null if it is within them. A null max_bet bounds nothing. Pure. [helper]';
revoke all on function slots.bet_refusal(numeric, numeric, numeric, numeric) from public;
commit;
