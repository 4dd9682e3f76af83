-- Deploy gamekeeper:core/keys/join_code to pg
-- requires: core/keys/strong_random
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- 31 characters that cannot be confused (no 0 O 1 I L). A byte of 248 or more is skipped, so that each
-- character is equally likely; uniqueness is the caller's constraint, with a retry.
create function core.join_code()
returns text
language plpgsql
volatile
parallel safe
as $$
declare
  _alphabet constant text := '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  _code text := '';
  _bytes bytea;
  _byte integer;
begin
  while length(_code) < 6 loop
    _bytes := core.strong_random();
    for _at in 0..31 loop
      _byte := get_byte(_bytes, _at);
      if _byte < 248 then
        _code := _code || substr(_alphabet, _byte % 31 + 1, 1);
      end if;
    end loop;
  end loop;
  return left(_code, 6);
end
$$;
comment on function core.join_code() is
  'A random code of 6 characters out of 23456789ABCDEFGHJKMNPQRSTUVWXYZ (887 million codes), each equally likely. Not unique by itself: insert it under a unique constraint and retry. [helper]';
revoke all on function core.join_code() from public;
commit;
