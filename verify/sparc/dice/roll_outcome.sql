-- Verify gamekeeper:sparc/dice/roll_outcome on pg
begin;
do $$
begin
  if enum_range(null::sparc.roll_outcome)::text[] <> array['critical_success', 'success', 'failure', 'critical_failure'] then
    raise exception 'sparc.roll_outcome has other values';
  end if;
end
$$;
rollback;
