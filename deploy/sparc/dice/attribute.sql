-- Deploy gamekeeper:sparc/dice/attribute to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.attribute as enum ('might', 'grace', 'wit', 'heart');
comment on type sparc.attribute is
  'The four attributes of a character; a roll throws as many dice as the attribute says.';
commit;
