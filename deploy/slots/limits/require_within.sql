-- Deploy gamekeeper:slots/limits/require_within to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.require_within(kind text, limits numeric[], sums numeric[], asked numeric, part text default null)
returns void
language plpgsql
stable
as $$
declare
  _periods constant text[] := array['24h', '7d', 'month'];
begin
  for _i in 1 .. 3 loop
    if require_within.sums[_i] > require_within.limits[_i] then
      perform core.raise('LIMIT_EXCEEDED', jsonb_strip_nulls(jsonb_build_object(
        'kind', require_within.kind, 'period', _periods[_i], 'limit', trim_scale(require_within.limits[_i]),
        'used', trim_scale(require_within.sums[_i] - require_within.asked), 'asked', trim_scale(require_within.asked),
        'part', require_within.part
      )));
    end if;
  end loop;
end
$$;
comment on function slots.require_within(text, numeric[], numeric[], numeric, text) is
  'Passes if no sum, with what is asked for in it, is above its limit; a missing limit is none. Raises: LIMIT_EXCEEDED. [helper]';
revoke all on function slots.require_within(text, numeric[], numeric[], numeric, text) from public;
commit;
