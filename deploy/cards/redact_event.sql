-- Deploy gamekeeper:cards/redact_event to pg
-- requires: cards/sha256_hex
begin;
set local role gamekeeper;
-- Names what is shown, not what is hidden: an outside engine may put more into its payloads than we know of.
create function cards.redact_event(type text, payload jsonb, player_id text)
returns jsonb
language sql
immutable
parallel safe
return (
  select jsonb_object_agg(k.key, case k.key
    when 'hands' then coalesce((select jsonb_object_agg(h.key, h.value) from jsonb_each(k.value) as h where h.key = player_id), '{}')
    when 'config' then coalesce((
      select jsonb_object_agg(c.key, c.value)
      from jsonb_each(k.value) as c
      where c.key in ('minPlayers', 'maxPlayers', 'startingSeatIndex', 'turnSeconds', 'autoplayBots', 'shuffle')
    ), '{}')
    else k.value
  end)
  from jsonb_each(
    case when type = 'game_created' then payload || jsonb_build_object('sessionSeedHash', cards.sha256_hex(payload ->> 'sessionSeed')) else payload end
  ) as k
  where k.key in (
    '_v', 'playerId', 'creatorPlayerId', 'seatIndex', 'isBot', 'roundIndex', 'cardsPerPlayer', 'dealerPlayerId', 'startingPlayerId', 'deckStateHash',
    'bid', 'trickIndex', 'leaderPlayerId', 'winningPlayerId', 'winningCardId', 'deltas', 'cumulativeScores', 'finalScores'
  )
  or (type, k.key) in (
    ('game_created', 'sessionSeedHash'), ('game_created', 'config'), ('player_joined', 'profile'), ('profile_updated', 'profile'),
    ('cards_dealt', 'hands'), ('trump_revealed', 'card'), ('card_played', 'card')
  )
  or type = 'invalid_action' and k.key in ('action', 'reason') and payload ->> 'playerId' = player_id
);
comment on function cards.redact_event(text, jsonb, text) is
  'An event''s payload as a player (null: a spectator) may read it while the game runs: no seeds, no other hand, no reason of another''s misplay, no key that docs/cards.md does not name.';
revoke all on function cards.redact_event(text, jsonb, text) from public;
commit;
