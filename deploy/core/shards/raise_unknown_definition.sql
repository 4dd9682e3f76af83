-- Deploy gamekeeper:core/shards/raise_unknown_definition to pg
-- requires: core/shards/followed_definitions core/keys/now_utc core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- An id of version 7 tells in its first 48 bits when it was made, in milliseconds.
create function core.raise_unknown_definition(detail jsonb, id uuid default null)
returns void
language plpgsql
stable
parallel safe
as $$
declare
  _while constant interval := interval '5 minutes';
  _digits constant text := replace(raise_unknown_definition.id::text, '-', '');
  _made_at timestamptz;
  _known record;
begin
  if substr(_digits, 13, 1) = '7' then
    _made_at := to_timestamp(('x0000' || left(_digits, 12))::bit(64)::bigint / 1000.0);
  end if;
  select * into _known from core.followed_definitions();
  if _known.is_behind or _known.is_shard and _made_at > core.now_utc() - _while then
    perform core.raise('RETRY_LATER', jsonb_strip_nulls(raise_unknown_definition.detail || jsonb_build_object('writtenAt', _known.written_at)));
  end if;
  perform core.raise('NOT_FOUND', raise_unknown_definition.detail);
end
$$;
comment on function core.raise_unknown_definition(jsonb, uuid) is
  'What a call answers that names a definition which is not here: RETRY_LATER on a shard where it may be on its way, since the shard '
  'does not follow the home of definitions closely or the id is younger than five minutes; else NOT_FOUND. '
  'Raises: RETRY_LATER, NOT_FOUND (whatever calls it raises RETRY_LATER too). [helper]';
revoke all on function core.raise_unknown_definition(jsonb, uuid) from public;
commit;
