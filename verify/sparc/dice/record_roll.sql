-- Verify gamekeeper:sparc/dice/record_roll on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.record_roll()'::regprocedure) then
    raise exception 'sparc.record_roll() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.record_roll()', 'execute')
    or has_function_privilege('authenticated', 'sparc.record_roll()', 'execute')
    or has_function_privilege('service_role', 'sparc.record_roll()', 'execute') then
    raise exception 'sparc.record_roll() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.dice_rolls'::regclass and tgname = 'record_roll' and tgenabled = 'O') then
    raise exception 'sparc.dice_rolls lacks the trigger record_roll';
  end if;
end
$$;
rollback;
