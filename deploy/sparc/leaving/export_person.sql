-- Deploy gamekeeper:sparc/leaving/export_person to pg
-- requires: core/people/person_hooks core/people/run_new_hook core/people/export_page sparc/people/users sparc/tutorial/tutorial_progress sparc/adventures/adventure_ratings sparc/adventures/creatures sparc/archive/archived_dice_rolls sparc/archive/archived_declared_rolls sparc/archive/archived_session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A roll is the roller's, and its character's owner's: but what the Seer rolled hidden for the character is not shown to the
-- player here either before it is revealed. The feed holds nothing but ids.
create function sparc.export_person(person_id uuid, after jsonb, page_size integer)
returns table (table_name text, key jsonb, "row" jsonb)
language plpgsql
stable
as $$
declare
  _characters constant text := 'any (array(select c.id from sparc.characters as c where c.user_id = any ($1)))';
  _declared constant text :=
    '(%1$s.roller_id = any ($1) or %1$s.character_id = ' || _characters
    || ' and (not %1$s.is_hidden or %1$s.revealed_at is not null))';
  _thrown constant text :=
    't.id in (select d.id from sparc.%1$sdeclared_rolls as d where ' || format(_declared, 'd')
    || ' union all select r.id from sparc.%1$sdice_rolls as r where r.roll_number is null and r.character_id = ' || _characters || ')';
begin
  return query
  select *
  from core.export_page(
    export_person.person_id,
    array[
      ['sparc.adventure_ratings', 't.user_id = any ($1)'],
      ['sparc.adventures', 't.creator_id = any ($1)'],
      ['sparc.archived_declared_rolls', format(_declared, 't')],
      ['sparc.archived_dice_rolls', format(_thrown, 'archived_')],
      ['sparc.archived_session_players', 't.user_id = any ($1)'],
      ['sparc.archived_sessions', 't.seer_id = any ($1)'],
      ['sparc.characters', 't.user_id = any ($1)'],
      ['sparc.creatures', 't.adventure_id in (select a.id from sparc.adventures as a where a.creator_id = any ($1))'],
      ['sparc.declared_rolls', format(_declared, 't')],
      ['sparc.dice_rolls', format(_thrown, '')],
      ['sparc.session_players', 't.user_id = any ($1)'],
      ['sparc.sessions', 't.seer_id = any ($1)'],
      ['sparc.tutorial_progress', 't.user_id = any ($1)'],
      ['sparc.users', 't.id = any ($1)']
    ],
    export_person.after,
    export_person.page_size
  );
end
$$;
comment on function sparc.export_person(uuid, jsonb, integer) is
  'The export hook of sparc: a page of the rows that are a person''s. Raises: INVALID_INPUT. [helper]';
revoke all on function sparc.export_person(uuid, jsonb, integer) from public;
insert into core.person_hooks (system, kind, function) values ('sparc', 'export', 'sparc.export_person(uuid, jsonb, integer)');
commit;
