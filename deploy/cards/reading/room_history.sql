-- Deploy gamekeeper:cards/reading/room_history to pg
-- requires: core/errors/check_page_size core/callers/is_service core/callers/require_user cards/games/games cards/games/game_summaries
begin;
set local role gamekeeper;
create type cards.history_record as (
  game_id uuid,
  players jsonb,
  started_at timestamptz,
  completed_at timestamptz
);
comment on type cards.history_record is 'A completed public game.';

-- One bound and no "is null or", so that the cached plan of any page uses the index; offset 0, so that each summary is
-- looked up.
create function cards.room_history(after uuid default null, page_size integer default 50)
returns setof cards.history_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _limit constant integer := core.check_page_size(room_history.page_size);
begin
  if not core.is_service() then
    perform core.require_user();
  end if;
  return query
  select g.id, s.players, g.started_at, g.completed_at
  from cards.games as g
  cross join lateral (select * from cards.game_summaries as r where r.game_id = g.id offset 0) as s
  where g.is_public and g.status = 'completed' and g.id < coalesce(room_history.after, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  order by g.id desc
  limit _limit;
end
$$;
comment on function cards.room_history(uuid, integer) is
  'Completed public games, the latest made first, a page after the game_id of the last row seen. Raises: UNAUTHENTICATED, INVALID_INPUT.';
revoke all on function cards.room_history(uuid, integer) from public;
grant execute on function cards.room_history(uuid, integer) to authenticated, service_role;
commit;
