-- Verify gamekeeper:core/records/audit on pg
begin;
do $$
begin
  if not (select prosecdef from pg_proc where oid = 'core.audit()'::regprocedure) then
    raise exception 'core.audit() cannot write the log for its caller';
  end if;
  if has_function_privilege('authenticated', 'core.audit()', 'execute') then
    raise exception 'authenticated can execute core.audit()';
  end if;
end
$$;
rollback;
