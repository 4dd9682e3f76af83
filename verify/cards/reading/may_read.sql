-- Verify gamekeeper:cards/reading/may_read on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.access') is null then
    raise exception 'type cards.access is missing';
  end if;
  if has_function_privilege('anon', 'cards.may_read(uuid)', 'execute')
    or has_function_privilege('authenticated', 'cards.may_read(uuid)', 'execute')
    or has_function_privilege('service_role', 'cards.may_read(uuid)', 'execute')
  then
    raise exception 'cards.may_read(uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
