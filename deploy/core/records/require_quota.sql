-- Deploy gamekeeper:core/records/require_quota to pg
-- requires: core/records/setting core/errors/raise core/callers/is_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Callers count what is there before they add to it. Where nothing serializes them, calls at the same instant may pass the
-- limit by as many; it bounds what is stored, it is no rule of a game.
create function core.require_quota(setting text, present bigint)
returns void
language plpgsql
stable
as $$
declare
  _limit constant bigint := core.setting(require_quota.setting)::bigint;
begin
  if require_quota.present >= _limit and not core.is_service() then
    perform core.raise('QUOTA_EXCEEDED', jsonb_build_object('quota', require_quota.setting, 'limit', _limit));
  end if;
end
$$;
comment on function core.require_quota(text, bigint) is
  'Refuses to store one thing more where as many as the setting allows are there; the service may. Raises: QUOTA_EXCEEDED. [helper]';
revoke all on function core.require_quota(text, bigint) from public;
commit;
