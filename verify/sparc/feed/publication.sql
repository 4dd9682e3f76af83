-- Verify gamekeeper:sparc/feed/publication on pg
begin;
\ir ../../helpers.psql
select pg_temp.is_true(
  'the session feed is published to realtime servers',
  exists (
    select from pg_publication_rel as r
    join pg_publication as p on p.oid = r.prpubid
    where r.prrelid = 'sparc.session_events'::regclass and p.pubname in ('supabase_realtime', 'gamekeeper_realtime') and p.pubinsert
  )
);
rollback;
