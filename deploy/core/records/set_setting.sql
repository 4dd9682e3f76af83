-- Deploy gamekeeper:core/records/set_setting to pg
-- requires: core/records/settings core/callers/require_operator
begin;
set local role gamekeeper;
-- SECURITY DEFINER, because operators have no direct write.
create function core.set_setting(name text, value jsonb)
returns core.settings
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _setting core.settings;
begin
  perform core.require_operator();
  select * into _setting from core.settings s where s.name = set_setting.name for update;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('setting', set_setting.name));
  end if;
  if jsonb_typeof(set_setting.value) is distinct from jsonb_typeof(_setting.value) then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'value', 'problem', 'must be a ' || jsonb_typeof(_setting.value)));
  end if;
  update core.settings s set value = set_setting.value where s.name = set_setting.name returning * into _setting;
  return _setting;
end
$$;
comment on function core.set_setting(text, jsonb) is
  'Changes the value of a setting; operators and the service; audited. The JSON type must stay the same. Raises: FORBIDDEN, NOT_FOUND, INVALID_INPUT.';
revoke all on function core.set_setting(text, jsonb) from public;
grant execute on function core.set_setting(text, jsonb) to authenticated, service_role;
commit;
