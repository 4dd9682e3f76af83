-- Deploy gamekeeper:slots/checks/check_reason to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_reason(reason text)
returns void
language plpgsql
stable
parallel safe
as $$
begin
  if check_reason.reason is null or check_reason.reason !~ '^[a-z_]{1,40}$' then
    perform core.raise('INVALID_INPUT', '{"field": "reason", "problem": "must be a code of 1 to 40 of a-z and _"}');
  end if;
end
$$;
comment on function slots.check_reason(text) is
  'Refuses a reason other than a code of 1 to 40 of a-z_, so that no prose about a person comes into a ledger. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.check_reason(text) from public;
commit;
