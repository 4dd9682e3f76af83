-- Verify gamekeeper:core/keys/wall_clock on pg
begin;
set local role gamekeeper;
do $$
begin
  if core.wall_clock() < now() then
    raise exception 'core.wall_clock() lies behind the start of the transaction';
  end if;
  if has_function_privilege('authenticated', 'core.wall_clock()', 'execute') then
    raise exception 'core.wall_clock has the wrong privileges';
  end if;
end
$$;
rollback;
