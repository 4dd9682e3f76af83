-- Deploy gamekeeper:sparc/feed/session_events to pg
-- requires: core/keys/uuid_v7 core/partitions/ensure_partitions core/partitions/partitioned_tables core/records/guard_history sparc/feed/open_event_partitions sparc/sessions/left_session_ids sparc/sessions/left_session_at core/records/audit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One partition a day; the day before yesterday's is dropped whole by core.maintain(). The primary key
-- carries the name of the seed's index on session_id, which it replaces.
create table sparc.session_events (
  id uuid not null default core.uuid_v7(),
  session_id uuid not null references sparc.sessions (id) on delete cascade,
  seq bigint not null check (seq > 0),
  event_type text not null check (event_type ~ '^[a-z][a-z_]{0,63}$'),
  payload jsonb not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  constraint idx_session_events_session primary key (session_id, seq, created_at)
) partition by range (created_at);
comment on table sparc.session_events is
  'The feed of a session: a row for each change in it, published for realtime. Written by triggers only; kept for '
  '24 hours at least and 48 at most.';
comment on column sparc.session_events.session_id is 'Whose feed it stands in.';
comment on column sparc.session_events.seq is 'Place in the session''s feed: 1, 2, 3 ... without a gap.';
comment on column sparc.session_events.event_type is 'What happened, such as dice_rolled; docs/sparc.md lists them. [none]';
comment on column sparc.session_events.payload is
  'Details, all of them visible to every participant; _v is the version of its form. Ids and no texts that people wrote: '
  'sparc.list_session_events joins those in. [none]';
comment on column sparc.session_events.created_at is 'When it was written; the partition key.';
comment on column sparc.session_events.id is 'Time-ordered id; nothing refers to it.';
create index idx_session_events_created on sparc.session_events (session_id, created_at desc);
create table sparc.session_events_default partition of sparc.session_events default;
comment on table sparc.session_events_default is
  'Events of days without a partition, so that no insert fails; core.ensure_partitions moves them.';
create trigger guard_history_update before update on sparc.session_events for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on sparc.session_events for each statement execute function core.guard_history();
create trigger guard_history_truncate before truncate on sparc.session_events_default for each statement execute function core.guard_history();

alter table sparc.session_events enable row level security;
create policy "Events visible to session participants" on sparc.session_events for select
using (
  session_id = any (array(select sparc.my_session_ids()))
  and (session_id <> all (array(select sparc.left_session_ids())) or created_at <= sparc.left_session_at(session_id))
);
comment on policy "Events visible to session participants" on sparc.session_events is
  'The Seer and the players, except the kicked, and who left up to their leaving; nobody else, not even of a public session.';
create policy "Service writes session events" on sparc.session_events to service_role using (true) with check (true);
comment on policy "Service writes session events" on sparc.session_events is
  'The trusted service sees and restores all.';
grant select on sparc.session_events to authenticated;
grant select, insert on sparc.session_events to service_role;

create trigger audit after insert on sparc.session_events
for each row when (current_user = 'service_role') execute function core.audit();
comment on trigger audit on sparc.session_events is 'What the service writes past the commands.';
insert into core.partitioned_tables (table_name, period, ahead, retention)
values ('sparc.session_events', 'day', 3, interval '24 hours');
select core.ensure_partitions('sparc.session_events', core.now_utc());
select sparc.open_event_partitions();
commit;
