-- Deploy gamekeeper:cards/people/export_person to pg
-- requires: cards/people/closed_profiles cards/games/away_results cards/games/game_departures cards/games/game_players cards/games/game_spectators cards/players/player_lifetime_stats core/people/export_page core/people/person_hooks core/people/run_new_hook
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.export_person(person_id uuid, after jsonb, page_size integer)
returns table (table_name text, key jsonb, "row" jsonb)
language plpgsql
stable
as $$
declare
  _players constant text :=
    'any (array(select p.id from cards.players as p where p.user_id = any ($1::text[])'
    ' union all select p.id from cards.players as p where p.id = any ($1) and p.user_id is null and not p.is_bot))';
begin
  return query
    select p.*
    from core.export_page(
      export_person.person_id,
      array[
        array['cards.away_results', 't.player_id = ' || _players],
        array['cards.closed_profiles', 't.player_id = ' || _players],
        array['cards.game_departures', 't.player_id = ' || _players],
        array['cards.game_players', 't.player_id = ' || _players],
        array['cards.game_spectators', 't.player_id = ' || _players],
        array['cards.player_lifetime_stats', 't.player_id = ' || _players],
        array['cards.players', 't.id = ' || _players]
      ],
      export_person.after, export_person.page_size
    ) as p;
end
$$;
comment on function cards.export_person(uuid, jsonb, integer) is
  'Hook of an export: a page of what is stored of a person''s players. Logs hold other people''s moves too, and name players by '
  'their ids: cards.list_events gives them, by the game_id of each row of cards.game_players. Raises: INVALID_INPUT. [helper]';
revoke all on function cards.export_person(uuid, jsonb, integer) from public;
insert into core.person_hooks (system, kind, function) values ('cards', 'export', 'cards.export_person(uuid, jsonb, integer)');
commit;
