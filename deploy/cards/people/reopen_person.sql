-- Deploy gamekeeper:cards/people/reopen_person to pg
-- requires: cards/people/person_players cards/people/closed_profiles core/people/person_hooks core/people/run_new_hook
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.reopen_person(person_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _player cards.players;
  _profile cards.closed_profiles;
begin
  for _player in select * from cards.person_players(reopen_person.person_id) loop
    delete from cards.closed_profiles as c where c.player_id = _player.id returning * into _profile;
    continue when not found;
    update cards.players as p
    set display_name = _profile.display_name, avatar_seed = _profile.avatar_seed, color = _profile.color, deleted_at = null
    where p.id = _player.id;
  end loop;
end
$$;
comment on function cards.reopen_person(uuid) is
  'Hook of an account that is opened again: its player has the profile back; a running game is entered again by join_game. [helper]';
revoke all on function cards.reopen_person(uuid) from public;
insert into core.person_hooks (system, kind, function) values ('cards', 'reopen', 'cards.reopen_person(uuid)');
commit;
