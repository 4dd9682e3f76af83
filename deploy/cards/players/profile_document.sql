-- Deploy gamekeeper:cards/players/profile_document to pg
-- requires: cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.profile_document(player cards.players)
returns jsonb
language sql
immutable
parallel safe
return jsonb_build_object(
  'displayName', (profile_document.player).display_name,
  'avatarSeed', (profile_document.player).avatar_seed,
  'color', (profile_document.player).color
);
comment on function cards.profile_document(cards.players) is
  '{displayName, avatarSeed, color}: the profile that readers see in player_joined and profile_updated. [helper]';
revoke all on function cards.profile_document(cards.players) from public;
commit;
