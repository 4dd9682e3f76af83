-- Deploy gamekeeper:sparc/dice/figure to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.figure as (
  name text,
  dice integer
);
comment on type sparc.figure is 'Whom a roll is for, a character or a creature: its name, and the dice of the attribute that is tested.';
commit;
