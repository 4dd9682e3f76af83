-- Revert gamekeeper:cards/bots/bots from pg
-- Destroys the rows, but for bots of games that are still there.
begin;
set local role gamekeeper;
delete from cards.players as p
using generate_series(0, 9) as n
where p.id = cards.bot_id(n) and not exists (select from cards.game_players as g where g.player_id = p.id);
commit;
