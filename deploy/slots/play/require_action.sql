-- Deploy gamekeeper:slots/play/require_action to pg
-- requires: core/errors/raise core/chance/is_settled core/chance/may_draw_at_once slots/sessions/sessions slots/sessions/accepting_states slots/play/player_action slots/play/action_problem
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.require_action(session slots.sessions, action slots.player_action)
returns slots.sessions
language plpgsql
volatile
as $$
declare
  _problem constant text := slots.action_problem(
    require_action.action.type, require_action.action.amount is not null, require_action.session.state::text,
    require_action.session.pending_bet is not null,
    case when require_action.action.amount is not null then core.may_draw_at_once() else core.is_settled(require_action.session.decided_in) end
  );
begin
  if _problem is not null then
    perform core.raise(_problem, case _problem
      when 'STATE_ERROR' then jsonb_build_object(
        'state', require_action.session.state, 'expected', slots.accepting_states(require_action.action.type)
      )
      when 'BET_PLACED' then jsonb_build_object('stake', trim_scale(require_action.session.pending_bet))
      when 'BET_REQUIRED' then jsonb_build_object('state', require_action.session.state)
      else jsonb_build_object('problem', case
        when require_action.action.amount is not null then 'place the bet, commit, then spin'
        else 'the bet was placed in this transaction'
      end)
    end);
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
