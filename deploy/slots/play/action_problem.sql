-- Deploy gamekeeper:slots/play/action_problem to pg
-- requires: slots/sessions/action_refusal
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it. The law of chance: what decided the outcome is committed before anybody sees it.
create function slots.action_problem(action_type text, brings_bet boolean, state text, is_bet_placed boolean, may_see boolean)
returns text
language sql
immutable
parallel safe
return coalesce(
  slots.action_refusal(action_problem.action_type, action_problem.brings_bet, action_problem.state, action_problem.is_bet_placed),
  case
    when action_problem.action_type <> 'PlaceBet' and (action_problem.brings_bet or action_problem.is_bet_placed) and not action_problem.may_see
      then 'COMMIT_FIRST'
  end
);
comment on function slots.action_problem(text, boolean, text, boolean, boolean) is
  'Why slots.act does not take an action now, as the code of an error; null if it does. may_see: whether the caller may see what the bet that the '
  'action draws comes to, which is the one that it brings, or else the placed one. Pure. [helper]';
revoke all on function slots.action_problem(text, boolean, text, boolean, boolean) from public;
commit;
