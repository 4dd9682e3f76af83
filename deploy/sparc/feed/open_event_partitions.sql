-- Deploy gamekeeper:sparc/feed/open_event_partitions to pg
-- requires: sparc/sessions/my_session_ids sparc/sessions/left_session_ids sparc/sessions/left_session_at
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Supabase Realtime reads what it delivers from the partition that holds the row, as the subscriber:
-- each partition gets the policy and the grant of its parent. A partition made since is opened by upkeep.
create function sparc.open_event_partitions()
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _partition regclass;
  _opened integer := 0;
begin
  perform core.require_service();
  for _partition in
    select i.inhrelid::regclass
    from pg_catalog.pg_inherits as i
    where i.inhparent = 'sparc.session_events'::regclass
      and not exists (select from pg_catalog.pg_policy as p where p.polrelid = i.inhrelid)
    order by i.inhrelid
  loop
    execute format('alter table %s enable row level security', _partition);
    execute format(
      'create policy %I on %s for select using (session_id = any (array(select sparc.my_session_ids())) and '
        '(session_id <> all (array(select sparc.left_session_ids())) or created_at <= sparc.left_session_at(session_id)))',
      'Events visible to session participants', _partition
    );
    execute format(
      'comment on policy %I on %s is %L',
      'Events visible to session participants', _partition, 'As on the parent; for Supabase Realtime.'
    );
    execute format('grant select on %s to authenticated', _partition);
    _opened := _opened + 1;
  end loop;
  return _opened;
end
$$;
comment on function sparc.open_event_partitions() is
  'Gives new partitions of sparc.session_events the policy of their parent, which Supabase Realtime needs; the '
  'number of partitions opened. Upkeep. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on function sparc.open_event_partitions() from public;
grant execute on function sparc.open_event_partitions() to service_role;
commit;
