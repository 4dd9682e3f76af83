-- Deploy gamekeeper:sparc/seer/note_start to pg
-- requires: sparc/sessions/guard_session sparc/sessions/session_players sparc/adventures/apply_tallies
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.note_start()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _ids uuid[];
begin
  with noted as (
    insert into sparc.tallies as t (character_id, played_at)
    select p.character_id, new.started_at
    from sparc.session_players as p
    where p.session_id = new.id and p.is_active
    returning t.id
  )
  select array_agg(n.id) into _ids from noted as n;
  perform sparc.apply_tallies(_ids);
  return null;
end
$$;
comment on function sparc.note_start() is 'Trigger: a session that starts is noted on its characters. [helper]';
revoke all on function sparc.note_start() from public;
create trigger note_start after update of status on sparc.sessions
for each row when (new.status = 'active' and old.status = 'starting_soon') execute function sparc.note_start();
commit;
