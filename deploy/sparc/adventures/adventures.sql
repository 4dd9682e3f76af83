-- Deploy gamekeeper:sparc/adventures/adventures to pg
-- requires: core/keys/uuid_v7 core/keys/is_display_name core/records/touch sparc/people/users sparc/people/open_user_id sparc/adventures/difficulty_level sparc/adventures/adventure_status core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.adventures (
  id uuid primary key default core.uuid_v7(),
  creator_id uuid not null references sparc.users (id) on delete cascade,
  name text not null,
  description text,
  thumbnail_url text,
  artwork_url text,
  difficulty sparc.difficulty_level not null default 'medium',
  estimated_duration integer not null default 60 check (estimated_duration > 0),
  min_players integer not null default 2 check (min_players between 1 and 6),
  max_players integer not null default 4 check (max_players between 1 and 6),
  content jsonb not null default '{}',
  status sparc.adventure_status not null default 'draft',
  published_at timestamptz,
  is_valid boolean not null default false,
  validation_errors jsonb not null default '[]',
  times_played integer not null default 0 check (times_played >= 0),
  average_rating decimal(3, 2) check (average_rating between 1 and 5),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint valid_player_range check (min_players <= max_players),
  constraint valid_name check (char_length(name) between 3 and 100),
  constraint printable_name check (core.is_display_name(name)),
  constraint valid_texts check (
    char_length(description) <= 10000 and char_length(thumbnail_url) <= 2048 and char_length(artwork_url) <= 2048
  ),
  constraint valid_content check (octet_length(content::text) <= 1048576)
);
comment on table sparc.adventures is
  'Adventures: a draft is its creator''s, a published one is everybody''s to read and play.';
comment on column sparc.adventures.id is 'Time-ordered id.';
comment on column sparc.adventures.creator_id is 'Who wrote it; with the profile the adventure goes too.';
comment on column sparc.adventures.created_at is 'When it was written.';
comment on column sparc.adventures.updated_at is 'When it was last changed.';
comment on column sparc.adventures.estimated_duration is 'Minutes.';
comment on column sparc.adventures.content is
  'What the Adventure Forge wrote, at most 1 MiB; sparc.validate_adventure says what must hold. A work for others to play: it '
  'stays when its author goes, so nothing personal belongs into it. [none]';
comment on column sparc.adventures.published_at is 'When it was last published.';
comment on column sparc.adventures.is_valid is 'Whether validation_errors is empty; computed at every write.';
comment on column sparc.adventures.validation_errors is 'Array of {"path", "problem"}; computed at every write. [none]';
comment on column sparc.adventures.times_played is 'Completed sessions; counted by sparc.update_user_stats.';
comment on column sparc.adventures.average_rating is 'Mean of sparc.adventure_ratings, 1 to 5; null before the first.';
comment on column sparc.adventures.name is '3 to 100 characters that core.is_display_name allows. [personal]';
comment on column sparc.adventures.description is 'At most 10000 characters. [personal]';
comment on column sparc.adventures.thumbnail_url is 'At most 2048 characters. [personal]';
comment on column sparc.adventures.artwork_url is 'At most 2048 characters. [personal]';
comment on column sparc.adventures.difficulty is 'How hard it is.';
comment on column sparc.adventures.min_players is '1 to 6, for people to read.';
comment on column sparc.adventures.max_players is 'At least min_players and at most 6, for people to read.';
comment on column sparc.adventures.status is 'The creator changes it; nothing invalid is published.';
create index idx_adventures_creator_id on sparc.adventures (creator_id);
create index idx_adventures_status on sparc.adventures (status);
create index idx_adventures_published on sparc.adventures (published_at desc) where status = 'published';
create index idx_adventures_difficulty on sparc.adventures (difficulty) where status = 'published';
create index idx_adventures_content on sparc.adventures using gin (content);
create trigger touch before update on sparc.adventures for each row execute function core.touch();

alter table sparc.adventures enable row level security;
create policy "Published adventures visible to all" on sparc.adventures for select
using (status = 'published' or (select auth.uid()) = creator_id);
comment on policy "Published adventures visible to all" on sparc.adventures is
  'Drafts and archived ones are their creator''s only.';
create policy "Creators can insert adventures" on sparc.adventures for insert
with check ((select sparc.open_user_id()) = creator_id);
comment on policy "Creators can insert adventures" on sparc.adventures is 'Under their own id only.';
create policy "Creators can update own adventures" on sparc.adventures for update
using ((select sparc.open_user_id()) = creator_id);
comment on policy "Creators can update own adventures" on sparc.adventures is 'Which columns, the column privileges say.';
create policy "Creators can delete own adventures" on sparc.adventures for delete
using ((select sparc.open_user_id()) = creator_id);
comment on policy "Creators can delete own adventures" on sparc.adventures is
  'An adventure with sessions is kept by the foreign key until they are archived.';
create policy "Service writes adventures" on sparc.adventures to service_role using (true) with check (true);
comment on policy "Service writes adventures" on sparc.adventures is 'The trusted service sees and writes all.';
grant select on sparc.adventures to anon, authenticated;
grant delete on sparc.adventures to authenticated;
grant insert (
  creator_id, name, description, thumbnail_url, artwork_url, difficulty, estimated_duration, min_players, max_players,
  content, status, published_at, is_valid, validation_errors, times_played, average_rating
) on sparc.adventures to authenticated;
grant update (
  name, description, thumbnail_url, artwork_url, difficulty, estimated_duration, min_players, max_players, content, status
) on sparc.adventures to authenticated;
grant select, insert, update, delete on sparc.adventures to service_role;
create trigger audit after insert or update or delete on sparc.adventures
for each row when (current_user = 'service_role') execute function core.audit('name', 'description', 'thumbnail_url', 'artwork_url');
comment on trigger audit on sparc.adventures is 'What the service writes past the commands.';
commit;
