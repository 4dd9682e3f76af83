-- Revert gamekeeper:xp/seasons/user_rank from pg
begin;
set local role gamekeeper;
drop function xp.user_rank(text);
commit;
