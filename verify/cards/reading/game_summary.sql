-- Verify gamekeeper:cards/reading/game_summary on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.summary_record') is null then
    raise exception 'type cards.summary_record is missing';
  end if;
  if has_function_privilege('anon', 'cards.game_summary(uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.game_summary(uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.game_summary(uuid)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.game_summary(uuid)'::regprocedure)
  then
    raise exception 'cards.game_summary(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
