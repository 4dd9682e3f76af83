-- Deploy gamekeeper:slots/play/require_action to pg
-- requires: core/errors/raise core/chance/is_settled core/chance/may_draw_at_once slots/sessions/sessions slots/sessions/accepting_states slots/sessions/action_refusal slots/play/player_action
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.require_action(session slots.sessions, action slots.player_action)
returns slots.sessions
language plpgsql
volatile
as $$
declare
  _refusal constant text := slots.action_refusal(
    require_action.action.type, require_action.action.amount is not null, require_action.session.state::text,
    require_action.session.pending_bet is not null
  );
begin
  if _refusal is not null then
    perform core.raise(_refusal, case _refusal
      when 'STATE_ERROR' then jsonb_build_object(
        'state', require_action.session.state, 'expected', slots.accepting_states(require_action.action.type)
      )
      when 'BET_PLACED' then jsonb_build_object('stake', trim_scale(require_action.session.pending_bet))
      else jsonb_build_object('state', require_action.session.state)
    end);
  end if;
  -- the law of chance: what decided the outcome is committed before anybody sees it
  if require_action.action.type = 'Spin' and require_action.action.amount is not null then
    if not core.may_draw_at_once() then
      perform core.raise('COMMIT_FIRST', '{"problem": "place the bet, commit, then spin"}');
    end if;
  elsif require_action.action.type <> 'PlaceBet' and require_action.session.pending_bet is not null and not core.is_settled(require_action.session.decided_in) then
    perform core.raise('COMMIT_FIRST', '{"problem": "the bet was placed in this transaction"}');
  end if;
  return require_action.session;
end
$$;
comment on function slots.require_action(slots.sessions, slots.player_action) is
  'The session, if it may take the action now. A bet may be placed in Initialized, Probing, Playing and '
  'Evaluating, one at a time; cashing out needs Playing or Evaluating; what draws needs a bet of an earlier '
  'transaction, or a caller who may draw at once. Raises: STATE_ERROR, BET_PLACED, BET_REQUIRED, COMMIT_FIRST. [helper]';
revoke all on function slots.require_action(slots.sessions, slots.player_action) from public;
commit;
