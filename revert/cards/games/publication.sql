-- Revert gamekeeper:cards/games/publication from pg
-- Takes out our table only; a publication that was there stays.
begin;
do $$
begin
  if exists (
    select from pg_publication_rel r join pg_publication p on p.oid = r.prpubid
    where p.pubname = 'supabase_realtime' and r.prrelid = 'cards.game_feed'::regclass
  ) then
    alter publication supabase_realtime drop table cards.game_feed;
  else
    drop publication gamekeeper_games;
  end if;
end
$$;
commit;
