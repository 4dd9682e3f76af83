-- Deploy gamekeeper:slots/limits/require_time to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.require_time(limits numeric[], played numeric[], part text)
returns void
language plpgsql
stable
as $$
begin
  for _i in 1 .. 3 loop
    if require_time.played[_i] >= 60 * require_time.limits[_i] then
      perform core.raise('LIMIT_EXCEEDED', jsonb_strip_nulls(jsonb_build_object(
        'kind', 'time', 'period', (array['24h', '7d', 'month'])[_i], 'limit', trim_scale(require_time.limits[_i]),
        'used', round(require_time.played[_i] / 60, 1), 'part', require_time.part
      )));
    end if;
  end loop;
end
$$;
comment on function slots.require_time(numeric[], numeric[], text) is
  'Passes if a person has not yet played as many minutes as they wanted; a missing limit is none. Raises: LIMIT_EXCEEDED. [helper]';
revoke all on function slots.require_time(numeric[], numeric[], text) from public;
commit;
