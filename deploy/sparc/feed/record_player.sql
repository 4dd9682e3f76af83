-- Deploy gamekeeper:sparc/feed/record_player to pg
-- requires: sparc/feed/emit_event sparc/sessions/guard_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.record_player()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _player sparc.session_players;
  _kicked uuid[];
  _event_type text;
begin
  if tg_op = 'DELETE' then
    _player := old;
  else
    _player := new;
  end if;
  if tg_op = 'UPDATE' and new.is_active = old.is_active or tg_op = 'DELETE' and not old.is_active then
    return null;
  end if;
  select s.kicked_user_ids into _kicked from sparc.sessions as s where s.id = _player.session_id;
  if not found then
    -- the session itself is on its way to the archive
    return null;
  end if;

  _event_type := case
    when tg_op = 'INSERT' then 'player_joined'
    when tg_op = 'UPDATE' and new.is_active then 'player_returned'
    when _player.user_id = any (_kicked) then 'player_kicked'
    else 'player_left'
  end;
  perform sparc.emit_event(
    _player.session_id,
    _event_type,
    jsonb_build_object(
      'user_id', _player.user_id,
      'character_id', _player.character_id,
      'character_class', (select c.class from sparc.characters as c where c.id = _player.character_id)
    )
  );
  return null;
end
$$;
comment on function sparc.record_player() is
  'Trigger: an event for each player who joins, returns, leaves or is kicked. [helper]';
revoke all on function sparc.record_player() from public;
create trigger record_player after insert or delete or update of is_active on sparc.session_players
for each row execute function sparc.record_player();
commit;
