-- Revert gamekeeper:sparc/seer/update_user_stats from pg
begin;
set local role gamekeeper;
drop trigger on_session_complete on sparc.sessions;
drop function sparc.update_user_stats();
commit;
