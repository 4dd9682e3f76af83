-- Deploy gamekeeper:sparc/sessions/add_dice_secret to pg
-- requires: core/keys/strong_random sparc/sessions/dice_secrets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.add_dice_secret()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  insert into sparc.dice_secrets (session_id, secret_number, from_number, secret, revealed_in)
  values (
    new.id, 1, 1, core.strong_random(), case when new.status in ('completed', 'cancelled') then pg_current_xact_id() end
  );
  return null;
end
$$;
comment on function sparc.add_dice_secret() is
  'Trigger: a new session gets its dice secret, before its first event publishes the hash. [helper]';
revoke all on function sparc.add_dice_secret() from public;
create trigger add_dice_secret after insert on sparc.sessions
for each row execute function sparc.add_dice_secret();
commit;
