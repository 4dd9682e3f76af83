-- Deploy gamekeeper:sparc/seats/leave_seat to pg
-- requires: core/keys/wall_clock core/errors/raise sparc/feed/record_player sparc/rolls/throw_waiting_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The session's row is locked by the caller. Before the start the seat is given up without a trace
-- (the feed has one); later the row stays, because rolls and statistics refer to who played, and what the player rolled is
-- thrown first.
create function sparc.leave_seat(session sparc.sessions, user_id uuid)
returns sparc.session_players
language plpgsql
volatile
as $$
declare
  _player sparc.session_players;
begin
  if (leave_seat.session).status in ('waiting', 'starting_soon') then
    delete from sparc.session_players as p
    where p.session_id = (leave_seat.session).id and p.user_id = leave_seat.user_id and p.is_active
    returning p.* into _player;
    _player.is_active := false;
    _player.left_at := core.wall_clock();
  elsif (leave_seat.session).status in ('active', 'paused') then
    perform sparc.throw_waiting_rolls((leave_seat.session).id, leave_seat.user_id);
    update sparc.session_players as p
    set is_active = false, left_at = core.wall_clock()
    where p.session_id = (leave_seat.session).id and p.user_id = leave_seat.user_id and p.is_active
    returning p.* into _player;
  else
    perform core.raise('STATE_ERROR', jsonb_build_object('state', (leave_seat.session).status, 'expected', jsonb_build_array('waiting', 'starting_soon', 'active', 'paused')));
  end if;
  if _player.session_id is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'user_id'));
  end if;
  return _player;
end
$$;
comment on function sparc.leave_seat(sparc.sessions, uuid) is
  'Frees the seat of a player: removed before the start, inactive after it. Raises: STATE_ERROR, NOT_FOUND, COMMIT_FIRST. '
  '[helper]';
revoke all on function sparc.leave_seat(sparc.sessions, uuid) from public;
commit;
