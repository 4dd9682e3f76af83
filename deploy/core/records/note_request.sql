-- Deploy gamekeeper:core/records/note_request to pg
-- requires: core/records/request_keys core/callers/require_caller core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A command calls it when it knows the id of what it is about to make, after its locks and before it writes:
--   _made_id := core.note_request('cards.create_game', create_game.idempotency_key, jsonb_build_array(create_game.config), _id::text);
--   if _made_id is not null then return what was made; end if;
-- The insert waits for a call with the same key that has not ended: if that one commits, this one is its repetition.
create function core.note_request(function text, key text, arguments jsonb, made_id text)
returns text
language plpgsql
volatile
as $$
declare
  _caller constant text := coalesce(core.require_caller()::text, 'service');
  _hash constant bytea := sha256(convert_to(note_request.arguments::text, 'UTF8'));
  _noted core.request_keys;
begin
  if note_request.key is null then
    return null;
  elsif length(note_request.key) not between 1 and 200 then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'idempotency_key', 'problem', 'must be 1 to 200 characters'));
  end if;
  insert into core.request_keys (caller, function, key, arguments_hash, made_id)
  values (_caller, note_request.function, note_request.key, _hash, note_request.made_id)
  on conflict on constraint request_keys_pkey do nothing;
  if found then
    return null;
  end if;
  select * into strict _noted
  from core.request_keys as r
  where r.caller = _caller and r.function = note_request.function and r.key = note_request.key;
  if _noted.arguments_hash <> _hash then
    perform core.raise('IDEMPOTENCY_CONFLICT', jsonb_build_object('idempotencyKey', note_request.key));
  end if;
  return _noted.made_id;
end
$$;
comment on function core.note_request(text, text, jsonb, text) is
  'Notes that a command (schema.name), called with this idempotency key and these arguments, makes the thing of this '
  'id, and returns null; of a request that was noted before it returns the id of what was made then. Keys of users '
  'and of the service are apart; without a key nothing is noted. '
  'Raises: UNAUTHENTICATED, INVALID_INPUT, IDEMPOTENCY_CONFLICT (the key was used with other arguments). [helper]';
revoke all on function core.note_request(text, text, jsonb, text) from public;
commit;
