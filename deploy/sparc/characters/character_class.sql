-- Deploy gamekeeper:sparc/characters/character_class to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.character_class as enum (
  'warrior', 'rogue', 'wizard', 'cleric', 'paladin', 'ranger', 'necromancer'
);
comment on type sparc.character_class is 'The seven classes; each has its template in sparc.class_templates.';
commit;
