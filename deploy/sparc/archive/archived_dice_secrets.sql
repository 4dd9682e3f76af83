-- Deploy gamekeeper:sparc/archive/archived_dice_secrets to pg
-- requires: sparc/sessions/dice_secrets sparc/archive/archived_sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- No role is granted this table either; see sparc.revealed_secrets.
create table sparc.archived_dice_secrets (
  like sparc.dice_secrets including comments,
  primary key (session_id, secret_number),
  foreign key (session_id) references sparc.archived_sessions (id) on delete cascade
);
comment on table sparc.archived_dice_secrets is 'The dice secrets of archived sessions, so that old dice can be checked too.';
alter table sparc.archived_dice_secrets enable row level security;
commit;
