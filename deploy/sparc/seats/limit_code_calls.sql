-- Deploy gamekeeper:sparc/seats/limit_code_calls to pg
-- requires: core/records/rate_limit core/records/setting core/keys/wall_clock sparc/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Bounds calls that succeed: a wrong code raises, which rolls its count back. Against guessing there is the length of a code.
create function sparc.limit_code_calls(user_id uuid)
returns void
language plpgsql
volatile
as $$
begin
  perform core.rate_limit(
    'sparc.code:' || limit_code_calls.user_id, core.setting('sparc.code_calls_per_minute')::integer, interval '1 minute',
    core.wall_clock()
  );
end
$$;
comment on function sparc.limit_code_calls(uuid) is
  'Counts a call that names a session by its code. Raises: RATE_LIMIT. [helper]';
revoke all on function sparc.limit_code_calls(uuid) from public;
commit;
