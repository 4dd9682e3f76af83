-- Verify gamekeeper:cards/rules/table_state on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.table_state') is null then
    raise exception 'type cards.table_state is missing';
  end if;
end
$$;
rollback;
