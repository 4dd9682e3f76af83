-- Deploy gamekeeper:core/records/touch to pg
-- requires: core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.touch()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  new.updated_at := core.now_utc();
  return new;
end
$$;
comment on function core.touch() is
  'BEFORE UPDATE trigger: sets updated_at to the instant of the transaction, whatever the statement says. [helper]';
revoke all on function core.touch() from public;
commit;
