-- Deploy gamekeeper:sparc/adventures/guard_creature_quota to pg
-- requires: core/records/require_quota sparc/settings sparc/adventures/creatures
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the adventure's row before it counts, so that parallel inserts count one after the other.
create function sparc.guard_creature_quota()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform from sparc.adventures as a where a.id = new.adventure_id for no key update;
  perform core.require_quota(
    'sparc.creatures_per_adventure', (select count(*) from sparc.creatures as c where c.adventure_id = new.adventure_id)
  );
  return new;
end
$$;
comment on function sparc.guard_creature_quota() is
  'Trigger: an adventure has no more creatures than the setting allows. Raises: QUOTA_EXCEEDED. [helper]';
revoke all on function sparc.guard_creature_quota() from public;
create trigger guard_creature_quota before insert on sparc.creatures
for each row execute function sparc.guard_creature_quota();
commit;
