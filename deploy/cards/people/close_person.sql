-- Deploy gamekeeper:cards/people/close_person to pg
-- requires: cards/people/person_players cards/people/leave_games cards/people/closed_profiles cards/players/gone_name core/keys/wall_clock core/people/person_hooks core/people/run_new_hook
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.close_person(person_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _player cards.players;
begin
  for _player in select * from cards.person_players(close_person.person_id) loop
    perform cards.leave_games(_player.id);
    select * into strict _player from cards.players as p where p.id = _player.id for update;
    if _player.deleted_at is null then
      insert into cards.closed_profiles (player_id, display_name, avatar_seed, color)
      values (_player.id, _player.display_name, _player.avatar_seed, _player.color);
      update cards.players as p
      set display_name = cards.gone_name(), avatar_seed = 'gone', color = '#808080', deleted_at = core.wall_clock()
      where p.id = _player.id;
    end if;
  end loop;
end
$$;
comment on function cards.close_person(uuid) is
  'Hook of an account that is closed: its player leaves all games, and is shown as one who has gone; the profile is kept for '
  'cards.reopen_person. [helper]';
revoke all on function cards.close_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('cards', 'close', 'cards.close_person(uuid)');
commit;
