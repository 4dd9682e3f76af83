-- Deploy gamekeeper:slots/reports/roll_up_sessions to pg
-- requires: core/keys/wall_clock core/keys/slot_in core/shards/is_elsewhere core/upkeep/upkeep_tasks slots/sessions/sessions slots/reports/session_rollups slots/reports/roll_up_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Two runs at once would add the same events twice: each takes the row of the task first, as core.run_task does. What is being copied
-- from another server is added up there until it lives here: what a game has added up stays, also where the copy is given up. That
-- is asked last, of the sessions that have something new: it costs more than the rest of the look.
create function slots.roll_up_sessions(most integer)
returns integer
language plpgsql
volatile
as $$
declare
  _at timestamptz;
  _session slots.sessions;
  _done integer := 0;
begin
  perform from core.upkeep_tasks as t where t.task = 'slots.reports' for update;
  _at := core.wall_clock();
  for _session in
    select s.*
    from slots.sessions as s
    left join slots.session_rollups as r on r.session_id = s.session_id
    where not s.is_closed
      and case when s.event_count > coalesce(r.events, 0) then not core.is_elsewhere(core.slot_in(s.session_id)) else false end
    order by s.session_id
    limit roll_up_sessions.most
  loop
    perform slots.roll_up_session(_session, _at);
    _done := _done + 1;
  end loop;
  return _done;
end
$$;
comment on function slots.roll_up_sessions(integer) is
  'Adds up what was played since the last time, of so many open sessions at the most; returns of how many. Locks no session. [helper]';
revoke all on function slots.roll_up_sessions(integer) from public;
commit;
