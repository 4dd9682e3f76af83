-- Verify gamekeeper:cards/reading/room_history on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.history_record') is null then
    raise exception 'type cards.history_record is missing';
  end if;
  if has_function_privilege('anon', 'cards.room_history(uuid, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.room_history(uuid, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.room_history(uuid, integer)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.room_history(uuid, integer)'::regprocedure)
  then
    raise exception 'cards.room_history(uuid, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
