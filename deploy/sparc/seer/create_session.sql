-- Deploy gamekeeper:sparc/seer/create_session to pg
-- requires: core/errors/raise core/keys/wall_clock core/records/note_request sparc/people/require_player sparc/people/reject_input sparc/sessions/generate_session_code sparc/sessions/prepare_session sparc/feed/record_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.create_session(
  adventure_id uuid,
  max_players integer default 4,
  is_public boolean default false,
  scheduled_start timestamptz default null,
  looking_for text default null,
  allow_late_join boolean default false,
  idempotency_key text default null
)
returns sparc.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.require_player();
  _id constant uuid := core.uuid_v7();
  _session sparc.sessions;
  _made text;
begin
  if create_session.adventure_id is null then
    perform sparc.reject_input('adventure_id', 'must not be null');
  elsif create_session.max_players is null or create_session.max_players not between 2 and 6 then
    perform sparc.reject_input('max_players', 'must be 2 to 6');
  elsif create_session.is_public is null then
    perform sparc.reject_input('is_public', 'must not be null');
  elsif create_session.allow_late_join is null then
    perform sparc.reject_input('allow_late_join', 'must not be null');
  elsif not isfinite(create_session.scheduled_start) then
    perform sparc.reject_input('scheduled_start', 'must be finite');
  elsif char_length(create_session.looking_for) > 500 then
    perform sparc.reject_input('looking_for', 'must not be longer than 500 characters');
  end if;
  _made := core.note_request(
    'sparc.create_session',
    create_session.idempotency_key,
    jsonb_build_array(
      create_session.adventure_id, create_session.max_players, create_session.is_public,
      create_session.scheduled_start, create_session.looking_for, create_session.allow_late_join
    ),
    _id::text
  );
  if _made is not null then
    select * into _session from sparc.sessions as s where s.id = _made::uuid;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('field', 'idempotency_key'));
    end if;
    return _session;
  elsif create_session.scheduled_start < core.wall_clock() then
    perform sparc.reject_input('scheduled_start', 'must not be in the past');
  end if;

  -- A code that another transaction took between our look and our insert is found by the unique
  -- constraint; the trigger draws another then.
  for _try in 1..20 loop
    begin
      insert into sparc.sessions
        (id, seer_id, adventure_id, max_players, is_public, scheduled_start, looking_for, allow_late_join)
      values (
        _id, _caller, create_session.adventure_id, create_session.max_players, create_session.is_public,
        create_session.scheduled_start, create_session.looking_for, create_session.allow_late_join
      );
      -- read again: the event of the creation has counted on the row
      select * into _session from sparc.sessions as s where s.id = _id;
      return _session;
    exception
      when unique_violation then null;
    end;
  end loop;
  perform core.raise('CODE_EXHAUSTED');
  return _session;
end
$$;
comment on function sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean, text) is
  'Creates a waiting session with a fresh code, on an adventure that is published or the caller''s own; the caller '
  'is its Seer. '
  'Call it as select * from sparc.create_session(...). Raises: UNAUTHENTICATED, PROFILE_MISSING, INVALID_INPUT, NOT_FOUND, CODE_EXHAUSTED, QUOTA_EXCEEDED, '
  'IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean, text) from public;
grant execute on function sparc.create_session(uuid, integer, boolean, timestamptz, text, boolean, text) to authenticated, service_role;
commit;
