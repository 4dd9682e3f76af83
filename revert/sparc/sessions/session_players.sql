-- Revert gamekeeper:sparc/sessions/session_players from pg
-- Destroys the rows of the table.
begin;
set local role gamekeeper;
drop table sparc.session_players;
commit;
