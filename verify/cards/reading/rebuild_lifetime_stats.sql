-- Verify gamekeeper:cards/reading/rebuild_lifetime_stats on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.rebuild_lifetime_stats()', 'execute')
    or has_function_privilege('authenticated', 'cards.rebuild_lifetime_stats()', 'execute')
    or not has_function_privilege('service_role', 'cards.rebuild_lifetime_stats()', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.rebuild_lifetime_stats()'::regprocedure)
  then
    raise exception 'cards.rebuild_lifetime_stats() has the wrong privileges';
  end if;
end
$$;
rollback;
