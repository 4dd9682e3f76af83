-- Deploy gamekeeper:sparc/archive/archived_session_events to pg
-- requires: sparc/feed/session_events sparc/archive/my_archived_session_ids sparc/archive/left_archive_ids sparc/archive/left_archive_at
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.archived_session_events (
  like sparc.session_events including comments,
  primary key (session_id, seq),
  foreign key (session_id) references sparc.archived_sessions (id) on delete cascade
);
comment on table sparc.archived_session_events is
  'The events of archived sessions that the feed still held, as they were.';
alter table sparc.archived_session_events enable row level security;
create policy "Archived events visible to participants" on sparc.archived_session_events for select
using (
  session_id = any (array(select sparc.my_archived_session_ids()))
  and (session_id <> all (array(select sparc.left_archive_ids())) or created_at <= sparc.left_archive_at(session_id))
);
comment on policy "Archived events visible to participants" on sparc.archived_session_events is
  'The Seer and the players, except the kicked, and who left up to their leaving.';
create policy "Service writes archived session events" on sparc.archived_session_events to service_role using (true) with check (true);
comment on policy "Service writes archived session events" on sparc.archived_session_events is
  'The trusted service sees all.';
grant select on sparc.archived_session_events to authenticated, service_role;
commit;
