-- Deploy gamekeeper:sparc/people/users to pg
-- requires: core/keys/is_display_name core/records/touch sparc/people/open_user_id core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A public profile per sign-up, made by its trigger. No foreign key leads to auth.users: who is deleted there leaves a row
-- without anything of theirs, since sessions, rolls and ratings of others refer to it.
-- The address is a copy for the service; no client role is granted the column.
create table sparc.users (
  id uuid primary key,
  email text unique,
  display_name text not null,
  avatar_url text,
  bio text,
  is_verified boolean not null default false,
  games_played integer not null default 0,
  games_run integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint valid_display_name check (
    char_length(display_name) between 1 and 80 and core.is_display_name(display_name)
  ),
  constraint valid_avatar_url check (char_length(avatar_url) <= 2048),
  constraint valid_bio check (char_length(bio) <= 4000),
  constraint valid_game_counts check (games_played >= 0 and games_run >= 0)
) with (fillfactor = 90);
comment on table sparc.users is
  'Public profiles, one per sign-up in auth.users. Everybody reads every column except email, of those who have not left; a user '
  'changes display_name, avatar_url and bio of their own.';
comment on column sparc.users.id is 'The id in auth.users.';
comment on column sparc.users.email is
  'Copy of the address in auth.users, for the service only. Null for a sign-up by phone, and for an address that an '
  'earlier profile carries. [personal]';
comment on column sparc.users.display_name is
  'What others see: 1 to 80 characters that core.is_display_name allows. At sign-up display_name of the metadata, '
  'else the part of the address before the @. [personal]';
comment on column sparc.users.created_at is 'When the profile was made.';
comment on column sparc.users.updated_at is 'When the profile was last changed.';
comment on column sparc.users.deleted_at is
  'Since when the account is closed, merged into another or erased; null while it is open. Nobody but the service sees the row then.';
comment on column sparc.users.is_verified is 'Whether the person was verified; set by the service.';
comment on column sparc.users.games_played is 'Completed sessions played; counted by sparc.update_user_stats.';
comment on column sparc.users.games_run is 'Completed sessions run as Seer; counted by sparc.update_user_stats.';
comment on column sparc.users.avatar_url is 'Address of a picture, at most 2048 characters. [personal]';
comment on column sparc.users.bio is 'At most 4000 characters. [personal]';
create index idx_users_display_name on sparc.users (display_name);
create index idx_users_created_at on sparc.users (created_at desc);
create trigger touch before update on sparc.users for each row execute function core.touch();

alter table sparc.users enable row level security;
create policy "Public profiles readable" on sparc.users for select using (deleted_at is null);
comment on policy "Public profiles readable" on sparc.users is
  'Profiles are public but of who has left; the address is kept back by column privileges.';
create policy "Users can update own profile" on sparc.users for update using ((select sparc.open_user_id()) = id);
comment on policy "Users can update own profile" on sparc.users is 'Which columns, the column privileges say.';
create policy "Service writes profiles" on sparc.users to service_role using (true) with check (true);
comment on policy "Service writes profiles" on sparc.users is 'The trusted service sees and writes all.';
grant select (id, display_name, avatar_url, bio, is_verified, games_played, games_run, created_at, updated_at, deleted_at)
on sparc.users to anon, authenticated;
grant update (display_name, avatar_url, bio) on sparc.users to authenticated;
grant select, insert, update on sparc.users to service_role;
create trigger audit after insert or update on sparc.users
for each row when (current_user = 'service_role') execute function core.audit('email', 'display_name', 'avatar_url', 'bio');
comment on trigger audit on sparc.users is 'What the service writes past the commands.';
commit;
