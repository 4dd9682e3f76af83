-- Deploy gamekeeper:core/records/set_setting to pg
-- requires: core/records/settings core/callers/require_operator core/callers/require_service core/shards/shards core/shards/refused_slot core/errors/raise core/shards/definitions
begin;
set local search_path = pg_temp;
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
  _problem text;
begin
  perform core.require_operator();
  if exists (select from core.shards as s where s.is_here) then
    perform core.raise('WRONG_SHARD', core.refused_slot(null));
  end if;
  select * into _setting from core.settings as s where s.name = set_setting.name for update;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('setting', set_setting.name));
  end if;
  if _setting.changed_by = 'service' then
    perform core.require_service();
  end if;
  _problem := core.setting_problem(_setting.type, _setting.minimum, _setting.maximum, set_setting.value);
  if _problem is not null then
    perform core.raise(
      'INVALID_INPUT',
      jsonb_build_object(
        'field', 'value', 'problem', _problem,
        'type', _setting.type, 'minimum', _setting.minimum, 'maximum', _setting.maximum
      )
    );
  end if;
  if _setting.value <> set_setting.value then
    perform from core.definitions as d where d.table_name = 'core.settings' for share;
    update core.settings as s set value = set_setting.value where s.name = set_setting.name returning * into _setting;
  end if;
  return _setting;
end
$$;
comment on function core.set_setting(text, jsonb) is
  'Changes the value of a setting, within its type and range; audited, unless it is that already. Operators and the service; the service alone '
  'where core.settings says so. Settings are written where definitions are (docs/scale.md). Raises: FORBIDDEN, WRONG_SHARD, NOT_FOUND, INVALID_INPUT. [operator] [repeat: natural]';
revoke all on function core.set_setting(text, jsonb) from public;
grant execute on function core.set_setting(text, jsonb) to authenticated, service_role;
commit;
