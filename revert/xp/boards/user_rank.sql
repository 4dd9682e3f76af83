-- Revert gamekeeper:xp/boards/user_rank from pg
begin;
set local role gamekeeper;
drop function xp.user_rank(text, bigint);
commit;
