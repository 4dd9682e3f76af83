-- Verify gamekeeper:cards/log/progress on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.progress') is null then
    raise exception 'type cards.progress is missing';
  end if;
end
$$;
rollback;
