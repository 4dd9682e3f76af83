-- Deploy gamekeeper:cards/redact_event to pg
-- requires: cards/sha256_hex
begin;
set local role gamekeeper;
create function cards.redact_event(type text, payload jsonb, player_id text)
returns jsonb
language sql
immutable
parallel safe
return case
  when type = 'game_created' then payload - 'sessionSeed' || jsonb_build_object('sessionSeedHash', cards.sha256_hex(payload ->> 'sessionSeed'))
  when type = 'round_started' then payload - 'roundSeed'
  when type = 'cards_dealt' then payload || jsonb_build_object(
    'hands', case when payload -> 'hands' ? player_id then jsonb_build_object(player_id, payload -> 'hands' -> player_id) else '{}' end
  )
  when type = 'invalid_action' and payload ->> 'playerId' is distinct from player_id then payload - '{action,reason}'::text[]
  else payload
end;
comment on function cards.redact_event(text, jsonb, text) is
  'An event''s payload as a player (null: a spectator) may read it while the game runs: no seeds, no other hand, no reason of another''s misplay.';
revoke all on function cards.redact_event(text, jsonb, text) from public;
commit;
