-- Deploy gamekeeper:slots/play/play_pending to pg
-- requires: slots/turns/turn slots/play/player_action slots/play/play_spin
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.play_pending(turn slots.turn, at timestamptz, by text default null)
returns slots.turn
language plpgsql
volatile
as $$
begin
  return slots.play_spin(
    play_pending.turn, row('Spin', null, null, '{"type": "Spin"}'::jsonb)::slots.player_action, 0, null, play_pending.at, play_pending.by
  );
end
$$;
comment on function slots.play_pending(slots.turn, timestamptz, text) is
  'The turn with the Spin of a bet that was placed, where nobody asks for it as a player does; by says what did. Ask '
  'core.is_settled first. Writes nothing. Raises: INVALID_INPUT (a payout that does not fit). [helper]';
revoke all on function slots.play_pending(slots.turn, timestamptz, text) from public;
commit;
