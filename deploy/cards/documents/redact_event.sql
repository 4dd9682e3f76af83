-- Deploy gamekeeper:cards/documents/redact_event to pg
-- requires: cards/rules/sha256_hex
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Names what is shown, not what is hidden: an outside engine may put more into its payloads than we know of.
create function cards.redact_event(type text, payload jsonb, player_id text)
returns jsonb
language plpgsql
immutable
parallel safe
as $$
declare
  _keys constant text[] := case redact_event.type
    when 'card_played' then '{_v,playerId,card,fallback}'::text[]
    when 'trick_started' then '{_v,trickIndex,leaderPlayerId}'
    when 'trick_completed' then '{_v,trickIndex,winningPlayerId,winningCardId}'
    when 'player_bid' then '{_v,playerId,bid,fallback}'
    when 'invalid_action' then case when redact_event.payload ->> 'playerId' = redact_event.player_id then '{_v,playerId,action,reason}'::text[] else '{_v,playerId}' end
    when 'round_started' then '{_v,roundIndex,cardsPerPlayer,dealerPlayerId,startingPlayerId}'
    when 'cards_dealt' then '{_v,deckStateHash}'
    when 'trump_revealed' then '{_v,card}'
    when 'round_scored' then '{_v,deltas,cumulativeScores}'
    when 'game_created' then '{_v,creatorPlayerId}'
    when 'player_joined' then '{_v,playerId,seatIndex,isBot}'
    when 'player_replaced' then '{_v,playerId,newPlayerId}'
    when 'player_marked_absent' then '{_v,playerId,reason}'
    when 'game_completed' then '{_v,finalScores}'
    when 'game_voided' then '{_v,reason}'
    else '{_v,playerId}'
  end;
  _shown jsonb;
begin
  if redact_event.payload - _keys = '{}' then
    return payload;
  end if;
  _shown := (select coalesce(jsonb_object_agg(e.key, e.value), '{}') from jsonb_each(redact_event.payload) as e where e.key = any (_keys));
  if redact_event.type = 'game_created' then
    _shown := _shown || jsonb_build_object(
      'sessionSeedHash', cards.sha256_hex(redact_event.payload ->> 'sessionSeed'),
      'config', (
        select coalesce(jsonb_object_agg(c.key, c.value), '{}')
        from jsonb_each(redact_event.payload -> 'config') as c
        where c.key in ('minPlayers', 'maxPlayers', 'startingSeatIndex', 'turnSeconds', 'autoplayBots', 'shuffle')
      )
    );
  elsif redact_event.type = 'cards_dealt' then
    _shown := _shown || jsonb_build_object(
      'hands', case when redact_event.payload -> 'hands' ? redact_event.player_id then jsonb_build_object(redact_event.player_id, redact_event.payload -> 'hands' -> redact_event.player_id) else '{}' end
    );
  end if;
  return _shown;
end
$$;
comment on function cards.redact_event(text, jsonb, text) is
  'An event''s payload as a player (null: a spectator) may read it while the game runs: no seeds, no other hand, no '
  'reason of another''s misplay, no key that docs/cards.md does not name. [helper]';
revoke all on function cards.redact_event(text, jsonb, text) from public;
commit;
