-- Verify gamekeeper:cards/reading/player_view on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.player_view(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.player_view(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.player_view(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.player_view(uuid)'::regprocedure)
  then
    raise exception 'cards.player_view(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
