-- Verify gamekeeper:cards/documents/event_record on pg
begin;
set local role gamekeeper;
do $$
begin
  if to_regtype('cards.event_record') is null then
    raise exception 'type cards.event_record is missing';
  end if;
end
$$;
rollback;
