-- Deploy gamekeeper:cards/players/player_stats to pg
-- requires: cards/players/player_lifetime_stats core/callers/require_caller core/errors/raise core/keys/slot_of core/shards/require_slot cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.player_stats(user_id uuid)
returns cards.player_lifetime_stats
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player_id uuid;
  _stats cards.player_lifetime_stats;
begin
  -- Of somebody else the answer would tell which player an account is.
  if core.require_caller() <> player_stats.user_id then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', player_stats.user_id));
  end if;
  perform core.require_slot(core.slot_of(player_stats.user_id::text));
  select p.id into _player_id from cards.players as p where p.user_id = player_stats.user_id::text;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', player_stats.user_id));
  end if;
  select * into _stats from cards.player_lifetime_stats as s where s.player_id = _player_id;
  if not found then
    _stats := row(_player_id, 0, 0, null, null, 0, 0, 0, 0, 0, 0, null, 0, 0, 0, null)::cards.player_lifetime_stats;
  end if;
  return _stats;
end
$$;
comment on function cards.player_stats(uuid) is
  'Lifetime statistics of the calling user, or of any user for the service; zeros before the first completed game. '
  'Others'' stand in cards.player_lifetime_stats and in cards.leaderboard, by player id. Raises: UNAUTHENTICATED, '
  'NOT_FOUND. [client]';
revoke all on function cards.player_stats(uuid) from public;
grant execute on function cards.player_stats(uuid) to authenticated, service_role;
commit;
