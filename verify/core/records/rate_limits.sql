-- Verify gamekeeper:core/records/rate_limits on pg
begin;
do $$
begin
  perform subject, calls from core.rate_limits where false;
  if has_table_privilege('service_role', 'core.rate_limits', 'select') then
    raise exception 'core.rate_limits has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'core.rate_limits'::regclass) then
    raise exception 'core.rate_limits has no row level security';
  end if;
end
$$;
rollback;
