-- Verify gamekeeper:xp/streaks/xp_streaks on pg
begin;
set local role gamekeeper;
do $$
begin
  perform user_id, current_streak, longest_streak, grace_used, last_reward_day_id, model_state, updated_at from xp.xp_streaks where false;
  if has_table_privilege('anon', 'xp.xp_streaks', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_streaks', 'select')
    or not has_table_privilege('service_role', 'xp.xp_streaks', 'select')
    or has_table_privilege('anon', 'xp.xp_streaks', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_streaks', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_streaks', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_streaks has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_streaks'::regclass) then
    raise exception 'xp.xp_streaks has no row level security';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_streaks'::regclass) <> 2 then
    raise exception 'xp.xp_streaks has other policies';
  end if;
end
$$;
rollback;
