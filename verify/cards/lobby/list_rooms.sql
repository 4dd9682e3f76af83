-- Verify gamekeeper:cards/lobby/list_rooms on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.room_record') is null then
    raise exception 'type cards.room_record is missing';
  end if;
  if has_function_privilege('anon', 'cards.list_rooms(uuid, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.list_rooms(uuid, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.list_rooms(uuid, integer)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.list_rooms(uuid, integer)'::regprocedure)
  then
    raise exception 'cards.list_rooms(uuid, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
