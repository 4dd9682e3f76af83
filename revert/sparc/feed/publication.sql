-- Revert gamekeeper:sparc/feed/publication from pg
-- Takes out our table only; a publication that was there stays.
begin;
do $$
begin
  if exists (
    select from pg_publication_rel r join pg_publication p on p.oid = r.prpubid
    where p.pubname = 'supabase_realtime' and r.prrelid = 'sparc.session_events'::regclass
  ) then
    alter publication supabase_realtime drop table sparc.session_events;
  else
    drop publication gamekeeper_realtime;
  end if;
end
$$;
commit;
