-- Deploy gamekeeper:sparc/adventures/guard_adventure_quota to pg
-- requires: core/records/require_quota sparc/settings sparc/adventures/adventures sparc/people/users auth/uid core/callers/is_service
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the author's row before it counts, so that parallel writes count one after the other. An adventure of somebody else is
-- not counted: the policy refuses it next. Sizes are those on disk, read without unpacking a content.
create function sparc.guard_adventure_quota()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _count bigint;
  _bytes bigint;
begin
  if new.creator_id is distinct from auth.uid() and not core.is_service() then
    return new;
  end if;
  perform from sparc.users as u where u.id = new.creator_id for no key update;
  select count(*), coalesce(sum(pg_column_size(a.content)), 0)
  into _count, _bytes
  from sparc.adventures as a
  where a.creator_id = new.creator_id and a.id <> new.id;
  perform core.require_quota('sparc.adventures_per_person', _count);
  perform core.require_quota('sparc.adventure_kilobytes_per_person', (_bytes + pg_column_size(new.content) - 1) / 1024);
  return new;
end
$$;
comment on function sparc.guard_adventure_quota() is
  'Trigger: a person keeps no more adventures, and no larger ones, than the settings allow. Raises: QUOTA_EXCEEDED. [helper]';
revoke all on function sparc.guard_adventure_quota() from public;
create trigger guard_adventure_quota before insert or update of content on sparc.adventures
for each row execute function sparc.guard_adventure_quota();
commit;
