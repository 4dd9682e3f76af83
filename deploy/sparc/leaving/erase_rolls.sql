-- Deploy gamekeeper:sparc/leaving/erase_rolls to pg
-- requires: sparc/feed/without_sources sparc/dice/guard_roll sparc/dice/declared_rolls sparc/archive/archived_dice_rolls sparc/archive/archived_declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What was rolled stays, under the names that the characters have now, live and archived alike. What was said to a roll is
-- the roller's; of one that the service restored, which has no declaration, it is the character's owner's.
create function sparc.erase_rolls(person_id uuid)
returns void
language plpgsql
volatile
as $$
-- @plpgsql_check_options: security_warnings = off
declare
  _characters constant uuid[] := array(select c.id from sparc.characters as c where c.user_id = erase_rolls.person_id);
  _prefix text;
begin
  foreach _prefix in array array['', 'archived_'] loop
    execute format(
      $sql$
        update sparc.%1$sdice_rolls as r
        set
          character_name = case
            when r.character_id = any ($2) then (select c.name from sparc.characters as c where c.id = r.character_id)
            else r.character_name
          end,
          description = case when coalesce(d.roller_id, $1) = $1 then null else r.description end,
          modifiers = case when coalesce(d.roller_id, $1) = $1 then sparc.without_sources(r.modifiers) else r.modifiers end
        from (
          select d.id, d.roller_id
          from sparc.%1$sdeclared_rolls as d
          where d.roller_id = $1 or d.character_id = any ($2)
          union all
          select o.id, null
          from sparc.%1$sdice_rolls as o
          where o.character_id = any ($2) and o.roll_number is null
        ) as d
        where d.id = r.id and (
          r.character_id = any ($2) and r.character_name !~ '^gone-[0-9a-f]{8}$'
          or coalesce(d.roller_id, $1) = $1 and (r.description is not null or r.modifiers <> '[]')
        )
      $sql$,
      _prefix
    )
    using erase_rolls.person_id, _characters;
    execute format(
      $sql$
        update sparc.%1$sdeclared_rolls as d
        set
          character_name = case
            when d.character_id = any ($2) then (select c.name from sparc.characters as c where c.id = d.character_id)
            else d.character_name
          end,
          description = case when d.roller_id = $1 then null else d.description end,
          modifiers = case when d.roller_id = $1 then sparc.without_sources(d.modifiers) else d.modifiers end
        where (d.roller_id = $1 or d.character_id = any ($2)) and (
          d.character_id = any ($2) and d.character_name !~ '^gone-[0-9a-f]{8}$'
          or d.roller_id = $1 and (d.description is not null or d.modifiers <> '[]')
        )
      $sql$,
      _prefix
    )
    using erase_rolls.person_id, _characters;
  end loop;
end
$$;
comment on function sparc.erase_rolls(uuid) is
  'Empties what a person wrote to rolls and overwrites the names of their characters there; dice and totals stay. [helper]';
revoke all on function sparc.erase_rolls(uuid) from public;
commit;
