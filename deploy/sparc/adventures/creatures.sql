-- Deploy gamekeeper:sparc/adventures/creatures to pg
-- requires: core/keys/uuid_v7 core/keys/is_display_name core/records/touch sparc/adventures/adventures core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.creatures (
  id uuid primary key default core.uuid_v7(),
  adventure_id uuid not null references sparc.adventures (id) on delete cascade,
  name text not null,
  description text,
  stats jsonb not null default '{}',
  abilities jsonb not null default '[]',
  hit_points integer not null default 1 check (hit_points >= 0),
  armor integer not null default 0 check (armor >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint valid_name check (char_length(name) between 1 and 100),
  constraint printable_name check (core.is_display_name(name)),
  constraint valid_documents check (
    jsonb_typeof(stats) = 'object' and jsonb_typeof(abilities) = 'array'
    and octet_length(stats::text) <= 65536 and octet_length(abilities::text) <= 65536
    and char_length(description) <= 10000
  )
);
comment on table sparc.creatures is
  'Creatures that an adventure holds. As visible as their adventure; written by its creator.';
comment on column sparc.creatures.id is 'Time-ordered id.';
comment on column sparc.creatures.adventure_id is 'The adventure that it belongs to.';
comment on column sparc.creatures.created_at is 'When it was written.';
comment on column sparc.creatures.updated_at is 'When it was last changed.';
comment on column sparc.creatures.stats is
  'Object, at most 64 KiB. A Seer can roll for an attribute that stands in it as 1 to 6; the rest is free for the game. [none]';
comment on column sparc.creatures.abilities is 'Array, at most 64 KiB; free for the game. [none]';
comment on column sparc.creatures.armor is 'How much of a blow it takes away; for the Seer, the rules do not use it.';
comment on column sparc.creatures.name is
  '1 to 100 characters that core.is_display_name allows. A part of the adventure, as all of a creature is: it stays when the '
  'author goes. [none]';
comment on column sparc.creatures.description is 'At most 10000 characters. [none]';
comment on column sparc.creatures.hit_points is '0 or more.';
create index idx_creatures_adventure_id on sparc.creatures (adventure_id);
create trigger touch before update on sparc.creatures for each row execute function core.touch();

alter table sparc.creatures enable row level security;
create policy "Creatures visible with their adventure" on sparc.creatures for select
using (exists (select from sparc.adventures as a where a.id = adventure_id));
comment on policy "Creatures visible with their adventure" on sparc.creatures is
  'The policy of adventures decides; it reads no other table.';
create policy "Creators can insert creatures" on sparc.creatures for insert
with check (exists (select from sparc.adventures as a where a.id = adventure_id and a.creator_id = (select sparc.open_user_id())));
comment on policy "Creators can insert creatures" on sparc.creatures is 'Into adventures of their own.';
create policy "Creators can update own creatures" on sparc.creatures for update
using (exists (select from sparc.adventures as a where a.id = adventure_id and a.creator_id = (select sparc.open_user_id())));
comment on policy "Creators can update own creatures" on sparc.creatures is
  'Of adventures of their own, before and after.';
create policy "Creators can delete own creatures" on sparc.creatures for delete
using (exists (select from sparc.adventures as a where a.id = adventure_id and a.creator_id = (select sparc.open_user_id())));
comment on policy "Creators can delete own creatures" on sparc.creatures is 'Of adventures of their own.';
create policy "Service writes creatures" on sparc.creatures to service_role using (true) with check (true);
comment on policy "Service writes creatures" on sparc.creatures is 'The trusted service sees and writes all.';
grant select on sparc.creatures to anon, authenticated;
grant delete on sparc.creatures to authenticated;
grant insert (adventure_id, name, description, stats, abilities, hit_points, armor) on sparc.creatures to authenticated;
grant update (adventure_id, name, description, stats, abilities, hit_points, armor) on sparc.creatures to authenticated;
grant select, insert, update, delete on sparc.creatures to service_role;
create trigger audit after insert or update or delete on sparc.creatures
for each row when (current_user = 'service_role') execute function core.audit();
comment on trigger audit on sparc.creatures is 'What the service writes past the commands.';
commit;
