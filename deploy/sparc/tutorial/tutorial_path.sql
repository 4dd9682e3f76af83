-- Deploy gamekeeper:sparc/tutorial/tutorial_path to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.tutorial_path as enum ('player', 'seer');
comment on type sparc.tutorial_path is 'The tutorial for players and the one for Seers.';
commit;
