-- Deploy gamekeeper:sparc/tutorial/complete_step to pg
-- requires: core/errors/raise core/keys/now_utc sparc/people/reject_input sparc/tutorial/tutorial_progress sparc/tutorial/tutorial_steps sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.complete_step(step text)
returns sparc.tutorial_progress
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.enter();
  _progress sparc.tutorial_progress;
  _next text;
begin
  if coalesce(complete_step.step, '') !~ '^[a-z][a-z0-9_]{0,63}$' then
    perform sparc.reject_input('step', 'must be 1 to 64 of a-z, 0-9 and _, a letter first');
  end if;
  select * into _progress from sparc.tutorial_progress as t where t.user_id = _caller for no key update;
  if not found or _progress.skipped or _progress.path is null then
    perform core.raise(
      'STATE_ERROR',
      jsonb_build_object(
        'state', case when _progress.skipped then 'skipped' else 'not started' end,
        'expected', jsonb_build_array('started')
      )
    );
  elsif complete_step.step = any (_progress.completed_steps) then
    return _progress;
  elsif cardinality(_progress.completed_steps) >= 100 then
    perform sparc.reject_input('step', 'would be the 101st');
  end if;

  _progress.completed_steps := _progress.completed_steps || complete_step.step;
  select s.step
  into _next
  from sparc.tutorial_steps as s
  where s.path = _progress.path and s.step <> all (_progress.completed_steps)
  order by s.position
  limit 1;
  update sparc.tutorial_progress as t
  set completed_steps = _progress.completed_steps,
    current_step = coalesce(_next, t.current_step),
    completed_at = case when _next is null then coalesce(t.completed_at, core.now_utc()) end
  where t.user_id = _caller
  returning t.* into _progress;
  return _progress;
end
$$;
comment on function sparc.complete_step(text) is
  'Marks a step of the caller''s tutorial as done, once; the tutorial is completed when every step of its path is. '
  'Steps outside the path are kept too. Raises: UNAUTHENTICATED, INVALID_INPUT, STATE_ERROR. [client] [repeat: natural]';
revoke all on function sparc.complete_step(text) from public;
grant execute on function sparc.complete_step(text) to authenticated, service_role;
commit;
