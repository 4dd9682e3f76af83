-- Verify gamekeeper:core/chance/is_settled on pg
begin;
set local role gamekeeper;
do $$
begin
  if not core.is_settled(null) then
    raise exception 'what depends on no decision is not settled';
  end if;
  if has_function_privilege('authenticated', 'core.is_settled(xid8)', 'execute') then
    raise exception 'core.is_settled has the wrong privileges';
  end if;
end
$$;
rollback;
