-- Deploy gamekeeper:sparc/dice/dice_rolls to pg
-- requires: core/keys/uuid_v7 core/records/guard_history sparc/sessions/my_session_ids sparc/dice/attribute sparc/dice/roll_type sparc/dice/roll_outcome sparc/dice/is_modifier_list core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What comes out of a roll follows from its row in sparc.declared_rolls, which has the same id; a trigger sees to that for
-- a direct insert too. Rows are never changed; they leave only with their session, for the archive.
create table sparc.dice_rolls (
  id uuid primary key default core.uuid_v7(),
  session_id uuid not null references sparc.sessions (id) on delete cascade,
  character_id uuid references sparc.characters (id),
  character_name text not null,
  attribute sparc.attribute not null,
  dice_count integer not null check (dice_count between 1 and 10),
  difficulty integer not null check (difficulty between 3 and 18),
  roll_type sparc.roll_type not null,
  modifiers jsonb not null default '[]' constraint valid_modifiers check (sparc.is_modifier_list(modifiers)),
  results integer[] not null,
  total integer not null,
  modified_total integer not null,
  success boolean not null,
  outcome sparc.roll_outcome not null,
  margin integer not null,
  description text check (char_length(description) <= 500),
  animation_seed bigint,
  original_roll_id uuid references sparc.dice_rolls (id),
  created_at timestamptz not null default now(),
  roll_number bigint check (roll_number > 0),
  creature_id uuid,
  is_hidden boolean not null default false,
  constraint one_figure check (num_nonnulls(character_id, creature_id) = 1),
  constraint valid_results check (array_length(results, 1) = dice_count),
  constraint valid_dice check (1 <= all (results) and 6 >= all (results)),
  constraint valid_margin check (margin = modified_total - difficulty),
  constraint valid_outcome check (success = (outcome in ('critical_success', 'success')))
);
comment on table sparc.dice_rolls is
  'Every roll of a session. Append-only. The dice are thrown by the server, whoever inserts and whatever the insert '
  'says.';
comment on column sparc.dice_rolls.id is 'The id of its row in sparc.declared_rolls.';
comment on column sparc.dice_rolls.session_id is 'The session in which it was rolled.';
comment on column sparc.dice_rolls.character_id is 'The character that it was rolled for; null for a creature.';
comment on column sparc.dice_rolls.creature_id is 'The creature that the Seer rolled for, which may be gone; null for a character.';
comment on column sparc.dice_rolls.roll_number is
  'Which roll of the session it was declared as; the dice follow from it. Null for a roll that the service restored.';
comment on column sparc.dice_rolls.is_hidden is
  'Whether it was declared hidden: seen by its roller and the Seer only, until sparc.declared_rolls.revealed_at.';
comment on column sparc.dice_rolls.created_at is 'When it was thrown.';
comment on column sparc.dice_rolls.character_name is 'The name of the character or creature when the roll was declared. [personal]';
comment on column sparc.dice_rolls.dice_count is 'The attribute plus the dice modifiers, at least 1 and at most 10.';
comment on column sparc.dice_rolls.difficulty is '3 to 18; reached by modified_total is a success.';
comment on column sparc.dice_rolls.modifiers is
  'Array of {"type": "dice" or "flat", "value", "source"}; see sparc.is_modifier_list. [personal]';
comment on column sparc.dice_rolls.results is 'The dice in the order thrown, 1 to 6 each.';
comment on column sparc.dice_rolls.total is 'Sum of results.';
comment on column sparc.dice_rolls.modified_total is 'total plus the flat modifiers.';
comment on column sparc.dice_rolls.margin is 'modified_total minus difficulty.';
comment on column sparc.dice_rolls.animation_seed is
  'For clients that animate the dice alike; says nothing about results to come.';
comment on column sparc.dice_rolls.original_roll_id is 'Of a heroic save: the failed roll that it replaces.';
comment on column sparc.dice_rolls.attribute is 'What was tested.';
comment on column sparc.dice_rolls.roll_type is 'Why it was rolled.';
comment on column sparc.dice_rolls.success is 'Whether outcome is success or critical_success.';
comment on column sparc.dice_rolls.outcome is 'See sparc.judge_roll.';
comment on column sparc.dice_rolls.description is 'What the roller said, at most 500 characters. [personal]';
create index idx_dice_rolls_session on sparc.dice_rolls (session_id, created_at desc, id desc);
create index idx_dice_rolls_character on sparc.dice_rolls (character_id);
create index idx_dice_rolls_created on sparc.dice_rolls (created_at desc);
create index idx_dice_rolls_type on sparc.dice_rolls (session_id, roll_type);
create unique index idx_dice_rolls_original on sparc.dice_rolls (original_roll_id);
create trigger guard_history_truncate before truncate on sparc.dice_rolls for each statement execute function core.guard_history();

alter table sparc.dice_rolls enable row level security;
create policy "Players can create rolls for own characters" on sparc.dice_rolls for insert
with check (
  session_id = any (array(select sparc.my_session_ids()))
  and (
    character_id in (select c.id from sparc.characters as c where c.user_id = (select auth.uid()))
    or session_id in (select s.id from sparc.sessions as s where s.seer_id = (select auth.uid()))
  )
);
comment on policy "Players can create rolls for own characters" on sparc.dice_rolls is
  'In sessions of the caller only, and for callers who may draw at once: a trigger checks the rest and throws the dice.';
create policy "Service writes dice rolls" on sparc.dice_rolls to service_role using (true) with check (true);
comment on policy "Service writes dice rolls" on sparc.dice_rolls is 'The trusted service sees and restores all.';
grant select on sparc.dice_rolls to authenticated;
grant insert (
  session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, modifiers, results, total,
  modified_total, success, outcome, margin, description, animation_seed, original_roll_id
) on sparc.dice_rolls to authenticated;
grant select, insert on sparc.dice_rolls to service_role;
create trigger audit after insert on sparc.dice_rolls
for each row when (current_user = 'service_role') execute function core.audit('character_name', 'modifiers', 'description');
comment on trigger audit on sparc.dice_rolls is 'What the service writes past the commands.';
commit;
