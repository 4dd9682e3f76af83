-- The policies: named as in the seed, never recursive, the caller's id read once per statement.
begin;
select plan(39);
select test.clients_commit();

select is(
  (select count(*) from pg_policies where schemaname = 'sparc' and policyname = name), 1::bigint, format('the seed''s policy "%s" stands', name)
) from unnest(array[
  'Public profiles readable', 'Users can update own profile', 'Users can view own characters', 'Users can create own characters',
  'Users can update own characters', 'Users can delete own characters', 'Published adventures visible to all', 'Creators can insert adventures',
  'Creators can update own adventures', 'Creators can delete own adventures', 'Sessions visible to participants or public',
  'Users can create sessions', 'Seer can update session', 'Dice rolls visible to session participants', 'Players can create rolls for own characters'
]) as name;
select is(
  array(select tablename || ': ' || policyname from pg_policies
    where schemaname = 'sparc' and (coalesce(qual, '') || coalesce(with_check, '')) ~ 'auth\.uid\(\)'
      and replace((coalesce(qual, '') || coalesce(with_check, '')), '( SELECT auth.uid() AS uid)', '') ~ 'auth\.uid\(\)'),
  '{}', 'every policy reads the caller''s id in a sub-select');

create function pg_temp.plan(query text) returns text language plpgsql as $$
declare
  _line text;
  _plan text := '';
begin
  for _line in execute 'explain (costs off, verbose) ' || query loop
    _plan := _plan || _line || E'\n';
  end loop;
  return _plan;
end
$$;
create temporary table s as select t.* from test.sparc_session('seer', array['ada'], started => true) t;
grant select on s to public;
select test.as_user(test.user('ada'));
select ok(pg_temp.plan('select id from sparc.' || name) ~ 'InitPlan', format('reading %s reads the caller''s id once per statement (InitPlan)', name))
from unnest(array['characters', 'adventures', 'sessions', 'dice_rolls', 'session_events', 'archived_sessions']) as name;
select ok(pg_temp.plan('select user_id from sparc.' || name) ~ 'InitPlan', format('reading %s reads the caller''s id once per statement (InitPlan)', name))
from unnest(array['session_players', 'tutorial_progress', 'adventure_ratings']) as name;
select ok(pg_temp.plan('select id from sparc.dice_rolls') !~ E'Filter: [^\n]*my_session_ids', 'reading rolls calls my_session_ids for no single row');
select lives_ok(format('select count(*) from sparc.%I', tablename), format('reading %s does not recurse', tablename))
from (select tablename from pg_tables where schemaname = 'sparc' and tablename in ('sessions', 'session_players', 'dice_rolls', 'session_events', 'creatures') order by 1) as t;
select is((select count(*) from sparc.my_session_ids()), 1::bigint, 'my_session_ids tells the session of a player');
select test.as_anon();
select is((select count(*) from sparc.my_session_ids()), 0::bigint, 'my_session_ids tells a stranger no session');
select is((select count(*) from sparc.my_archived_session_ids()), 0::bigint, 'my_archived_session_ids tells a stranger no session');

-- the policy of sessions and the rule of the commands
select test.as_owner();
select test.sparc_session('seer', array['bo'], is_public => true), test.sparc_session('eve', array['ada', 'bo']);
select test.as_user(test.user('eve'));
select sparc.kick_player(id, test.user('bo')) from sparc.sessions where seer_id = test.user('eve');
select test.as_owner();
create function pg_temp.allowed() returns uuid[] language sql security definer as $$
  select array(select s.id from sparc.sessions as s where sparc.may_see_session(s) order by s.id)
$$;
grant execute on function pg_temp.allowed() to public;
create function pg_temp.seen() returns uuid[] language sql as $$ select array(select s.id from sparc.sessions as s order by s.id) $$;
grant execute on function pg_temp.seen() to public;
select test.as_user(test.user('ada'));
select is(pg_temp.seen(), pg_temp.allowed(), 'a player sees under the policy the sessions that the commands take');
select test.as_user(test.user('bo'));
select is(pg_temp.seen(), pg_temp.allowed(), 'a kicked player sees under the policy the sessions that the commands take');
select is(cardinality(pg_temp.seen()), 1, 'a kicked player sees no private session that kicked them out');
select test.as_anon();
select is(pg_temp.seen(), pg_temp.allowed(), 'a stranger sees under the policy the sessions that the commands take');
select test.as_service();
select is(pg_temp.seen(), pg_temp.allowed(), 'the service sees under the policy the sessions that the commands take');

select test.as_owner();
select * from finish();
rollback;
