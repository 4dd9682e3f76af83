-- Deploy gamekeeper:sparc/archive/archived_dice_rolls to pg
-- requires: sparc/dice/dice_rolls sparc/archive/my_archived_session_ids sparc/archive/left_archive_ids sparc/archive/left_archive_at
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table sparc.archived_dice_rolls (
  like sparc.dice_rolls including comments,
  primary key (id),
  foreign key (session_id) references sparc.archived_sessions (id) on delete cascade
);
comment on table sparc.archived_dice_rolls is 'The rolls of archived sessions, as they were.';
comment on column sparc.archived_dice_rolls.character_id is 'The character, which may be gone.';
create index idx_archived_dice_rolls_session on sparc.archived_dice_rolls (session_id, created_at desc, id desc);
create index idx_archived_dice_rolls_character on sparc.archived_dice_rolls (character_id);
alter table sparc.archived_dice_rolls enable row level security;
create policy "Archived rolls visible to participants" on sparc.archived_dice_rolls for select
using (
  session_id = any (array(select sparc.my_archived_session_ids()))
  and (session_id <> all (array(select sparc.left_archive_ids())) or created_at <= sparc.left_archive_at(session_id))
);
comment on policy "Archived rolls visible to participants" on sparc.archived_dice_rolls is
  'The Seer and the players, except the kicked, and who left up to their leaving.';
create policy "Service writes archived dice rolls" on sparc.archived_dice_rolls to service_role using (true) with check (true);
comment on policy "Service writes archived dice rolls" on sparc.archived_dice_rolls is 'The trusted service sees all.';
grant select on sparc.archived_dice_rolls to authenticated, service_role;
commit;
