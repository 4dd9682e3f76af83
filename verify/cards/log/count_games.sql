-- Verify gamekeeper:cards/log/count_games on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.count_games(uuid[], timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.count_games(uuid[], timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.count_games(uuid[], timestamptz)', 'execute')
  then
    raise exception 'cards.count_games(uuid[], timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
