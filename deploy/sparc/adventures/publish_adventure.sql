-- Deploy gamekeeper:sparc/adventures/publish_adventure to pg
-- requires: core/errors/raise sparc/adventures/prepare_adventure sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.publish_adventure(adventure_id uuid)
returns sparc.adventures
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.enter();
  _adventure sparc.adventures;
begin
  update sparc.adventures as a
  set status = 'published'
  where a.id = publish_adventure.adventure_id and a.creator_id = _caller and a.status <> 'published'
  returning a.* into _adventure;
  if not found then
    select * into _adventure
    from sparc.adventures as a
    where a.id = publish_adventure.adventure_id and a.creator_id = _caller;
  end if;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'adventure_id'));
  end if;
  return _adventure;
end
$$;
comment on function sparc.publish_adventure(uuid) is
  'Publishes an adventure of the caller if its content is valid; published again, it changes nothing. Raises: '
  'UNAUTHENTICATED, NOT_FOUND, ADVENTURE_INVALID. [client] [repeat: natural]';
revoke all on function sparc.publish_adventure(uuid) from public;
grant execute on function sparc.publish_adventure(uuid) to authenticated, service_role;
commit;
