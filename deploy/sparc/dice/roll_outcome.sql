-- Deploy gamekeeper:sparc/dice/roll_outcome to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type sparc.roll_outcome as enum ('critical_success', 'success', 'failure', 'critical_failure');
comment on type sparc.roll_outcome is 'How a roll ended: all sixes, reached the difficulty, did not, all ones.';
commit;
