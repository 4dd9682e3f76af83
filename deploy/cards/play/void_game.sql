-- Deploy gamekeeper:cards/play/void_game to pg
-- requires: core/callers/require_service core/errors/raise core/keys/wall_clock cards/log/apply_event cards/log/make_event cards/log/progress cards/writing/lock_game cards/writing/save_progress core/shards/enter core/keys/slot_in core/records/note_act
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.void_game(game_id uuid, reason text)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _game cards.game_states;
  _event cards.game_events;
begin
  perform core.require_service();
  perform core.enter(core.slot_in(void_game.game_id));
  if void_game.reason is null or length(void_game.reason) not between 1 and 200 then
    perform core.raise('INVALID_INPUT', '{"field": "reason", "problem": "must have 1 to 200 characters"}');
  end if;
  -- the same call may be at it: it is waited for, then looked at
  perform from cards.game_states as s where s.game_id = void_game.game_id for update;
  if exists (select from cards.games as g where g.id = void_game.game_id and g.voided_at is not null) then
    return (select max(e.event_index) from cards.game_events as e where e.game_id = void_game.game_id);
  end if;
  _game := cards.lock_game(void_game.game_id);
  _game.last_event_at := core.wall_clock();
  _game.decided_in := pg_current_xact_id();
  _event := cards.make_event(_game.game_id, (_game.state).next_index, 'game_voided', jsonb_build_object('reason', void_game.reason));
  perform cards.save_progress(_game, row(cards.apply_event(_game.state, _event), array[_event], '{}', false)::cards.progress);
  perform core.note_act(
    'cards.games',
    jsonb_build_object('id', _game.game_id, 'voided_at', null),
    jsonb_build_object('id', _game.game_id, 'voided_at', _game.last_event_at, 'reason', void_game.reason)
  );
  return _event.event_index;
end
$$;
comment on function cards.void_game(uuid, text) is
  'For the service, after a restore that took away what players have seen: ends a game without a result; no statistics count it. '
  'Returns the index of the event, the same when the game is void already. Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND, '
  'STATE_ERROR. [service] [repeat: natural]';
revoke all on function cards.void_game(uuid, text) from public;
grant execute on function cards.void_game(uuid, text) to service_role;
commit;
