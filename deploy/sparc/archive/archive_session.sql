-- Deploy gamekeeper:sparc/archive/archive_session to pg
-- requires: core/records/audit core/keys/now_utc sparc/archive/archived_dice_rolls sparc/archive/archived_declared_rolls sparc/archive/archived_dice_secrets sparc/archive/archived_session_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Whoever deletes a session, nothing that was played in it is lost: it stands in the archive before the foreign keys
-- take its players, rolls, dice secrets and events along.
create function sparc.archive_session()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  insert into sparc.archived_sessions select (old).*, core.now_utc();
  insert into sparc.archived_session_players
  select p.* from sparc.session_players as p where p.session_id = old.id;
  insert into sparc.archived_dice_secrets
  select
    k.session_id, k.secret_number, k.from_number, k.secret, k.secret_hash, k.inner_block, k.outer_block,
    coalesce(k.revealed_in, pg_current_xact_id()), k.created_at
  from sparc.dice_secrets as k
  where k.session_id = old.id;
  insert into sparc.archived_declared_rolls
  select d.* from sparc.declared_rolls as d where d.session_id = old.id;
  insert into sparc.archived_dice_rolls
  select r.* from sparc.dice_rolls as r where r.session_id = old.id;
  insert into sparc.archived_session_events
  select e.* from sparc.session_events as e where e.session_id = old.id;
  return old;
end
$$;
comment on function sparc.archive_session() is
  'Trigger: a session that is deleted, by whomever, moves to the archive as it is, with its players, rolls, dice '
  'secrets and events. [helper]';
revoke all on function sparc.archive_session() from public;
create trigger archive_session before delete on sparc.sessions
for each row execute function sparc.archive_session();
-- Upkeep deletes completed sessions; to delete any other is somebody's decision.
create trigger audit after delete on sparc.sessions
for each row when (old.status <> 'completed') execute function core.audit('looking_for');
commit;
