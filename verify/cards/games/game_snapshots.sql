-- Verify gamekeeper:cards/games/game_snapshots on pg
begin;
set local role gamekeeper;
do $$
begin
  perform game_id, states from cards.game_snapshots where false;
  if has_any_column_privilege('anon', 'cards.game_snapshots', 'select, insert, update, references')
    or has_any_column_privilege('authenticated', 'cards.game_snapshots', 'select, insert, update, references')
    or has_any_column_privilege('service_role', 'cards.game_snapshots', 'select, insert, update, references')
  then
    raise exception 'cards.game_snapshots has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.game_snapshots'::regclass) then
    raise exception 'cards.game_snapshots has no row level security';
  end if;
end
$$;
rollback;
