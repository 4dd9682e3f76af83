-- Verify gamekeeper:sparc/dice/make_roll on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'sparc.make_roll()'::regprocedure) then
    raise exception 'sparc.make_roll() has the wrong security';
  end if;
  if has_function_privilege('anon', 'sparc.make_roll()', 'execute')
    or has_function_privilege('authenticated', 'sparc.make_roll()', 'execute')
    or has_function_privilege('service_role', 'sparc.make_roll()', 'execute') then
    raise exception 'sparc.make_roll() has the wrong privileges';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.dice_rolls'::regclass and tgname = 'make_roll' and tgenabled = 'O') then
    raise exception 'sparc.dice_rolls lacks the trigger make_roll';
  end if;
end
$$;
rollback;
