-- Deploy gamekeeper:sparc/rolls/throw_declared to pg
-- requires: core/errors/raise core/keys/wall_clock core/chance/is_settled sparc/dice/record_roll sparc/dice/draw_roll
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The caller holds the lock of the session.
create function sparc.throw_declared(roll sparc.declared_rolls)
returns sparc.dice_rolls
language plpgsql
volatile
as $$
declare
  _result sparc.dice_rolls;
  _can_be_saved boolean;
begin
  if not core.is_settled((throw_declared.roll).decided_in) then
    perform core.raise('COMMIT_FIRST', jsonb_build_object('rollId', (throw_declared.roll).id));
  end if;
  _result := sparc.draw_roll(throw_declared.roll, core.wall_clock());
  insert into sparc.dice_rolls select (_result).*;
  _can_be_saved := _result.character_id is not null and _result.roll_type <> 'heroic_save' and not _result.success;
  update sparc.declared_rolls as d
  set thrown_at = _result.created_at, save_from = case when not _can_be_saved then _result.created_at end
  where d.id = _result.id;
  return _result;
end
$$;
comment on function sparc.throw_declared(sparc.declared_rolls) is
  'Throws a declared roll that waits. Raises: COMMIT_FIRST, when this transaction declared it. [helper]';
revoke all on function sparc.throw_declared(sparc.declared_rolls) from public;
commit;
