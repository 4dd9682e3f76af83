-- Deploy gamekeeper:sparc/sessions/session_players to pg
-- requires: sparc/sessions/sessions sparc/characters/characters core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.session_players (
  session_id uuid not null references sparc.sessions (id) on delete cascade,
  user_id uuid not null references sparc.users (id),
  character_id uuid not null references sparc.characters (id),
  is_active boolean not null default true,
  heroic_saves_used integer not null default 0 check (heroic_saves_used between 0 and 1),
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (session_id, user_id)
);
comment on table sparc.session_players is
  'Who sits or sat in a session, with which character. Written by join_session, leave_session and kick_player only. '
  'Visible with the session.';
comment on column sparc.session_players.session_id is 'The session.';
comment on column sparc.session_players.user_id is 'The player.';
comment on column sparc.session_players.character_id is 'The character that the player plays, one of their own.';
comment on column sparc.session_players.is_active is
  'Whether the seat is taken now; only such seats count against max_players.';
comment on column sparc.session_players.heroic_saves_used is
  'Heroic saves since the present encounter began or the last one ended: 0 or 1.';
comment on column sparc.session_players.left_at is 'When the player last left or was kicked; null while seated.';
comment on column sparc.session_players.joined_at is 'When the player first took the seat.';
create index idx_session_players_character on sparc.session_players (character_id);
create index idx_session_players_active on sparc.session_players (session_id) where is_active = true;
create index idx_session_players_user on sparc.session_players (user_id);
alter table sparc.session_players enable row level security;
create policy "Service writes session players" on sparc.session_players to service_role using (true) with check (true);
comment on policy "Service writes session players" on sparc.session_players is
  'The trusted service sees and writes all.';
grant select on sparc.session_players to anon, authenticated;
grant select, insert, update, delete on sparc.session_players to service_role;
create trigger audit after insert or update or delete on sparc.session_players
for each row when (current_user = 'service_role') execute function core.audit();
comment on trigger audit on sparc.session_players is 'What the service writes past the commands.';
commit;
