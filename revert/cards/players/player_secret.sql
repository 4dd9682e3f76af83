-- Revert gamekeeper:cards/players/player_secret from pg
-- Destroys the secret: the same person has another player under another one.
begin;
set local role gamekeeper;
drop table cards.player_secret;
commit;
