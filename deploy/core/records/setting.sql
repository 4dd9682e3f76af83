-- Deploy gamekeeper:core/records/setting to pg
-- requires: core/records/settings core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.setting(name text)
returns jsonb
language plpgsql
stable
parallel safe
as $$
declare
  _value jsonb;
begin
  select s.value into _value from core.settings as s where s.name = setting.name;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('setting', setting.name));
  end if;
  return _value;
end
$$;
comment on function core.setting(text) is 'The present value of a setting. Raises: NOT_FOUND. [helper]';
revoke all on function core.setting(text) from public;
commit;
