-- Deploy gamekeeper:slots/training/begin_simulation to pg
-- requires: core/errors/raise core/chance/hmac_pad slots/checks/check_money slots/games/games slots/games/game_programs slots/training/simulation core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Without a server seed there is one that everybody knows and no session has: a simulation is made to be repeated.
create function slots.begin_simulation(game_id uuid, fee numeric, server_seed bytea)
returns slots.simulation
language plpgsql
stable
as $$
declare
  _seed constant bytea := coalesce(begin_simulation.server_seed, sha256('gamekeeper simulation'));
  _simulation slots.simulation;
begin
  perform slots.check_money('fee', begin_simulation.fee, zero_allowed => true);
  if length(_seed) <> 32 then
    perform core.raise('INVALID_INPUT', '{"field": "server_seed", "problem": "must be 32 bytes"}');
  end if;
  select
    p.program, g.min_bet, g.bet_step, g.max_bet, greatest((g.cost_rate -> 'perSpinFee')::numeric, begin_simulation.fee),
    core.hmac_pad(_seed, 54), core.hmac_pad(_seed, 92)
  into _simulation
  from slots.games as g
  join slots.game_programs as p on p.game_id = g.game_id
  where g.game_id = begin_simulation.game_id;
  if not found then
    perform core.raise_unknown_definition(jsonb_build_object('gameId', begin_simulation.game_id), begin_simulation.game_id);
  end if;
  return _simulation;
end
$$;
comment on function slots.begin_simulation(uuid, numeric, bytea) is
  'A simulation of a game, withdrawn or not, with the fee of a wallet, or the game''s if that is greater. Without a server seed draws are made from '
  'SHA-256 of "gamekeeper simulation". Raises: INVALID_INPUT, NOT_FOUND. [helper]';
revoke all on function slots.begin_simulation(uuid, numeric, bytea) from public;
commit;
