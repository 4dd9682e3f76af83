-- Deploy gamekeeper:cards/play/due_games to pg
-- requires: core/callers/require_service cards/games/game_states core/keys/wall_clock cards/rules/awaits_person core/shards/slots core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.due_games()
returns setof uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
begin
  perform core.require_service();
  return query
  select s.game_id
  from cards.game_states as s
  where s.problem is null and (s.is_due or s.room_deadline <= core.wall_clock() or s.turn_deadline <= core.wall_clock() and cards.awaits_person(s.state))
    and not exists (select from core.slots as m where m.slot = core.slot_in(s.game_id) and m.state <> 'here')
  order by s.game_id;
end
$$;
comment on function cards.due_games() is
  'The games of slots that live here in which something is due, a turn has run out or a room wants looking after, and which upkeep can move on. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function cards.due_games() from public;
grant execute on function cards.due_games() to service_role;
commit;
