-- Deploy gamekeeper:cards/games/tell_feed to pg
-- requires: cards/games/game_feed cards/games/game_states cards/games/games cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The feed's row is written under the lock of the live row, whoever writes that, so its numbers never go back. Who may see it
-- is read anew when seats or spectators change, after cards.games knows it. It runs with every move, so it uses no regular
-- expression: that took longer than all the rest.
create function cards.tell_feed()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
declare
  _player_id constant text := (new.state).player_ids[(new.state).turn + 1];
  -- of a broken state too: nobody's turn, so that what is wrong with it can be written down
  _turn_player_id constant uuid := case
    when _player_id like '________-____-____-____-____________' and translate(_player_id, '0123456789abcdef', '') = '----' then _player_id::uuid
  end;
begin
  if tg_op = 'DELETE' then
    update cards.game_feed as f
    set
      next_index = (select max(e.event_index) + 1 from cards.game_events as e where e.game_id = old.game_id),
      turn_player_id = null
    where f.game_id = old.game_id;
    return null;
  end if;
  if (old.state).player_ids is not distinct from (new.state).player_ids
    and (old.state).spectators is not distinct from (new.state).spectators
  then
    update cards.game_feed as f
    set next_index = (new.state).next_index, turn_player_id = _turn_player_id
    where f.game_id = new.game_id;
    return null;
  end if;
  insert into cards.game_feed as f (game_id, next_index, turn_player_id, member_ids)
  select new.game_id, (new.state).next_index, _turn_player_id, g.member_ids
  from cards.games as g
  where g.id = new.game_id
    and (g.member_ids <> '{}' or exists (select from cards.game_feed as r where r.game_id = new.game_id))
  on conflict on constraint game_feed_pkey do update
  set next_index = excluded.next_index, turn_player_id = excluded.turn_player_id, member_ids = excluded.member_ids;
  return null;
end
$$;
comment on function cards.tell_feed() is
  'Trigger: writes the published row of a game whenever its live row changes or, at its end, goes. [helper]';
revoke all on function cards.tell_feed() from public;
create trigger tell_feed after update on cards.game_states for each row execute function cards.tell_feed();
create trigger tell_feed_delete after delete on cards.game_states for each row execute function cards.tell_feed();
commit;
