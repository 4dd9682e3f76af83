-- Deploy gamekeeper:cards/players/player_id_of to pg
-- requires: core/keys/slot_of cards/players/player_secret
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A uuid of version 8 (RFC 9562): 60 bits of the HMAC, the variant and the slot, 52 bits more, at the places where
-- core.slot_in reads them. A query and no variables, since those can be printed (docs/cards.md, "What nobody sees
-- while a game runs").
create function cards.player_id_of(user_id text)
returns uuid
language sql
stable
parallel safe
begin atomic
  select (
    left(h.mac, 12) || '8' || substr(h.mac, 13, 3)
    || to_hex(2048 + core.slot_of(player_id_of.user_id)) || substr(h.mac, 16, 13)
  )::uuid
  from (
    select encode(
      sha256(k.outer_block || sha256(k.inner_block || convert_to(lower(player_id_of.user_id collate "C"), 'UTF8'))), 'hex'
    ) as mac
    from cards.player_secret as k
    offset 0
  ) as h;
end;
comment on function cards.player_id_of(text) is
  'The player of a person: HMAC-SHA256 of the person''s id with cards.player_secret, with the person''s slot in it. The '
  'same person has the same player wherever the secret is the same, and nobody finds one from the other without it '
  '(docs/cards.md, "Players"). [helper]';
revoke all on function cards.player_id_of(text) from public;
commit;
