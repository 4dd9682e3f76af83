-- Deploy gamekeeper:sparc/fairness/revealed_secrets to pg
-- requires: sparc/fairness/require_revealed core/callers/require_caller core/shards/require_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.revealed_secrets(session_id uuid)
returns table (secret_number integer, from_number bigint, secret_hash text, secret text)
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_caller();
  perform core.require_slot(0);
  perform sparc.require_revealed(revealed_secrets.session_id);
  return query
  select k.secret_number, k.from_number, k.secret_hash, encode(k.secret, 'hex')
  from sparc.dice_secrets as k
  where k.session_id = revealed_secrets.session_id
  union all
  select k.secret_number, k.from_number, k.secret_hash, encode(k.secret, 'hex')
  from sparc.archived_dice_secrets as k
  where k.session_id = revealed_secrets.session_id
  order by 1;
end
$$;
comment on function sparc.revealed_secrets(uuid) is
  'The dice secrets of a session that is over, in hex, for who took part: secret 1, and one more for each time that it was '
  'reseeded; from_number is the first roll that a secret serves. Raises: UNAUTHENTICATED, NOT_FOUND, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.revealed_secrets(uuid) from public;
grant execute on function sparc.revealed_secrets(uuid) to authenticated, service_role;
commit;
