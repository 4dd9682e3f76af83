-- Deploy gamekeeper:sparc/archive/archived_session_players to pg
-- requires: sparc/archive/archived_sessions sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.archived_session_players (
  like sparc.session_players including comments,
  primary key (session_id, user_id),
  foreign key (session_id) references sparc.archived_sessions (id) on delete cascade
);
comment on table sparc.archived_session_players is 'The players of archived sessions, as they were.';
comment on column sparc.archived_session_players.user_id is 'The player, who may be gone.';
comment on column sparc.archived_session_players.character_id is 'The character, which may be gone.';
create index idx_archived_session_players_user on sparc.archived_session_players (user_id);
alter table sparc.archived_session_players enable row level security;
create policy "Service writes archived session players" on sparc.archived_session_players to service_role
using (true) with check (true);
comment on policy "Service writes archived session players" on sparc.archived_session_players is
  'The trusted service sees all.';
grant select on sparc.archived_session_players to authenticated, service_role;
commit;
