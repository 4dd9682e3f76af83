-- Verify gamekeeper:cards/games/game_events on pg
begin;
set local role gamekeeper;
do $$
begin
  perform game_id, event_index, type, payload, created_at from cards.game_events where false;
  if has_any_column_privilege('anon', 'cards.game_events', 'select, insert, update, references')
    or has_any_column_privilege('authenticated', 'cards.game_events', 'select, insert, update, references')
    or has_any_column_privilege('service_role', 'cards.game_events', 'insert, update, references')
    or not has_table_privilege('service_role', 'cards.game_events', 'select')
  then
    raise exception 'cards.game_events has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'cards.game_events'::regclass) then
    raise exception 'cards.game_events has no row level security';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.game_events'::regclass and tgname = 'append_only_update' and tgenabled = 'O') then
    raise exception 'cards.game_events has no trigger append_only_update';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.game_events'::regclass and tgname = 'append_only_delete' and tgenabled = 'O') then
    raise exception 'cards.game_events has no trigger append_only_delete';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'cards.game_events'::regclass and tgname = 'append_only_truncate' and tgenabled = 'O') then
    raise exception 'cards.game_events has no trigger append_only_truncate';
  end if;
end
$$;
rollback;
