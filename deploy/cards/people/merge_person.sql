-- Deploy gamekeeper:cards/people/merge_person to pg
-- requires: cards/people/move_seat cards/people/join_statistics cards/games/game_states cards/games/game_players cards/games/game_spectators cards/games/game_departures cards/players/players cards/players/player_id_of core/errors/raise core/keys/slot_in core/people/person_hooks core/people/run_new_hook core/shards/enter core/shards/is_elsewhere
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Where the new account has no player yet, as a guest's who signs up, it gets one with the old one's profile. Games are locked by
-- ascending id.
create function cards.merge_person(from_id uuid, into_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _from cards.players;
  _into cards.players;
  _game_id uuid;
  _game cards.game_states;
begin
  select * into _from from cards.players as p where p.user_id = merge_person.from_id::text and p.merged_into is null;
  if not found then
    return;
  end if;
  select * into _into from cards.players as p where p.user_id = merge_person.into_id::text;
  if not found then
    insert into cards.players as p (id, user_id, display_name, avatar_seed, color)
    values (
      cards.player_id_of(merge_person.into_id::text), merge_person.into_id::text, _from.display_name, _from.avatar_seed, _from.color
    )
    on conflict on constraint players_pkey do update set user_id = excluded.user_id, deleted_at = null
    returning * into strict _into;
  end if;
  for _game_id in
    select g.game_id from cards.game_players as g where g.player_id = _from.id and g.is_live order by g.game_id
  loop
    perform core.enter(core.slot_in(_game_id));
    select * into _game from cards.game_states as s where s.game_id = _game_id for update;
    if _into.id::text = any ((_game.state).player_ids) then
      perform core.raise('CANNOT_MERGE', jsonb_build_object('system', 'cards', 'problem', 'both sit in one game', 'gameId', _game_id));
    elsif _from.id::text = any ((_game.state).player_ids) then
      perform cards.move_seat(_game, _from.id, _into.id);
    end if;
  end loop;

  insert into cards.game_spectators (game_id, player_id, created_at)
  select s.game_id, _into.id, s.created_at
  from cards.game_spectators as s
  where s.player_id = _from.id
    and not exists (select from cards.game_players as g where g.game_id = s.game_id and g.player_id = _into.id)
  on conflict on constraint game_spectators_pkey do nothing;
  delete from cards.game_spectators as s where s.player_id = _from.id;
  insert into cards.game_departures (game_id, player_id, is_kicked, is_banned)
  select d.game_id, _into.id, d.is_kicked, d.is_banned from cards.game_departures as d where d.player_id = _from.id
  on conflict on constraint game_departures_pkey do nothing;
  delete from cards.game_departures as d where d.player_id = _from.id;
  update cards.players as p set merged_into = _into.id where _from.id in (p.id, p.merged_into);
  if not core.is_elsewhere(core.slot_in(_into.id)) then
    perform cards.join_statistics(_into.id);
  end if;
end
$$;
comment on function cards.merge_person(uuid, uuid) is
  'Hook of two accounts that become one: seats of games that are not completed go to the player of the new account, and the lifetime '
  'statistics count the completed games of both, which stay under the old player''s id; statistics are of where the new one lives. Raises: CANNOT_MERGE (both sit in one game). [helper]';
revoke all on function cards.merge_person(uuid, uuid) from public;
insert into core.person_hooks (system, kind, function) values ('cards', 'merge', 'cards.merge_person(uuid, uuid)');
commit;
