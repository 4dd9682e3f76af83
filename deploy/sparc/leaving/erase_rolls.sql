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
  _prefix text;
  _table text;
begin
  foreach _prefix in array array['', 'archived_'] loop
    foreach _table in array array['dice_rolls', 'declared_rolls'] loop
      execute format(
        $sql$
          update sparc.%1$s%2$s as r
          set
            character_name = coalesce(d.character_name, r.character_name),
            description = case when not d.is_theirs then r.description end,
            modifiers = case when d.is_theirs and r.modifiers <> '[]' then sparc.without_sources(r.modifiers) else r.modifiers end
          from (
            select o.id, o.roller_id = $1 as is_theirs, c.name as character_name
            from sparc.%1$sdeclared_rolls as o
            left join sparc.characters as c on c.id = o.character_id and c.user_id = $1
            where o.roller_id = $1 or o.character_id in (select m.id from sparc.characters as m where m.user_id = $1)
            union all
            select o.id, true, c.name
            from sparc.characters as c
            join sparc.%1$sdice_rolls as o on o.character_id = c.id and o.roll_number is null
            where c.user_id = $1
          ) as d
          where d.id = r.id and (
            r.character_name <> d.character_name
            or d.is_theirs and (r.description is not null or r.modifiers @? '$[*].source')
          )
        $sql$,
        _prefix, _table
      )
      using erase_rolls.person_id;
    end loop;
  end loop;
end
$$;
comment on function sparc.erase_rolls(uuid) is
  'Empties what a person wrote to rolls and overwrites the names of their characters there; dice and totals stay. [helper]';
revoke all on function sparc.erase_rolls(uuid) from public;
commit;
