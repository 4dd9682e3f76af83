-- Deploy gamekeeper:slots/reports/game_sums to pg
-- requires: core/callers/require_caller core/shards/require_map slots/reports/game_rollups slots/reports/game_returns slots/reports/symbol_rollups
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.game_sums(map_version integer, game_id uuid)
returns table (
  spins bigint, multipliers numeric, multipliers_squared numeric, digest text, pending_bets bigint, rolled_up_at timestamptz,
  returns slots.game_returns[], symbols slots.symbol_rollups[]
)
language plpgsql
stable
as $$
begin
  perform core.require_map(game_sums.map_version);
  perform core.require_caller();
  return query
    select g.spins, g.multipliers, g.multipliers_squared, g.digest, g.pending_bets, g.rolled_up_at,
      array(select r from slots.game_returns as r where r.game_id = game_sums.game_id),
      array(select t from slots.symbol_rollups as t where t.game_id = game_sums.game_id)
    from slots.game_rollups as g
    where g.game_id = game_sums.game_id;
end
$$;
comment on function slots.game_sums(integer, uuid) is
  'What slots.fingerprint is made of, as this server has it: sums over the spins that were recorded here, which add up over all servers '
  'wherever their players live now; no row before the first. Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, RETRY_LATER. [helper]';
revoke all on function slots.game_sums(integer, uuid) from public;
commit;
