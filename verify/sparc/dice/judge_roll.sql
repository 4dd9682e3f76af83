-- Verify gamekeeper:sparc/dice/judge_roll on pg
begin;
do $$
begin
  if (select prosecdef from pg_proc where oid = 'sparc.judge_roll(integer[], integer, integer)'::regprocedure) then
    raise exception 'sparc.judge_roll(integer[], integer, integer) has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.judge_roll(integer[], integer, integer)', 'execute')
    or not has_function_privilege('authenticated', 'sparc.judge_roll(integer[], integer, integer)', 'execute')
    or not has_function_privilege('service_role', 'sparc.judge_roll(integer[], integer, integer)', 'execute') then
    raise exception 'sparc.judge_roll(integer[], integer, integer) has the wrong privileges';
  end if;
  if sparc.judge_roll(array[6, 6], 12, 18) <> 'critical_success' or sparc.judge_roll(array[1], 9, 3) <> 'critical_failure' then
    raise exception 'critical rolls are not seen';
  end if;
end
$$;
rollback;
