-- Deploy gamekeeper:xp/policies/bounded_number to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A function of its own, not inlined: a claim asks it for five numbers, and each would set up all of this anew.
create function xp.bounded_number(value jsonb, low numeric, high numeric)
returns numeric
language plpgsql
immutable
strict
parallel safe
as $$
begin
  return case jsonb_typeof(bounded_number.value)
    when 'number' then least(greatest(round(bounded_number.value::numeric, 20), bounded_number.low), bounded_number.high)
  end;
end
$$;
comment on function xp.bounded_number(jsonb, numeric, numeric) is
  'A number of a policy document, drawn into its range and to the 20 decimals that a valid one may have, so that no document makes arithmetic dear; null when it is no number. [helper]';
revoke all on function xp.bounded_number(jsonb, numeric, numeric) from public;
commit;
