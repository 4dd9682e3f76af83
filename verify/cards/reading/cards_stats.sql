-- Verify gamekeeper:cards/reading/cards_stats on pg
begin;
set local role gamekeeper;
do $$
begin
  perform * from cards.cards_stats where false;
  if has_table_privilege('authenticated', 'cards.cards_stats', 'select') or not has_table_privilege('service_role', 'cards.cards_stats', 'select') then
    raise exception 'cards.cards_stats has the wrong privileges';
  end if;
end
$$;
rollback;
