-- Deploy gamekeeper:sparc/characters/characters to pg
-- requires: core/keys/uuid_v7 core/keys/is_display_name core/records/touch sparc/people/users sparc/people/open_user_id sparc/characters/character_class core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.characters (
  id uuid primary key default core.uuid_v7(),
  user_id uuid not null references sparc.users (id) on delete cascade,
  name text not null,
  class sparc.character_class not null,
  might integer not null check (might between 1 and 6),
  grace integer not null check (grace between 1 and 6),
  wit integer not null check (wit between 1 and 6),
  heart integer not null check (heart between 1 and 6),
  hit_points integer not null default 6,
  max_hit_points integer not null default 6 check (max_hit_points between 1 and 10),
  experience integer not null default 0 check (experience >= 0),
  level integer not null default 1 check (level between 1 and 10),
  equipment jsonb not null default '[]',
  special_ability jsonb not null,
  last_played_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint unique_user_character_name unique (user_id, name),
  constraint valid_name check (char_length(name) between 2 and 50),
  constraint printable_name check (core.is_display_name(name)),
  constraint valid_hit_points check (hit_points between 0 and max_hit_points),
  constraint valid_equipment check (jsonb_typeof(equipment) = 'array' and octet_length(equipment::text) <= 65536)
);
comment on table sparc.characters is
  'Characters, at most ten living ones a user. A client may insert and rename its own; attributes, equipment and ability come '
  'from the class template, whatever is sent.';
comment on column sparc.characters.id is 'Time-ordered id.';
comment on column sparc.characters.user_id is 'Whose it is; never changes.';
comment on column sparc.characters.created_at is 'When it was made.';
comment on column sparc.characters.updated_at is 'When it was last changed.';
comment on column sparc.characters.deleted_at is
  'When it was deleted, for histories still refer to it; null while it lives. Clients no longer see it.';
comment on column sparc.characters.name is
  '2 to 50 characters that core.is_display_name allows, unique for the user; unchanged while in an active session. '
  'Of a deleted one gone- and eight hex digits. [personal]';
comment on column sparc.characters.class is 'Never changes.';
comment on column sparc.characters.might is
  'Dice thrown for a roll on might, 1 to 6; so too grace, wit and heart. Set at creation from the class template.';
comment on column sparc.characters.hit_points is '0 to max_hit_points; the owner keeps it.';
comment on column sparc.characters.experience is 'Written by the service only, as is level.';
comment on column sparc.characters.equipment is 'Array, at most 64 KiB; the owner keeps it. [personal]';
comment on column sparc.characters.last_played_at is
  'When a session with this character last started, or the character joined one that ran.';
comment on column sparc.characters.grace is 'See might.';
comment on column sparc.characters.wit is 'See might.';
comment on column sparc.characters.heart is 'See might.';
comment on column sparc.characters.max_hit_points is '1 to 10, from the class template.';
comment on column sparc.characters.level is '1 to 10; written by the service only.';
comment on column sparc.characters.special_ability is 'From the class template. [none]';
create index idx_characters_user_id on sparc.characters (user_id, last_played_at desc nulls last);
create index idx_characters_class on sparc.characters (class);
create index idx_characters_last_played on sparc.characters (last_played_at desc nulls last);
create trigger touch before update on sparc.characters for each row execute function core.touch();

alter table sparc.characters enable row level security;
-- As an array, because with = and a query that names the user too, Postgres compares the two ids in a node
-- of its own that copies every row.
create policy "Users can view own characters" on sparc.characters for select
using (user_id = any (array(select auth.uid())) and deleted_at is null);
comment on policy "Users can view own characters" on sparc.characters is
  'Companions see name and class through get_session_details and the event feed. Deleted ones nobody sees here.';
create policy "Users can create own characters" on sparc.characters for insert
with check ((select sparc.open_user_id()) = user_id);
comment on policy "Users can create own characters" on sparc.characters is
  'Under their own id only; a trigger fills what the class template decides.';
create policy "Users can update own characters" on sparc.characters for update
using ((select sparc.open_user_id()) = user_id and deleted_at is null);
comment on policy "Users can update own characters" on sparc.characters is 'Which columns, the column privileges say.';
create policy "Users can delete own characters" on sparc.characters for delete
using ((select sparc.open_user_id()) = user_id);
comment on policy "Users can delete own characters" on sparc.characters is
  'A trigger makes it a soft delete: see sparc.delete_character.';
create policy "Service writes characters" on sparc.characters to service_role using (true) with check (true);
comment on policy "Service writes characters" on sparc.characters is 'The trusted service sees and writes all.';
grant select, delete on sparc.characters to authenticated;
grant insert (
  user_id, name, class, might, grace, wit, heart, hit_points, max_hit_points, experience, level, equipment,
  special_ability, last_played_at
) on sparc.characters to authenticated;
grant update (name, equipment, hit_points) on sparc.characters to authenticated;
grant select, insert, update, delete on sparc.characters to service_role;
create trigger audit after insert or update or delete on sparc.characters
for each row when (current_user = 'service_role') execute function core.audit('name', 'equipment');
comment on trigger audit on sparc.characters is 'What the service writes past the commands.';
commit;
