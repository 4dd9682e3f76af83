-- Deploy gamekeeper:sparc/archive/archive_policies to pg
-- requires: sparc/archive/my_archived_session_ids
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create policy "Archived sessions visible to participants" on sparc.archived_sessions for select
using (id = any (array(select sparc.my_archived_session_ids())));
comment on policy "Archived sessions visible to participants" on sparc.archived_sessions is
  'The Seer and the players, except the kicked.';
create policy "Archived players visible to participants" on sparc.archived_session_players for select
using (session_id = any (array(select sparc.my_archived_session_ids())));
comment on policy "Archived players visible to participants" on sparc.archived_session_players is
  'The Seer and the players, except the kicked.';
commit;
