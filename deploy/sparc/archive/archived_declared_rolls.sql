-- Deploy gamekeeper:sparc/archive/archived_declared_rolls to pg
-- requires: sparc/dice/declared_rolls sparc/archive/my_archived_session_ids sparc/archive/left_archive_ids sparc/archive/left_archive_at
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.archived_declared_rolls (
  like sparc.declared_rolls including comments,
  primary key (id),
  unique (session_id, roll_number),
  foreign key (session_id) references sparc.archived_sessions (id) on delete cascade
);
comment on table sparc.archived_declared_rolls is 'The declared rolls of archived sessions, as they were.';
comment on column sparc.archived_declared_rolls.character_id is 'The character, which may be gone; null for a creature.';
create index idx_archived_declared_rolls_character on sparc.archived_declared_rolls (character_id);
create index idx_archived_declared_rolls_roller on sparc.archived_declared_rolls (roller_id);
alter table sparc.archived_declared_rolls enable row level security;
create policy "Archived declared rolls visible to participants" on sparc.archived_declared_rolls for select
using (
  session_id = any (array(select sparc.my_archived_session_ids()))
  and (session_id <> all (array(select sparc.left_archive_ids())) or declared_at <= sparc.left_archive_at(session_id))
);
comment on policy "Archived declared rolls visible to participants" on sparc.archived_declared_rolls is
  'The Seer and the players, except the kicked, and who left up to their leaving.';
create policy "Service reads archived declared rolls" on sparc.archived_declared_rolls for select to service_role using (true);
comment on policy "Service reads archived declared rolls" on sparc.archived_declared_rolls is 'The trusted service sees all.';
grant select on sparc.archived_declared_rolls to authenticated, service_role;
commit;
