-- Deploy gamekeeper:sparc/dice/roll_type to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.roll_type as enum (
  'attribute_check', 'attack', 'defense', 'initiative', 'damage', 'healing', 'ability', 'heroic_save'
);
comment on type sparc.roll_type is 'Why a roll was made; heroic_save only by sparc.heroic_save.';
commit;
