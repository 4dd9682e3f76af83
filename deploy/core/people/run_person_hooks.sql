-- Deploy gamekeeper:core/people/run_person_hooks to pg
-- requires: core/people/person_hooks core/callers/closed_persons core/records/erasures core/errors/raise core/records/is_classified
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Hooks run as the owner, whoever called: the caller was asked before. core.guard_erasures knows this function by its name.
create function core.run_person_hooks(kind text, person_id uuid, into_id uuid default null, system text default null)
returns void
language plpgsql
volatile
as $$
declare
  _is_erasing constant boolean := run_person_hooks.kind = 'erase';
  _hook record;
begin
  if _is_erasing then
    if not core.is_classified() then
      perform core.raise(
        'STATE_ERROR', '{"state": "restored without comments", "expected": ["comments of columns, which say what is personal"]}'
      );
    end if;
    perform from core.closed_persons as c where c.person_id = run_person_hooks.person_id and c.kind = 'erased';
    if not found then
      perform core.raise('STATE_ERROR', jsonb_build_object('state', 'open', 'expected', jsonb_build_array('erased')));
    end if;
    insert into core.erasures (xact, person_id) values (pg_current_xact_id(), run_person_hooks.person_id);
  end if;
  for _hook in
    select h.system as schema, p.proname as name
    from core.person_hooks as h
    join pg_catalog.pg_proc as p on p.oid = h.function::regprocedure
    where h.kind = run_person_hooks.kind and (run_person_hooks.system is null or h.system = run_person_hooks.system)
    order by h.system
  loop
    if run_person_hooks.kind = 'merge' then
      execute format('select %I.%I($1, $2)', _hook.schema, _hook.name) using run_person_hooks.person_id, run_person_hooks.into_id;
    else
      execute format('select %I.%I($1)', _hook.schema, _hook.name) using run_person_hooks.person_id;
    end if;
  end loop;
  if _is_erasing then
    delete from core.erasures as e where e.xact = pg_current_xact_id();
  end if;
end
$$;
comment on function core.run_person_hooks(text, uuid, uuid, text) is
  'Calls the hooks of this kind (erase, close, reopen, merge) of all systems, or of one, in the order of their names. During '
  'those of erase, whose person must be in core.closed_persons as erased, core.guard_history lets personal columns be emptied. '
  'Raises: STATE_ERROR (who is to be erased is not listed, or the columns lost their comments). [helper]';
revoke all on function core.run_person_hooks(text, uuid, uuid, text) from public;
commit;
