-- Deploy gamekeeper:cards/seat_document to pg
-- requires: cards/schema
begin;
set local role gamekeeper;
create function cards.seat_document(player_ids text[], amounts integer[])
returns jsonb
language sql
immutable
parallel safe
return (
  select coalesce(jsonb_object_agg(s.player_id, amounts[s.seat]) filter (where amounts[s.seat] is not null), '{}')
  from unnest(player_ids) with ordinality as s (player_id, seat)
);
comment on function cards.seat_document(text[], integer[]) is
  '{playerId: number} for the seats that have a number.';
revoke all on function cards.seat_document(text[], integer[]) from public;
commit;
