-- Deploy gamekeeper:sparc/seats/join_session to pg
-- requires: core/errors/raise core/keys/wall_clock sparc/people/require_player sparc/people/reject_input sparc/sessions/check_session_capacity sparc/sessions/guard_seat sparc/feed/record_player sparc/seats/limit_code_calls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Called again with the same character, it answers again. Locks the session's row, then (in guard_seat) the character's.
create function sparc.join_session(code text, character_id uuid)
returns sparc.session_players
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.require_player();
  _now timestamptz;
  _code constant text := upper(btrim(join_session.code));
  _session sparc.sessions;
  _player sparc.session_players;
begin
  if _code is null then
    perform sparc.reject_input('code', 'must not be null');
  elsif join_session.character_id is null then
    perform sparc.reject_input('character_id', 'must not be null');
  end if;
  if _code ~ '^[A-Z0-9]{6}$' then
    select * into _session from sparc.sessions as s where s.code = _code::char(6) for no key update;
  end if;
  if _session.id is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'code'));
  elsif _session.seer_id = _caller then
    perform core.raise('SEER_CANNOT_PLAY');
  elsif _caller = any (_session.kicked_user_ids) then
    perform core.raise('KICKED');
  end if;
  select * into _player from sparc.session_players as p where p.session_id = _session.id and p.user_id = _caller;
  if _player.is_active and _player.character_id = join_session.character_id then
    return _player;
  end if;
  perform sparc.limit_code_calls(_caller);
  if _player.is_active then
    perform core.raise('ALREADY_JOINED', jsonb_build_object('sessionId', _session.id));
  elsif _session.status not in ('waiting', 'starting_soon')
    and not (_session.status = 'active' and _session.allow_late_join) then
    perform core.raise(
      'STATE_ERROR',
      jsonb_build_object(
        'state', _session.status,
        'expected', jsonb_build_array('waiting', 'starting_soon')
          || case when _session.allow_late_join then '["active"]'::jsonb else '[]' end
      )
    );
  end if;

  _now := core.wall_clock();
  insert into sparc.session_players as p (session_id, user_id, character_id, joined_at)
  values (_session.id, _caller, join_session.character_id, _now)
  on conflict on constraint session_players_pkey do update
  set character_id = excluded.character_id, is_active = true, left_at = null
  returning p.* into _player;
  if _session.status = 'active' then
    update sparc.characters as c set last_played_at = _now where c.id = join_session.character_id;
  end if;
  return _player;
end
$$;
comment on function sparc.join_session(text, uuid) is
  'Takes a seat in the session of that code with a character of the caller: while it waits, or while active if it '
  'allows late joins. Raises: UNAUTHENTICATED, PROFILE_MISSING, INVALID_INPUT, NOT_FOUND, SEER_CANNOT_PLAY, KICKED, RATE_LIMIT, '
  'ALREADY_JOINED, STATE_ERROR, SESSION_FULL, CHARACTER_BUSY. [client] [repeat: natural]';
revoke all on function sparc.join_session(text, uuid) from public;
grant execute on function sparc.join_session(text, uuid) to authenticated, service_role;
commit;
