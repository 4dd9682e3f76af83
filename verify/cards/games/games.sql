-- Verify gamekeeper:cards/games/games on pg
begin;
set local role gamekeeper;
do $$
begin
  perform id, session_seed, session_seed_hash, config, is_public, status, member_ids, started_at, completed_at, created_at, summary_id from cards.games where false;
  if not has_column_privilege('authenticated', 'cards.games', 'id', 'select')
    or has_column_privilege('authenticated', 'cards.games', 'session_seed', 'select')
    or has_column_privilege('service_role', 'cards.games', 'session_seed', 'select')
    or has_column_privilege('authenticated', 'cards.games', 'member_ids', 'select')
    or has_column_privilege('service_role', 'cards.games', 'member_ids', 'select')
    or has_column_privilege('authenticated', 'cards.games', 'summary_id', 'select')
    or has_column_privilege('service_role', 'cards.games', 'summary_id', 'select')
    or has_any_column_privilege('anon', 'cards.games', 'select')
  then
    raise exception 'cards.games has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.games'::regclass) then
    raise exception 'cards.games has no row level security';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.games'::regclass and tgname = 'keep_delete' and tgenabled = 'O') then
    raise exception 'cards.games has no trigger keep_delete';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.games'::regclass and tgname = 'keep_truncate' and tgenabled = 'O') then
    raise exception 'cards.games has no trigger keep_truncate';
  end if;
end
$$;
rollback;
