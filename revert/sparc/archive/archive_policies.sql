-- Revert gamekeeper:sparc/archive/archive_policies from pg
begin;
set local role gamekeeper;
drop policy "Archived sessions visible to participants" on sparc.archived_sessions;
drop policy "Archived players visible to participants" on sparc.archived_session_players;
commit;
