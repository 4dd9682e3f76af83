-- Deploy gamekeeper:cards/rules/longest_run to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.longest_run(deltas integer[], direction integer)
returns integer
language plpgsql
immutable
parallel safe
as $$
declare
  _delta integer;
  _run integer := 0;
  _longest integer := 0;
begin
  foreach _delta in array longest_run.deltas loop
    _run := case when sign(_delta) = longest_run.direction then _run + 1 else 0 end;
    _longest := greatest(_longest, _run);
  end loop;
  return _longest;
end
$$;
comment on function cards.longest_run(integer[], integer) is
  'Length of the longest run of numbers of that sign (1 or -1); zero breaks a run. [helper]';
revoke all on function cards.longest_run(integer[], integer) from public;
commit;
