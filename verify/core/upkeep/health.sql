-- Verify gamekeeper:core/upkeep/health on pg
begin;
do $$
begin
  if exists (select from core.health() h where h.detail like 'the check itself failed%') then
    raise exception 'a check of core.health() fails';
  end if;
  if has_function_privilege('anon', 'core.health()', 'execute')
    or not has_function_privilege('authenticated', 'core.health()', 'execute') then
    raise exception 'core.health() has the wrong privileges';
  end if;
end
$$;
rollback;
