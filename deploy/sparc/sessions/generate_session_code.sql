-- Deploy gamekeeper:sparc/sessions/generate_session_code to pg
-- requires: core/errors/raise core/keys/join_code sparc/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Runs after prepare_session (triggers fire by name), which takes a client's own choice away. A code
-- that another transaction is inserting at this moment cannot be seen here: create_session retries then.
create function sparc.generate_session_code()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _code char(6);
begin
  for _try in 1..100 loop
    _code := core.join_code();
    if not exists (select from sparc.sessions as s where s.code = _code) then
      new.code := _code;
      return new;
    end if;
  end loop;
  perform core.raise('CODE_EXHAUSTED');
  return new;
end
$$;
comment on function sparc.generate_session_code() is
  'Trigger: draws a free session code from the strong random source. Raises: CODE_EXHAUSTED. [helper]';
revoke all on function sparc.generate_session_code() from public;
create trigger set_session_code before insert on sparc.sessions
for each row when (new.code is null) execute function sparc.generate_session_code();
commit;
