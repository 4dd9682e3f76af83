-- Deploy gamekeeper:sparc/seats/left_seat to pg
-- requires: sparc/feed/session_events sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The seat of who left before the start is gone; the feed remembers it for a day.
create function sparc.left_seat(session_id uuid, user_id uuid)
returns sparc.session_players
language plpgsql
stable
as $$
declare
  _player sparc.session_players;
begin
  select *
  into _player
  from sparc.session_players as p
  where p.session_id = left_seat.session_id and p.user_id = left_seat.user_id;
  if not found then
    select e.session_id, left_seat.user_id, (e.payload ->> 'character_id')::uuid, false, 0, null::timestamptz, e.created_at
    into _player
    from sparc.session_events as e
    where e.session_id = left_seat.session_id
      and e.event_type in ('player_left', 'player_kicked')
      and e.payload ->> 'user_id' = left_seat.user_id::text
    order by e.seq desc
    limit 1;
  end if;
  return _player;
end
$$;
comment on function sparc.left_seat(uuid, uuid) is
  'The seat of a player as it was left, and the one that they sit in; null for one who never sat there. [helper]';
revoke all on function sparc.left_seat(uuid, uuid) from public;
commit;
