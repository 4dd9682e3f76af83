-- Verify gamekeeper:cards/players/leaderboard on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.leader_record') is null then
    raise exception 'type cards.leader_record is missing';
  end if;
  if has_function_privilege('anon', 'cards.leaderboard(integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.leaderboard(integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.leaderboard(integer)', 'execute')
    or not (select prosecdef from pg_proc where oid = 'cards.leaderboard(integer)'::regprocedure)
  then
    raise exception 'cards.leaderboard(integer) has the wrong privileges';
  end if;
end
$$;
rollback;
