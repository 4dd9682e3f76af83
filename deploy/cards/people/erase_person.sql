-- Deploy gamekeeper:cards/people/erase_person to pg
-- requires: cards/people/person_players cards/people/leave_games cards/people/closed_profiles cards/players/gone_name core/keys/wall_clock core/people/person_hooks core/people/run_new_hook
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The row of the player stays, with the ids: logs, results and ranks go on naming the id. user_id stays too, so that a repeated
-- erasure finds what a call that ran beside the first one wrote.
create function cards.erase_person(person_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _player cards.players;
begin
  for _player in select * from cards.person_players(erase_person.person_id) loop
    perform cards.leave_games(_player.id);
    update cards.players as p
    set display_name = cards.gone_name(), avatar_seed = 'gone', color = '#808080', deleted_at = coalesce(p.deleted_at, core.wall_clock())
    where p.id = _player.id;
    delete from cards.closed_profiles as c where c.player_id = _player.id;
  end loop;
end
$$;
comment on function cards.erase_person(uuid) is
  'Hook of an erasure: the player leaves all games, and the profile is overwritten. Games, results, statistics and ranks stay under '
  'the player''s id. [helper]';
revoke all on function cards.erase_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('cards', 'erase', 'cards.erase_person(uuid)');
commit;
