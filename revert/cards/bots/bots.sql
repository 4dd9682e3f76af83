-- Revert gamekeeper:cards/bots/bots from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
delete from cards.players as p using generate_series(0, 9) as n where p.id = cards.bot_id(n);
commit;
