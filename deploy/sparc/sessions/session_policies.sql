-- Deploy gamekeeper:sparc/sessions/session_policies to pg
-- requires: sparc/sessions/my_session_ids
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- In a change of their own, because the policy of sessions needs session_players and the other way round.
create policy "Sessions visible to participants or public" on sparc.sessions for select
using (
  is_public = true
  or seer_id = (select sparc.open_user_id())
  or id = any (array(select sparc.my_session_ids()))
);
comment on policy "Sessions visible to participants or public" on sparc.sessions is
  'The rule of sparc.may_see_session, as an index serves it and without recursion through session_players. The Seer '
  'is named again, because an insert that returns its row cannot be seen by a helper yet.';
create policy "Players visible with their session" on sparc.session_players for select
using (
  exists (select from sparc.sessions as s where s.id = session_id)
);
comment on policy "Players visible with their session" on sparc.session_players is
  'The policy of sessions decides: participants see each other, and everybody who plays in a public session.';
commit;
