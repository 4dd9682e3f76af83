-- Deploy gamekeeper:slots/training/rl_spec to pg
-- requires: slots/games/games slots/reports/game_rollups core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_spec(game_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _game slots.games;
begin
  select * into _game from slots.games as g where g.game_id = rl_spec.game_id;
  if not found then
    perform core.raise_unknown_definition(jsonb_build_object('gameId', rl_spec.game_id), rl_spec.game_id);
  end if;
  return jsonb_build_object(
    'gameId', _game.game_id,
    'name', _game.name,
    'version', 2,
    'profile', _game.statistical_profile,
    'spins', coalesce((select r.spins from slots.game_rollups as r where r.game_id = _game.game_id), 0)
  ) || $json${
    "states": ["Initialized", "Playing", "Evaluating", "Completed"],
    "actions": ["PlaceBet", "Spin", "CashOut"],
    "observationSpace": {
      "state": {"type": "discrete", "n": 4},
      "balanceChange": {"type": "box", "dtype": "float64", "low": null, "high": null},
      "pendingBet": {"type": "box", "dtype": "float64", "low": 0, "high": null},
      "spins": {"type": "box", "dtype": "int64", "low": 0, "high": null}
    },
    "actionSpace": {
      "type": {"type": "discrete", "n": 3},
      "amount": {"type": "box", "dtype": "float64", "low": 0, "high": null,
        "meaning": "the stake of a PlaceBet; the next bet of a Spin, 0 for none; nothing for a CashOut"}
    },
    "actionMasks": {
      "Initialized": {"PlaceBet": true, "Spin": false, "CashOut": false},
      "Playing": {"PlaceBet": false, "Spin": true, "CashOut": true},
      "Evaluating": {"PlaceBet": true, "Spin": false, "CashOut": true},
      "Completed": {"PlaceBet": false, "Spin": false, "CashOut": false}
    },
    "reward": {
      "formula": "(payout - stake) - max(fee, 0) + 0.3 * clamp(likeness, 0, 1) + (1 if done and payout > 0)",
      "function": "slots.reward",
      "version": 1
    }
  }$json$::jsonb;
end
$$;
comment on function slots.rl_spec(uuid) is
  'Anyone: what a trainer needs to know of a game: observation and action space, states and actions in the order of their '
  'numbers, which actions each state takes, the formula of the reward, the exact profile, and the spins recorded so far '
  '(as of the last upkeep). Raises: NOT_FOUND. [client]';
revoke all on function slots.rl_spec(uuid) from public;
grant execute on function slots.rl_spec(uuid) to anon, authenticated, service_role;
commit;
