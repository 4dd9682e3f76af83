-- Deploy gamekeeper:cards/rules/turn_deadline to pg
-- requires: cards/rules/table_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A misplay wins no time: the deadline moves only when the turn does. One expression, so that Postgres
-- puts it in line; stable, because adding an interval to an instant is.
create function cards.turn_deadline(before cards.table_state, after cards.table_state, deadline timestamptz, at timestamptz)
returns timestamptz
language sql
stable
parallel safe
return case
  when ((turn_deadline.after).turn, (turn_deadline.after).phase, (turn_deadline.after).round_index, (turn_deadline.after).trick_index)
    is not distinct from ((turn_deadline.before).turn, (turn_deadline.before).phase, (turn_deadline.before).round_index, (turn_deadline.before).trick_index) then turn_deadline.deadline
  else turn_deadline.at + make_interval(secs => (turn_deadline.after).turn_seconds)
end;
comment on function cards.turn_deadline(cards.table_state, cards.table_state, timestamptz, timestamptz) is
  'When the fallback move is due in the state after a command at an instant, from the state and the deadline before it. Says nothing while nobody has to move. [helper]';
revoke all on function cards.turn_deadline(cards.table_state, cards.table_state, timestamptz, timestamptz) from public;
commit;
