-- Deploy gamekeeper:sparc/people/reject_input to pg
-- requires: core/errors/raise sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The sentence behind every INVALID_INPUT of sparc: which argument, and what is wrong with it.
create function sparc.reject_input(field text, problem text)
returns void
language plpgsql
volatile
parallel safe
as $$
begin
  perform core.raise(
    'INVALID_INPUT',
    jsonb_build_object('field', reject_input.field, 'problem', reject_input.problem)
  );
end
$$;
comment on function sparc.reject_input(text, text) is
  'Refuses an argument, naming it and its problem in DETAIL. Raises: INVALID_INPUT. [helper]';
revoke all on function sparc.reject_input(text, text) from public;
commit;
