-- Deploy gamekeeper:slots/learning/parse_rl_cursor to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.parse_rl_cursor(after jsonb, out session_id uuid, out event_index bigint)
language plpgsql
stable
parallel safe
as $$
begin
  if parse_rl_cursor.after is null then
    session_id := uuid '00000000-0000-0000-0000-000000000000';
    event_index := 0::bigint;
  elsif jsonb_typeof(parse_rl_cursor.after) <> 'object'
    or coalesce(parse_rl_cursor.after ->> 'session_id', '') !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    or coalesce(parse_rl_cursor.after ->> 'event_index', '') !~ '^[0-9]{1,18}$'
  then
    perform core.raise('INVALID_INPUT', '{"field": "after", "problem": "must be the info of a row of the page before"}');
  else
    session_id := (parse_rl_cursor.after ->> 'session_id')::uuid;
    event_index := (parse_rl_cursor.after ->> 'event_index')::bigint;
  end if;
end
$$;
comment on function slots.parse_rl_cursor(jsonb) is
  'The session and step after which a page of experiences begins; for null those before the first. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.parse_rl_cursor(jsonb) from public;
commit;
