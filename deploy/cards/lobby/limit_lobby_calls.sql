-- Deploy gamekeeper:cards/lobby/limit_lobby_calls to pg
-- requires: core/records/rate_limit core/records/setting cards/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.limit_lobby_calls(player_id uuid, at timestamptz)
returns void
language plpgsql
volatile
as $$
begin
  perform core.rate_limit(
    'cards.lobby:' || limit_lobby_calls.player_id, core.setting('cards.lobby_calls_per_minute')::integer,
    interval '1 minute', limit_lobby_calls.at
  );
end
$$;
comment on function cards.limit_lobby_calls(uuid, timestamptz) is
  'Bounds what one player can add to logs without playing. Raises: RATE_LIMIT. [helper]';
revoke all on function cards.limit_lobby_calls(uuid, timestamptz) from public;
commit;
