-- Deploy gamekeeper:core/records/setting_problem to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Asked by the constraints of core.settings and, for a readable answer, by core.set_setting.
create function core.setting_problem(type text, minimum numeric, maximum numeric, value jsonb)
returns text
language plpgsql
immutable
parallel safe
as $$
declare
  _json_type constant text := jsonb_typeof(setting_problem.value);
  _range text := '';
  _size numeric;
begin
  if setting_problem.minimum is not null or setting_problem.maximum is not null then
    _range := format(
      ' of %s to %s%s', coalesce(setting_problem.minimum::text, 'any'), coalesce(setting_problem.maximum::text, 'any'),
      case when setting_problem.type = 'text' then ' characters' else '' end
    );
  end if;
  if setting_problem.type = 'boolean' and _json_type = 'boolean' then
    return null;
  elsif setting_problem.type = 'text' and _json_type = 'string' then
    _size := length(setting_problem.value #>> '{}')::numeric;
  elsif setting_problem.type in ('integer', 'number') and _json_type = 'number' then
    _size := setting_problem.value::numeric;
  end if;
  if _size is null
    or (setting_problem.type = 'integer' and _size <> trunc(_size))
    or _size < setting_problem.minimum
    or _size > setting_problem.maximum
  then
    return format('must be of type %s%s', setting_problem.type, _range);
  end if;
  return null;
end
$$;
comment on function core.setting_problem(text, numeric, numeric, jsonb) is
  'What is wrong with a value for a setting of that type and range; null when it fits. Pure. [helper]';
revoke all on function core.setting_problem(text, numeric, numeric, jsonb) from public;
commit;
