-- Deploy gamekeeper:cards/log/apply_member_event to pg
-- requires: cards/rules/table_state cards/games/game_events cards/numbers/seat_bit cards/log/refuse_event cards/rules/complete_config cards/rules/config_problem cards/rules/is_player_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The reducer's part for creation, seats and spectators; called by cards.apply_event only.
-- A player who leaves the lobby frees the seat and the seats after it move down by one, so that seats
-- have no hole when the game begins. A player who leaves later keeps the seat and is absent from the
-- next round on. state.x & _low are the seats before the freed one, (state.x >> 1) & ~_low the seats after it, moved down.
create function cards.apply_member_event(state cards.table_state, event cards.game_events)
returns cards.table_state
language plpgsql
immutable
parallel safe
as $$
declare
  _payload constant jsonb := apply_member_event.event.payload;
  _player constant text := _payload ->> 'playerId';
  _seats constant integer := coalesce(cardinality(apply_member_event.state.player_ids), 0);
  _seat integer := array_position(apply_member_event.state.player_ids, _player) - 1;
  _bit integer := cards.seat_bit(array_position(apply_member_event.state.player_ids, _player) - 1);
  _low integer;
  _config jsonb;
begin
  if apply_member_event.event.type = 'game_created' then
    if apply_member_event.state.phase is not null then
      return cards.refuse_event(apply_member_event.event, 'the game has been created before');
    end if;
    _config := cards.complete_config(
      case when jsonb_typeof(_payload -> 'config') = 'object' then _payload -> 'config' else '{"shuffle": null}' end
    );
    if cards.config_problem(_config) is not null then
      return cards.refuse_event(apply_member_event.event, 'config: ' || cards.config_problem(_config));
    elsif jsonb_typeof(_payload -> 'sessionSeed') is distinct from 'string' or length(_payload ->> 'sessionSeed') not between 1 and 256 then
      return cards.refuse_event(apply_member_event.event, 'sessionSeed must be a text of 1 to 256 characters');
    elsif not cards.is_player_id(_payload -> 'creatorPlayerId') then
      return cards.refuse_event(apply_member_event.event, 'creatorPlayerId must be a uuid in lower case');
    end if;
    state.next_index := 0;
    state.phase := 'lobby';
    state.session_seed := _payload ->> 'sessionSeed';
    state.is_external := _config ->> 'shuffle' = 'external';
    state.min_players := (_config ->> 'minPlayers')::integer;
    state.max_players := (_config ->> 'maxPlayers')::integer;
    state.starting_seat := (_config ->> 'startingSeatIndex')::integer;
    state.turn_seconds := (_config ->> 'turnSeconds')::integer;
    state.autoplay_bots := (_config ->> 'autoplayBots')::boolean;
    state.player_ids := '{}';
    state.spectators := '{}';
    state.scores := '{}';
    state.misplays := '{}';
    state.bots := 0;
    state.ready := 0;
    state.gone := 0;
    state.marked := 0;
    state.disconnected := 0;
    state.absent := 0;
    return state;
  end if;

  if not cards.is_player_id(_payload -> 'playerId') then
    return cards.refuse_event(apply_member_event.event, 'playerId must be a uuid in lower case');
  end if;

  if _payload ? 'profile' then
    return cards.refuse_event(apply_member_event.event, 'a log holds no profile');
  end if;

  if apply_member_event.event.type = 'player_joined' then
    if apply_member_event.state.phase <> 'lobby' then
      return cards.refuse_event(apply_member_event.event, 'the game has begun');
    elsif _seat is not null then
      return cards.refuse_event(apply_member_event.event, 'the player already has a seat');
    elsif _seats >= apply_member_event.state.max_players then
      return cards.refuse_event(apply_member_event.event, 'all seats are taken');
    elsif _payload ->> 'seatIndex' is distinct from _seats::text then
      return cards.refuse_event(apply_member_event.event, format('the next free seat is %s', _seats));
    elsif jsonb_typeof(_payload -> 'isBot') is distinct from 'boolean' then
      return cards.refuse_event(apply_member_event.event, 'isBot must be a boolean');
    end if;
    state.player_ids := apply_member_event.state.player_ids || _player;
    state.scores := apply_member_event.state.scores || 0;
    state.misplays := apply_member_event.state.misplays || 0;
    state.spectators := array_remove(apply_member_event.state.spectators, _player);
    if (_payload ->> 'isBot')::boolean then
      state.bots := apply_member_event.state.bots | cards.seat_bit(_seats);
    end if;

  elsif apply_member_event.event.type = 'player_became_spectator' and (_seat is null or apply_member_event.state.phase = 'lobby')
    or apply_member_event.event.type in ('player_left', 'player_kicked') and _seat is not null and apply_member_event.state.phase = 'lobby'
  then
    if _player = any (apply_member_event.state.spectators) then
      return cards.refuse_event(apply_member_event.event, 'the player already watches');
    elsif apply_member_event.event.type = 'player_became_spectator' then
      state.spectators := apply_member_event.state.spectators || _player;
    end if;
    if _seat is not null then
      _low := _bit - 1;
      state.player_ids := array_remove(apply_member_event.state.player_ids, _player);
      state.scores := apply_member_event.state.scores[:_seat] || apply_member_event.state.scores[_seat + 2:];
      state.misplays := apply_member_event.state.misplays[:_seat] || apply_member_event.state.misplays[_seat + 2:];
      state.bots := (apply_member_event.state.bots & _low) | ((apply_member_event.state.bots >> 1) & ~_low);
      state.ready := (apply_member_event.state.ready & _low) | ((apply_member_event.state.ready >> 1) & ~_low);
      state.disconnected := (apply_member_event.state.disconnected & _low) | ((apply_member_event.state.disconnected >> 1) & ~_low);
    end if;

  elsif apply_member_event.event.type = 'player_left' and _seat is null then
    if _player <> all (apply_member_event.state.spectators) then
      return cards.refuse_event(apply_member_event.event, 'the player is not in the game');
    end if;
    state.spectators := array_remove(apply_member_event.state.spectators, _player);

  elsif _seat is null then
    return cards.refuse_event(apply_member_event.event, 'the player has no seat');

  elsif apply_member_event.event.type = 'player_replaced' then
    if not cards.is_player_id(_payload -> 'newPlayerId') then
      return cards.refuse_event(apply_member_event.event, 'newPlayerId must be a uuid in lower case');
    elsif _payload ->> 'newPlayerId' = any (apply_member_event.state.player_ids) then
      return cards.refuse_event(apply_member_event.event, 'newPlayerId already has a seat');
    elsif apply_member_event.state.bots & _bit <> 0 then
      return cards.refuse_event(apply_member_event.event, 'a bot keeps its seat');
    end if;
    state.player_ids[_seat + 1] := _payload ->> 'newPlayerId';
    state.spectators := array_remove(apply_member_event.state.spectators, _payload ->> 'newPlayerId');

  elsif apply_member_event.event.type = 'player_left' then
    if apply_member_event.state.gone & _bit <> 0 then
      return cards.refuse_event(apply_member_event.event, 'the player has already left');
    end if;
    state.gone := apply_member_event.state.gone | _bit;

  elsif apply_member_event.event.type = 'player_marked_absent' then
    if apply_member_event.state.phase = 'lobby' or apply_member_event.state.marked & _bit <> 0 then
      return cards.refuse_event(apply_member_event.event, 'the player cannot be marked absent in this phase');
    end if;
    state.gone := apply_member_event.state.gone | _bit;
    state.marked := apply_member_event.state.marked | _bit;

  elsif apply_member_event.event.type = 'player_disconnected' then
    if apply_member_event.state.disconnected & _bit <> 0 then
      return cards.refuse_event(apply_member_event.event, 'the player is already disconnected');
    end if;
    state.disconnected := apply_member_event.state.disconnected | _bit;

  elsif apply_member_event.event.type = 'player_reconnected' then
    if (apply_member_event.state.disconnected | apply_member_event.state.gone) & _bit = 0 then
      return cards.refuse_event(apply_member_event.event, 'the player is connected');
    end if;
    state.disconnected := apply_member_event.state.disconnected & ~_bit;
    state.gone := apply_member_event.state.gone & ~_bit;
    state.marked := apply_member_event.state.marked & ~_bit;

  elsif apply_member_event.event.type in ('player_ready', 'player_unready') and apply_member_event.state.phase = 'lobby' then
    if (apply_member_event.state.ready & _bit <> 0) = (apply_member_event.event.type = 'player_ready') then
      return cards.refuse_event(apply_member_event.event, 'the player already is');
    end if;
    state.ready := apply_member_event.state.ready # _bit;

  elsif apply_member_event.event.type <> 'profile_updated' then
    return cards.refuse_event(apply_member_event.event, format('%s is not possible in phase %s', apply_member_event.event.type, apply_member_event.state.phase));
  end if;
  return state;
end
$$;
comment on function cards.apply_member_event(cards.table_state, cards.game_events) is
  'The reducer''s part for creation, seats, and spectators; leaves next_index to cards.apply_event. Raises: REPLAY_ERROR. [helper]';
revoke all on function cards.apply_member_event(cards.table_state, cards.game_events) from public;
commit;
