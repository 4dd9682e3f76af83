-- Deploy gamekeeper:cards/rules/awaits_person to pg
-- requires: cards/rules/table_state cards/numbers/has_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.awaits_person(state cards.table_state)
returns boolean
language sql
immutable
parallel safe
return coalesce(
  (awaits_person.state).phase in ('bidding', 'playing')
  and not cards.has_seat((awaits_person.state).bots | (awaits_person.state).gone, (awaits_person.state).turn),
  false
);
comment on function cards.awaits_person(cards.table_state) is
  'Whether a person has to bid or play in that state, who has not left: only such a turn runs out. [helper]';
revoke all on function cards.awaits_person(cards.table_state) from public;
commit;
