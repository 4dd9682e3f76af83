-- Deploy gamekeeper:sparc/sessions/session_policies to pg
-- requires: sparc/sessions/my_session_ids
begin;
set local role gamekeeper;
-- In a change of their own, because the policy of sessions needs session_players and the other way round.
create policy "Sessions visible to participants or public" on sparc.sessions for select
using (
  is_public = true
  or seer_id = (select auth.uid())
  or id = any (array(select sparc.my_session_ids()))
);
comment on policy "Sessions visible to participants or public" on sparc.sessions is 'Seed 004, without the recursion through session_players.';
create policy "Players visible with their session" on sparc.session_players for select
using (
  session_id = any (array(select sparc.my_session_ids()))
  or exists (select from sparc.sessions s where s.id = session_id and s.is_public)
);
comment on policy "Players visible with their session" on sparc.session_players is 'Participants see each other; of public sessions everybody sees who plays, which browsing needs.';
commit;
