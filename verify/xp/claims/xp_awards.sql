-- Verify gamekeeper:xp/claims/xp_awards on pg
begin;
set local role gamekeeper;
do $$
begin
  perform award_id, user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id, model_state_snapshot, created_at, segment_key, longest_streak, grace_used, grace_applied, milestone_hits from xp.xp_awards where false;
  if has_table_privilege('anon', 'xp.xp_awards', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_awards', 'select')
    or not has_table_privilege('service_role', 'xp.xp_awards', 'select')
    or has_table_privilege('anon', 'xp.xp_awards', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_awards', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_awards', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_awards has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_awards'::regclass) then
    raise exception 'xp.xp_awards has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'xp.xp_awards'::regclass and tgname in ('append_only_update', 'append_only_delete', 'append_only_truncate')) <> 3 then
    raise exception 'xp.xp_awards lacks a trigger';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_awards'::regclass) <> 2 then
    raise exception 'xp.xp_awards has other policies';
  end if;
end
$$;
rollback;
