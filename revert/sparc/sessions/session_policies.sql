-- Revert gamekeeper:sparc/sessions/session_policies from pg
begin;
set local role gamekeeper;
drop policy "Sessions visible to participants or public" on sparc.sessions;
drop policy "Players visible with their session" on sparc.session_players;
commit;
