-- Verify gamekeeper:sparc/dice/dice_rolls on pg
begin;
do $$
begin
  perform
    id, session_id, character_id, character_name, attribute, dice_count, difficulty, roll_type, modifiers, results, total, modified_total, success, outcome, margin, description, animation_seed, original_roll_id, created_at
  from sparc.dice_rolls
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.dice_rolls'::regclass) then
    raise exception 'sparc.dice_rolls has no row level security';
  end if;
  if has_table_privilege('anon', 'sparc.dice_rolls', 'select, insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.dice_rolls';
  end if;
  if not has_table_privilege('authenticated', 'sparc.dice_rolls', 'select')
    or has_table_privilege('authenticated', 'sparc.dice_rolls', 'insert')
    or not has_column_privilege('authenticated', 'sparc.dice_rolls', 'session_id', 'insert')
    or has_column_privilege('authenticated', 'sparc.dice_rolls', 'id', 'insert')
    or has_column_privilege('authenticated', 'sparc.dice_rolls', 'created_at', 'insert')
    or has_table_privilege('authenticated', 'sparc.dice_rolls', 'update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.dice_rolls';
  end if;
  if not has_table_privilege('service_role', 'sparc.dice_rolls', 'select')
    or not has_table_privilege('service_role', 'sparc.dice_rolls', 'insert')
    or has_table_privilege('service_role', 'sparc.dice_rolls', 'update, delete') then
    raise exception 'service_role has the wrong privileges on sparc.dice_rolls';
  end if;
  perform 'sparc.idx_dice_rolls_session'::regclass;
  perform 'sparc.idx_dice_rolls_character'::regclass;
  perform 'sparc.idx_dice_rolls_created'::regclass;
  perform 'sparc.idx_dice_rolls_type'::regclass;
  perform 'sparc.idx_dice_rolls_original'::regclass;
  if (select count(*) from pg_policy where polrelid = 'sparc.dice_rolls'::regclass and polname in ('Dice rolls visible to session participants', 'Players can create rolls for own characters', 'Service writes dice rolls')) <> 3 then
    raise exception 'sparc.dice_rolls lacks a policy';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.dice_rolls'::regclass and tgname = 'unchanged_update' and tgenabled = 'O') then
    raise exception 'sparc.dice_rolls lacks the trigger unchanged_update';
  end if;
  if not exists (select from pg_trigger where tgrelid = 'sparc.dice_rolls'::regclass and tgname = 'unchanged_truncate' and tgenabled = 'O') then
    raise exception 'sparc.dice_rolls lacks the trigger unchanged_truncate';
  end if;
end
$$;
rollback;
