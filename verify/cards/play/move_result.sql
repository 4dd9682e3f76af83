-- Verify gamekeeper:cards/play/move_result on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.move_result') is null then
    raise exception 'type cards.move_result is missing';
  end if;
end
$$;
rollback;
