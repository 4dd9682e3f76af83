-- Deploy gamekeeper:cards/reading/require_open_game to pg
-- requires: cards/reading/require_reader core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The seed opens with completion, and with it all hands and every payload: only to a transaction that did not complete the
-- game, because that one could be rolled back after a look.
create function cards.require_open_game(game_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _reader constant cards.reader := cards.require_reader(require_open_game.game_id);
begin
  if not _reader.sees_all and _reader.status = 'completed' then
    perform core.raise('COMMIT_FIRST', jsonb_build_object('gameId', require_open_game.game_id));
  elsif not _reader.sees_all then
    perform core.raise('FORBIDDEN', '{"problem": "a game that runs is open to the service only"}');
  end if;
end
$$;
comment on function cards.require_open_game(uuid) is
  'Refuses who may not see all of a game: all but the service while it runs, and the transaction that completed it. Raises: '
  'UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, COMMIT_FIRST. [helper]';
revoke all on function cards.require_open_game(uuid) from public;
commit;
