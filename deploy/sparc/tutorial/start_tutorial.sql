-- Deploy gamekeeper:sparc/tutorial/start_tutorial to pg
-- requires: sparc/people/require_player sparc/people/reject_input sparc/tutorial/tutorial_progress
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.start_tutorial(path sparc.tutorial_path)
returns sparc.tutorial_progress
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.require_player();
  _now constant timestamptz := core.now_utc();
  _progress sparc.tutorial_progress;
begin
  if start_tutorial.path is null then
    perform sparc.reject_input('path', 'must be player or seer');
  end if;
  insert into sparc.tutorial_progress as t (user_id, path, started_at)
  values (_caller, start_tutorial.path, _now)
  on conflict on constraint tutorial_progress_pkey do update
  set path = excluded.path,
    current_step = excluded.current_step,
    completed_steps = excluded.completed_steps,
    started_at = excluded.started_at,
    completed_at = null,
    skipped = false
  where t.path is distinct from excluded.path or t.skipped;
  select * into _progress from sparc.tutorial_progress as t where t.user_id = _caller;
  return _progress;
end
$$;
comment on function sparc.start_tutorial(sparc.tutorial_path) is
  'Starts a tutorial; the same path again changes nothing, another path or one that was skipped starts from the '
  'first step. Raises: UNAUTHENTICATED, PROFILE_MISSING, INVALID_INPUT. [client] [repeat: natural]';
revoke all on function sparc.start_tutorial(sparc.tutorial_path) from public;
grant execute on function sparc.start_tutorial(sparc.tutorial_path) to authenticated, service_role;
commit;
