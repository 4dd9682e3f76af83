-- Revert gamekeeper:xp/seasons/create_season from pg
begin;
set local role gamekeeper;
drop function xp.create_season(text, date, date, text, jsonb);
commit;
