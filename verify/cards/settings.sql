-- Verify gamekeeper:cards/settings on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select count(*) from core.settings where name like 'cards.%') <> 4 then
    raise exception 'core.settings lacks settings of cards';
  end if;
end
$$;
rollback;
