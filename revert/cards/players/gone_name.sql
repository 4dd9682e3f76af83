-- Revert gamekeeper:cards/players/gone_name from pg
begin;
set local role gamekeeper;
drop function cards.gone_name();
commit;
