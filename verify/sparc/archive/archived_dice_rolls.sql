-- Verify gamekeeper:sparc/archive/archived_dice_rolls on pg
begin;
do $$
begin
  perform
    id, session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, modifiers, results, total, modified_total, success, outcome, margin, description, animation_seed, original_roll_id, created_at
  from sparc.archived_dice_rolls
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.archived_dice_rolls'::regclass) then
    raise exception 'sparc.archived_dice_rolls has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.archived_dice_rolls', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.archived_dice_rolls';
  end if;
  if not has_table_privilege('authenticated', 'sparc.archived_dice_rolls', 'select')
    or has_table_privilege('authenticated', 'sparc.archived_dice_rolls', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.archived_dice_rolls';
  end if;
  if not has_table_privilege('service_role', 'sparc.archived_dice_rolls', 'select')
    or has_table_privilege('service_role', 'sparc.archived_dice_rolls', 'insert, update, delete') then
    raise exception 'service_role has the wrong privileges on sparc.archived_dice_rolls';
  end if;
  perform 'sparc.idx_archived_dice_rolls_session'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.archived_dice_rolls'::regclass and polname in ('Archived rolls visible to participants', 'Service writes archived dice rolls')) <> 2 then
    raise exception 'sparc.archived_dice_rolls lacks a policy';
  end if;
end
$$;
rollback;
