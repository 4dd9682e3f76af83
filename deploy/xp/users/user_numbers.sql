-- Deploy gamekeeper:xp/users/user_numbers to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create sequence xp.user_numbers maxvalue 8796093022207;
comment on sequence xp.user_numbers is
  'Numbers of the accounts opened on this server, for xp.new_user_id; 1024 times the greatest lies below 2^53. Where the '
  'accounts of a slot move to another server, the sequence there goes on behind their numbers.';
commit;
