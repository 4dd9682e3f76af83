-- Deploy gamekeeper:sparc/dice/may_see_hidden_roll to pg
-- requires: auth/uid sparc/sessions/sessions sparc/dice/declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, so that the policies which call it meet no policy. They ask it of hidden rolls only.
create function sparc.may_see_hidden_roll(roll_id uuid)
returns boolean
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
as $$
begin
  return exists (
    select
    from sparc.declared_rolls as d
    join sparc.sessions as s on s.id = d.session_id
    where d.id = may_see_hidden_roll.roll_id
      and (d.revealed_at is not null or auth.uid() in (d.roller_id, s.seer_id))
  );
end
$$;
comment on function sparc.may_see_hidden_roll(uuid) is
  'Whether a participant sees a hidden roll: its roller, the Seer, and everybody once it was revealed. [helper]';
revoke all on function sparc.may_see_hidden_roll(uuid) from public;
grant execute on function sparc.may_see_hidden_roll(uuid) to authenticated, service_role;
commit;
