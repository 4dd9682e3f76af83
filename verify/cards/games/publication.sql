-- Verify gamekeeper:cards/games/publication on pg
begin;
\ir ../../helpers.psql
select pg_temp.is_true(
  'the feed of card games is published to realtime servers',
  exists (
    select from pg_publication_rel as r
    join pg_publication as p on p.oid = r.prpubid
    where r.prrelid = 'cards.game_feed'::regclass and p.pubname in ('supabase_realtime', 'gamekeeper_games') and p.pubinsert and p.pubupdate
  )
);
rollback;
