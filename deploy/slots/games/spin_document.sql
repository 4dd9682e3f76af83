-- Deploy gamekeeper:slots/games/spin_document to pg
-- requires: slots/games/spin
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.spin_document(spin slots.spin, payout numeric)
returns jsonb
language sql
stable
parallel safe
return jsonb_build_object(
  'symbols', (spin_document.spin).symbols, 'stops', (spin_document.spin).stops, 'multiplier', (spin_document.spin).multiplier,
  'payout', trim_scale(spin_document.payout)
);
comment on function slots.spin_document(slots.spin, numeric) is 'A spin and what it paid, as the result of an event holds them. [helper]';
revoke all on function slots.spin_document(slots.spin, numeric) from public;
commit;
