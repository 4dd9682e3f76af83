-- Deploy gamekeeper:sparc/rolls/throw_waiting_rolls to pg
-- requires: sparc/rolls/throw_declared
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.throw_waiting_rolls(session_id uuid, roller_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _roll sparc.declared_rolls;
begin
  for _roll in
    select *
    from sparc.declared_rolls as d
    where d.session_id = throw_waiting_rolls.session_id
      and (throw_waiting_rolls.roller_id is null or d.roller_id = throw_waiting_rolls.roller_id)
      and d.thrown_at is null
    order by d.roll_number
  loop
    perform sparc.throw_declared(_roll);
  end loop;
end
$$;
comment on function sparc.throw_waiting_rolls(uuid, uuid) is
  'Throws what waits in a session that the caller holds locked: the roll of one roller, or of all where none is named. '
  'Raises: COMMIT_FIRST. [helper]';
revoke all on function sparc.throw_waiting_rolls(uuid, uuid) from public;
commit;
