-- Deploy gamekeeper:core/keys/strong_random to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- gen_random_uuid() draws from pg_strong_random, 122 bits a call; three calls hold 366 bits, and
-- SHA-256 condenses them to 256.
create function core.strong_random()
returns bytea
language sql
volatile
parallel safe
return sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
comment on function core.strong_random() is
  '32 bytes from the server''s cryptographically strong source, without any extension. [helper]';
revoke all on function core.strong_random() from public;
commit;
