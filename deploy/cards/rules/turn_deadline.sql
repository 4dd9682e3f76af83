-- Deploy gamekeeper:cards/rules/turn_deadline to pg
-- requires: cards/rules/table_state
begin;
set local role gamekeeper;
-- A misplay wins no time: the deadline moves only when the turn does. One expression, so that Postgres
-- puts it in line; stable, because adding an interval to an instant is.
create function cards.turn_deadline(before cards.table_state, after cards.table_state, deadline timestamptz, at timestamptz)
returns timestamptz
language sql
stable
parallel safe
return case
  when ((after).turn, (after).phase, (after).round_index, (after).trick_index)
    is not distinct from ((before).turn, (before).phase, (before).round_index, (before).trick_index) then deadline
  else at + make_interval(secs => (after).turn_seconds)
end;
comment on function cards.turn_deadline(cards.table_state, cards.table_state, timestamptz, timestamptz) is
  'When the fallback move is due in the state after a command at an instant, from the state and the deadline before it. Says nothing while nobody has to move.';
revoke all on function cards.turn_deadline(cards.table_state, cards.table_state, timestamptz, timestamptz) from public;
commit;
