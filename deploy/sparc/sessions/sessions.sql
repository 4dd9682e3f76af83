-- Deploy gamekeeper:sparc/sessions/sessions to pg
-- requires: core/keys/uuid_v7 core/records/touch sparc/people/users sparc/people/open_user_id sparc/adventures/adventures sparc/sessions/session_status core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The row is what every command of a session locks first; event_seq on it numbers the session's events.
-- No index holds event_seq or updated_at, so that counting stays a HOT update.
create table sparc.sessions (
  id uuid primary key default core.uuid_v7(),
  seer_id uuid not null references sparc.users (id),
  adventure_id uuid not null references sparc.adventures (id),
  -- squawk-ignore ban-char-field -- the seed gives char(6), and a code always has six characters
  code char(6) not null unique,
  is_public boolean not null default false,
  max_players integer not null default 4 check (max_players between 2 and 6),
  looking_for text,
  scheduled_start timestamptz,
  status sparc.session_status not null default 'waiting',
  current_scene_id text,
  current_encounter_id text,
  game_state jsonb not null default '{}',
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  allow_late_join boolean not null default false,
  kicked_user_ids uuid[] not null default '{}',
  event_seq bigint not null default 0,
  offered_to uuid,
  constraint valid_code check (code ~ '^[A-Z0-9]{6}$'),
  constraint valid_texts check (
    char_length(looking_for) <= 500 and char_length(current_scene_id) <= 200 and char_length(current_encounter_id) <= 200
  ),
  constraint valid_game_state check (octet_length(game_state::text) <= 262144),
  constraint valid_scheduled_start check (isfinite(scheduled_start))
) with (fillfactor = 80);
comment on table sparc.sessions is
  'Sessions of an adventure, run by a Seer. States follow sparc.can_become. The Seer may change settings, scene, '
  'encounter, state and status directly; seats, code and times are kept by triggers.';
comment on column sparc.sessions.id is 'Time-ordered id.';
comment on column sparc.sessions.adventure_id is 'What is played; never changes.';
comment on column sparc.sessions.created_at is 'When it was made.';
comment on column sparc.sessions.updated_at is 'When it was last changed; numbering an event is no change.';
comment on column sparc.sessions.seer_id is 'Who runs it; changes by sparc.accept_session only.';
comment on column sparc.sessions.code is
  'What players type to join: 6 characters without 0, O, 1, I and L, drawn by the server. [none]';
comment on column sparc.sessions.looking_for is 'Note on the party wanted, at most 500 characters. [personal]';
comment on column sparc.sessions.current_encounter_id is
  'The encounter that runs; null between encounters. A change gives every character its heroic save back. [opaque]';
comment on column sparc.sessions.game_state is
  'The Seer''s document, at most 256 KiB. Whoever sees the session sees it, and it stays for the others when its Seer goes: no '
  'secrets here, and nothing personal. [none]';
comment on column sparc.sessions.started_at is 'When it first became active.';
comment on column sparc.sessions.ended_at is 'When it was completed or cancelled.';
comment on column sparc.sessions.allow_late_join is 'Whether players may join while it is active.';
comment on column sparc.sessions.kicked_user_ids is
  'Players whom the Seer removed: they cannot come back and see no more of it than a stranger.';
comment on column sparc.sessions.offered_to is
  'To whom the Seer has offered the session; null when to nobody. They accept by sparc.accept_session.';
comment on column sparc.sessions.event_seq is 'Number of the last event in sparc.session_events.';
comment on column sparc.sessions.is_public is 'Whether everybody sees it; else its participants only.';
comment on column sparc.sessions.max_players is 'Seats, 2 to 6.';
comment on column sparc.sessions.scheduled_start is 'When it is meant to start; for browsing.';
comment on column sparc.sessions.status is 'See sparc.can_become.';
comment on column sparc.sessions.current_scene_id is 'The scene that is played; the Seer sets it. [opaque]';
create index idx_sessions_seer_id on sparc.sessions (seer_id);
create index idx_sessions_adventure_id on sparc.sessions (adventure_id);
create index idx_sessions_status on sparc.sessions (status);
create index idx_sessions_public_waiting on sparc.sessions (is_public, status, scheduled_start)
where is_public = true and status in ('waiting', 'starting_soon');
create index idx_sessions_public_unscheduled on sparc.sessions (status, created_at desc, id desc)
where is_public = true and status in ('waiting', 'starting_soon') and scheduled_start is null;
create index idx_sessions_offered_to on sparc.sessions (offered_to) where offered_to is not null;
create index idx_sessions_completed on sparc.sessions (ended_at) where status = 'completed';
create trigger touch before update of
is_public, max_players, looking_for, scheduled_start, status, current_scene_id, current_encounter_id, game_state,
started_at, ended_at, allow_late_join, kicked_user_ids, seer_id, offered_to
on sparc.sessions for each row execute function core.touch();

alter table sparc.sessions enable row level security;
create policy "Users can create sessions" on sparc.sessions for insert
with check ((select sparc.open_user_id()) = seer_id);
comment on policy "Users can create sessions" on sparc.sessions is
  'The triggers draw the code and see to the adventure.';
create policy "Seer can update session" on sparc.sessions for update
using ((select sparc.open_user_id()) = seer_id);
comment on policy "Seer can update session" on sparc.sessions is
  'Which columns, column privileges say, and the triggers keep the states.';
create policy "Service writes sessions" on sparc.sessions to service_role using (true) with check (true);
comment on policy "Service writes sessions" on sparc.sessions is 'The trusted service sees and writes all.';
grant select on sparc.sessions to anon, authenticated;
grant insert (
  seer_id, adventure_id, code, is_public, max_players, looking_for, scheduled_start, status, current_scene_id,
  current_encounter_id, game_state, started_at, ended_at, allow_late_join, kicked_user_ids, event_seq
) on sparc.sessions to authenticated;
grant update (
  is_public, max_players, looking_for, scheduled_start, status, current_scene_id, current_encounter_id, game_state, allow_late_join
) on sparc.sessions to authenticated;
grant select, insert, update, delete on sparc.sessions to service_role;
create trigger audit_insert after insert on sparc.sessions
for each row when (current_user = 'service_role') execute function core.audit('looking_for');
comment on trigger audit_insert on sparc.sessions is 'What the service writes past the commands.';
create trigger audit_update after update on sparc.sessions
for each row when (current_user = 'service_role') execute function core.audit('looking_for');
comment on trigger audit_update on sparc.sessions is 'What the service writes past the commands.';
commit;
