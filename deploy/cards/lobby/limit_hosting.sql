-- Deploy gamekeeper:cards/lobby/limit_hosting to pg
-- requires: core/records/rate_limit core/records/setting cards/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.limit_hosting(player_id uuid, at timestamptz)
returns void
language plpgsql
volatile
as $$
begin
  perform core.rate_limit(
    'cards.hosting:' || limit_hosting.player_id, core.setting('cards.games_hosted_per_day')::integer,
    interval '1 day', limit_hosting.at
  );
end
$$;
comment on function cards.limit_hosting(uuid, timestamptz) is
  'Counts a game that a player makes, and refuses more than cards.games_hosted_per_day. Raises: RATE_LIMIT. [helper]';
revoke all on function cards.limit_hosting(uuid, timestamptz) from public;
commit;
