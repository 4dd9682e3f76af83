-- Verify gamekeeper:cards/players/players on pg
begin;
set local role gamekeeper;
do $$
begin
  perform id, user_id, display_name, avatar_seed, color, is_bot, bot_strategy, created_at, updated_at from cards.players where false;
  if not has_column_privilege('authenticated', 'cards.players', 'id', 'select')
    or has_column_privilege('authenticated', 'cards.players', 'user_id', 'select')
    or has_column_privilege('service_role', 'cards.players', 'user_id', 'select')
    or has_column_privilege('authenticated', 'cards.players', 'updated_at', 'select')
    or has_column_privilege('service_role', 'cards.players', 'updated_at', 'select')
    or has_any_column_privilege('anon', 'cards.players', 'select')
  then
    raise exception 'cards.players has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.players'::regclass) then
    raise exception 'cards.players has no row level security';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.players'::regclass and tgname = 'touch' and tgenabled = 'O') then
    raise exception 'cards.players has no trigger touch';
  end if;
end
$$;
rollback;
