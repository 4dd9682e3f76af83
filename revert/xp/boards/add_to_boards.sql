-- Revert gamekeeper:xp/boards/add_to_boards from pg
begin;
set local role gamekeeper;
drop function xp.add_to_boards(bigint[], text[], bigint[]);
commit;
