-- Deploy gamekeeper:sparc/tutorial/tutorial_steps to pg
-- requires: sparc/tutorial/tutorial_path
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.tutorial_steps (
  path sparc.tutorial_path not null,
  position integer not null check (position > 0),
  step text not null check (step ~ '^[a-z][a-z0-9_]{0,63}$'),
  primary key (path, position),
  unique (path, step)
);
comment on table sparc.tutorial_steps is
  'The steps of each tutorial in their order; a path is completed when all of them are. Reference data.';
comment on column sparc.tutorial_steps.path is 'Which tutorial.';
comment on column sparc.tutorial_steps.position is 'Order within the path, from 1.';
comment on column sparc.tutorial_steps.step is 'Name of the step. [none]';
alter table sparc.tutorial_steps enable row level security;
create policy "Tutorial steps readable" on sparc.tutorial_steps for select using (true);
comment on policy "Tutorial steps readable" on sparc.tutorial_steps is 'Reference data, the same for all.';
grant select on sparc.tutorial_steps to anon, authenticated, service_role;
insert into sparc.tutorial_steps (path, position, step) values
  ('player', 1, 'welcome'),
  ('player', 2, 'create_character'),
  ('player', 3, 'join_session'),
  ('player', 4, 'roll_dice'),
  ('player', 5, 'heroic_save'),
  ('seer', 1, 'welcome'),
  ('seer', 2, 'create_adventure'),
  ('seer', 3, 'create_session'),
  ('seer', 4, 'start_session'),
  ('seer', 5, 'run_encounter');
commit;
