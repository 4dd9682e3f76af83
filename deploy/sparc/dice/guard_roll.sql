-- Deploy gamekeeper:sparc/dice/guard_roll to pg
-- requires: core/errors/raise core/records/erasures sparc/feed/without_sources sparc/dice/dice_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- In the place of core.guard_history, which would let modifiers be emptied: a total follows from them. It asks what
-- core.is_erasure asks, of three columns that are known here, in a tenth of the time: a person may have thousands of rolls.
-- SECURITY DEFINER, because whoever writes may not see whether somebody is being erased.
create function sparc.guard_roll()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _expected sparc.dice_rolls := old;
begin
  _expected.character_name := new.character_name;
  _expected.description := new.description;
  if new.modifiers <> old.modifiers and new.modifiers = sparc.without_sources(old.modifiers) then
    _expected.modifiers := new.modifiers;
  end if;
  if _expected is distinct from new
    or new.character_name <> old.character_name and new.character_name !~ '^gone-[0-9a-f]{8}$'
    or new.description is not null and new.description is distinct from old.description
    or not exists (select from core.erasures as e where e.xact = pg_current_xact_id_if_assigned()) then
    perform core.raise('APPEND_ONLY', jsonb_build_object('table', 'sparc.dice_rolls', 'operation', tg_op));
  end if;
  return new;
end
$$;
comment on function sparc.guard_roll() is
  'Trigger: a roll is never changed, by whomever; an erasure alone empties its names and texts, and what its modifiers are '
  'called. Raises: APPEND_ONLY. [helper]';
revoke all on function sparc.guard_roll() from public;
create trigger guard_roll before update on sparc.dice_rolls for each row execute function sparc.guard_roll();
commit;
