-- Verify gamekeeper:cards/play/place_bid on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.place_bid(uuid, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.place_bid(uuid, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.place_bid(uuid, integer)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.place_bid(uuid, integer)'::regprocedure)
  then
    raise exception 'cards.place_bid(uuid, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
