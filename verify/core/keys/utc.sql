-- Verify gamekeeper:core/keys/utc on pg
begin;
set local timezone = '<UTC>-12';
do $$
begin
  if core.utc('2026-01-01 00:00:00+00') <> timestamp '2026-01-01 00:00:00' then
    raise exception 'core.utc depends on the session''s TimeZone';
  end if;
  if not has_function_privilege('anon', 'core.utc(timestamptz)', 'execute') then
    raise exception 'anon cannot execute core.utc(timestamptz)';
  end if;
end
$$;
rollback;
