-- Verify gamekeeper:sparc/feed/publication on pg
begin;
do $$
begin
  if not exists (
    select from pg_publication_rel r join pg_publication p on p.oid = r.prpubid
    where r.prrelid = 'sparc.session_events'::regclass and p.pubname in ('supabase_realtime', 'gamekeeper_realtime') and p.pubinsert
  ) then
    raise exception 'the session feed is not published';
  end if;
end
$$;
rollback;
