-- Deploy gamekeeper:core/errors/check_page_size to pg
-- requires: core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.check_page_size(page_size integer)
returns integer
language plpgsql
stable
parallel safe
as $$
begin
  if check_page_size.page_size is null or check_page_size.page_size not between 1 and 1000 then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'page_size', 'problem', 'must be 1 to 1000'));
  end if;
  return check_page_size.page_size;
end
$$;
comment on function core.check_page_size(integer) is
  'The page size of a keyset page, 1 to 1000 rows, as it was given. Raises: INVALID_INPUT. [helper]';
revoke all on function core.check_page_size(integer) from public;
commit;
