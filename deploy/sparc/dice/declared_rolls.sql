-- Deploy gamekeeper:sparc/dice/declared_rolls to pg
-- requires: core/keys/uuid_v7 sparc/sessions/my_session_ids sparc/dice/dice_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A roll is decided here and drawn in a later transaction; see "Declared, then thrown" in docs/sparc.md. What the draw
-- depends on is never changed after the insert. A row leaves only with its session, for the archive.
create table sparc.declared_rolls (
  id uuid primary key default core.uuid_v7(),
  session_id uuid not null references sparc.sessions (id) on delete cascade,
  roll_number bigint not null check (roll_number > 0),
  roller_id uuid not null,
  character_id uuid references sparc.characters (id),
  creature_id uuid,
  character_name text not null,
  attribute sparc.attribute not null,
  dice_count integer not null check (dice_count between 1 and 10),
  difficulty integer not null check (difficulty between 3 and 18),
  roll_type sparc.roll_type not null,
  modifiers jsonb not null default '[]' constraint valid_modifiers check (sparc.is_modifier_list(modifiers)),
  description text check (char_length(description) <= 500),
  original_roll_id uuid references sparc.dice_rolls (id),
  is_hidden boolean not null default false,
  declared_at timestamptz not null,
  decided_in xid8 not null,
  thrown_at timestamptz,
  save_from timestamptz,
  revealed_at timestamptz,
  unique (session_id, roll_number),
  constraint one_figure check (num_nonnulls(character_id, creature_id) = 1)
) with (fillfactor = 80);
comment on table sparc.declared_rolls is
  'Every roll as it was declared, thrown or not. The thrown ones have a row of the same id in sparc.dice_rolls. Written '
  'by declare_roll, declare_heroic_save and whatever throws.';
comment on column sparc.declared_rolls.id is 'Time-ordered id, also that of the thrown roll.';
comment on column sparc.declared_rolls.session_id is 'The session.';
comment on column sparc.declared_rolls.roll_number is 'Which roll of the session it is: 1, 2, 3 ... without a gap.';
comment on column sparc.declared_rolls.roller_id is 'Who declared it: the player, or the Seer. May be gone.';
comment on column sparc.declared_rolls.character_id is 'The character that it is for; null for a creature.';
comment on column sparc.declared_rolls.creature_id is
  'The creature of the session''s adventure that the Seer rolls for, which may be gone; null for a character.';
comment on column sparc.declared_rolls.character_name is 'The name of the character or creature at that time. [personal]';
comment on column sparc.declared_rolls.attribute is 'What is tested.';
comment on column sparc.declared_rolls.dice_count is
  'The attribute plus the dice modifiers when it was declared, at least 1 and at most 10.';
comment on column sparc.declared_rolls.difficulty is '3 to 18; a modified total that reaches it is a success.';
comment on column sparc.declared_rolls.roll_type is 'Why it is rolled.';
comment on column sparc.declared_rolls.modifiers is
  'Array of {"type": "dice" or "flat", "value", "source"}; see sparc.is_modifier_list. [personal]';
comment on column sparc.declared_rolls.description is 'What the roller said, at most 500 characters. [personal]';
comment on column sparc.declared_rolls.original_roll_id is 'Of a heroic save: the failed roll that it replaces.';
comment on column sparc.declared_rolls.is_hidden is
  'Whether only its roller and the Seer see it until it is revealed. Stays true then.';
comment on column sparc.declared_rolls.declared_at is 'When it was declared.';
comment on column sparc.declared_rolls.decided_in is
  'The transaction that declared it: only a later one may throw it; see core.is_settled.';
comment on column sparc.declared_rolls.thrown_at is 'When it was thrown; null while it waits.';
comment on column sparc.declared_rolls.save_from is
  'From when the time of a heroic save counts: since the player''s own throw_roll answered, or upkeep found it thrown.';
comment on column sparc.declared_rolls.revealed_at is
  'When a hidden roll was shown to everybody in the session: by the Seer, or when the session ended.';
create index idx_declared_rolls_character on sparc.declared_rolls (character_id);
create index idx_declared_rolls_roller on sparc.declared_rolls (roller_id);
create unique index idx_declared_rolls_original on sparc.declared_rolls (original_roll_id);
create unique index idx_declared_rolls_waiting on sparc.declared_rolls (session_id, roller_id) where thrown_at is null;
create index idx_declared_rolls_overdue on sparc.declared_rolls (declared_at) where thrown_at is null;
create index idx_declared_rolls_unseen on sparc.declared_rolls (thrown_at) where thrown_at is not null and save_from is null;
alter table sparc.declared_rolls enable row level security;
create policy "Service reads declared rolls" on sparc.declared_rolls for select to service_role using (true);
comment on policy "Service reads declared rolls" on sparc.declared_rolls is 'The trusted service sees all.';
grant select on sparc.declared_rolls to authenticated, service_role;
commit;
