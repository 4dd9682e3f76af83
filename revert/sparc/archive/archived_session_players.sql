-- Revert gamekeeper:sparc/archive/archived_session_players from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.archived_session_players;
commit;
