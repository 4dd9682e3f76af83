-- Verify gamekeeper:core/errors/raise on pg
begin;
do $$
begin
  begin
    perform core.raise('NOT_FOUND');
  exception
    when sqlstate 'KG004' then
      if not has_function_privilege('anon', 'core.raise(text, jsonb)', 'execute') then
        raise exception 'anon cannot execute core.raise';
      end if;
      return;
  end;
  raise exception 'core.raise raises nothing';
end
$$;
rollback;
