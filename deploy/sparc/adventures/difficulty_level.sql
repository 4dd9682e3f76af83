-- Deploy gamekeeper:sparc/adventures/difficulty_level to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.difficulty_level as enum ('easy', 'medium', 'hard');
comment on type sparc.difficulty_level is 'How hard an adventure is.';
commit;
