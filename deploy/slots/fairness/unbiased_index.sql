-- Deploy gamekeeper:slots/fairness/unbiased_index to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.unbiased_index(word bigint, size integer)
returns integer
language sql
immutable
parallel safe
return case
  when unbiased_index.word < 4294967296 - 4294967296 % unbiased_index.size
    then (unbiased_index.word % unbiased_index.size)::integer
end;
comment on function slots.unbiased_index(bigint, integer) is
  'The index 0 to size - 1 that a uniform 32-bit word stands for; null when the word lies in the incomplete last '
  'stretch and must be drawn again (rejection sampling). Pure. [helper]';
revoke all on function slots.unbiased_index(bigint, integer) from public;
commit;
