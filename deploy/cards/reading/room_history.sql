-- Deploy gamekeeper:cards/reading/room_history to pg
-- requires: core/errors/check_page_size core/callers/require_caller cards/games/games core/keys/key_before cards/reading/named_result cards/games/named_results core/shards/has_map core/shards/require_slot cards/games/lobby_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type cards.history_record as (
  game_id uuid,
  players jsonb,
  started_at timestamptz,
  completed_at timestamptz
);
comment on type cards.history_record is 'A completed public game.';
comment on column cards.history_record.game_id is 'The game.';
comment on column cards.history_record.players is 'Each player''s result, by seat (docs/cards.md, Summaries).';
comment on column cards.history_record.started_at is 'Instant of the first round.';
comment on column cards.history_record.completed_at is 'Instant of completion.';

-- offset 0, so that each row is looked up.
create function cards.room_history(after uuid default null, page_size integer default 50)
returns setof cards.history_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _limit integer;
begin
  perform core.require_caller();
  if core.has_map() then
    perform core.require_slot(cards.lobby_slot());
  end if;
  _limit := core.check_page_size(room_history.page_size);
  return query
  select
    g.id,
    coalesce(n.players, cards.named_result(g.id)),
    g.started_at,
    g.completed_at
  from cards.games as g
  left join lateral (select * from cards.named_results as r where r.game_id = g.id offset 0) as n on true
  where g.is_public and g.status = 'completed' and g.voided_at is null and g.id < core.key_before(room_history.after)
  order by g.id desc
  limit _limit;
end
$$;
comment on function cards.room_history(uuid, integer) is
  'Completed public games, the latest made first, a page after the game_id of the last row seen. Raises: '
  'UNAUTHENTICATED, INVALID_INPUT. [client]';
revoke all on function cards.room_history(uuid, integer) from public;
grant execute on function cards.room_history(uuid, integer) to authenticated, service_role;
commit;
