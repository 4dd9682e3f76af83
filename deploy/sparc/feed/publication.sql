-- Deploy gamekeeper:sparc/feed/publication to pg
-- requires: sparc/feed/session_events
begin;
set local search_path = pg_temp;
-- On Supabase its publication takes the table in; elsewhere one of ours is made, which shows the
-- partitions as one table. Publications belong to the deployer.
do $$
begin
  if exists (select from pg_publication as p where p.pubname = 'supabase_realtime') then
    alter publication supabase_realtime add table sparc.session_events;
  else
    create publication gamekeeper_realtime for table sparc.session_events
    with (publish = 'insert', publish_via_partition_root = true);
    comment on publication gamekeeper_realtime is
      'The session feed of sparc for realtime servers: inserts into sparc.session_events.';
  end if;
end
$$;
commit;
