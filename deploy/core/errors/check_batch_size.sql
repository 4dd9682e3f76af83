-- Deploy gamekeeper:core/errors/check_batch_size to pg
-- requires: core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.check_batch_size(field text, batch_size integer)
returns integer
language plpgsql
stable
parallel safe
as $$
begin
  if check_batch_size.batch_size < 1 then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', check_batch_size.field, 'problem', 'must be 1 or more, or null for all at once'));
  end if;
  return check_batch_size.batch_size;
end
$$;
comment on function core.check_batch_size(text, integer) is
  'How many rows a batch of a rebuild looks at, 1 or more or (null) all, as it was given in the argument that field names. Raises: INVALID_INPUT. [helper]';
revoke all on function core.check_batch_size(text, integer) from public;
commit;
