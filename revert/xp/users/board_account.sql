-- Revert gamekeeper:xp/users/board_account from pg
begin;
set local role gamekeeper;
drop function xp.board_account(bigint);
commit;
