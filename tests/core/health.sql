-- Is everything as it should be.
begin;
select plan(31);

-- The server may have gateways of its own, as Supabase's has: they are none for the length of this test.
do $$
declare
  _gateway name;
begin
  for _gateway in
    select distinct m.member::regrole from pg_auth_members as m join pg_roles as l on l.oid = m.member
    where m.roleid::regrole::text in ('anon', 'authenticated') and l.rolcanlogin and not l.rolsuper
  loop
    execute format('revoke anon, authenticated from %s cascade', _gateway);
  end loop;
end
$$;

create function core.broken_check() returns table (ok boolean, detail text, action text) language plpgsql stable as $$ begin raise exception 'oops'; end $$;
insert into core.health_checks values ('core.broken', 'core.broken_check()', 'x'), ('core.missing', 'core.none()', 'x');
alter function core.broken_check() owner to gamekeeper;
revoke all on function core.broken_check() from public;
select test.as_operator(test.user('olga'));
create temporary table health as select * from core.health();
select test.as_owner();
select is((select count(*) from health), (select count(*) from core.health_checks), 'every check answers with one row');
select is((select count(*) from health where ok is null or detail is null or action is null), 0::bigint, 'every check says what it saw and what to do');
select matches((select detail from health where name = 'core.broken' and not ok), 'oops', 'a check that fails itself is not ok');
select is((select ok from health where name = 'core.missing'), false, 'a check whose function is missing is not ok');
select is((select count(*) from health where not ok and name not in ('core.broken', 'core.missing', 'core.upkeep', 'core.scheduler', 'core.archiving', 'core.settings')), 0::bigint, 'a fresh database is healthy but for upkeep that nobody called yet, and how the server is set up');
update core.upkeep_tasks set added_at = now(), ran_at = null, ok = null;
select ok(h.ok and h.detail like '%wait for their first run', 'right after a deploy upkeep may wait for its first run') from core.health_upkeep() as h;
update core.upkeep_tasks set added_at = now() - interval '61 minutes' where task = 'core.partitions';
select ok(not h.ok and h.detail = 'core.partitions never ran', 'a task that did not run within an hour of its deploy is named') from core.health_upkeep() as h;
select test.as_user(test.user('ann'));
select throws_ok('select * from core.health()', 'KG003', null, 'a user is not told the health');
select test.as_anon();
select throws_ok('select * from core.health()', '42501', null, 'a stranger is not told the health');


select test.as_owner();
select is((select ok from core.health_prepared_transactions()), current_setting('max_prepared_transactions') = '0', 'nobody may prepare transactions');
select is((select detail from core.health_timeouts()), 'no gateway logs in for clients', 'without a gateway no timeout is missing');
create role gateway_of_the_test login noinherit;
grant anon, authenticated to gateway_of_the_test;
select matches((select detail from core.health_timeouts() where not ok), 'missing: .*statement_timeout for anon, .*idle_in_transaction_session_timeout for authenticated', 'health names the timeouts that client roles lack');
alter role gateway_of_the_test set lock_timeout = '2s';
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '0';
select is(
  (select detail from core.health_timeouts()) ~ 'lock_timeout|statement_timeout for anon', false,
  'a timeout of the gateway or of the client role counts'
);
select matches((select detail from core.health_timeouts()), 'statement_timeout for authenticated', 'a timeout of zero is none');
do $$
declare
  _name text;
begin
  for _name in select s.name from pg_settings as s where s.name in ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout') loop
    execute format('alter database %I set %I = %L', current_database(), _name, '8s');
  end loop;
end
$$;
select ok(h.ok, 'a timeout of the database counts') from core.health_timeouts() as h;

update pg_index set indisvalid = false where indexrelid = 'core.errors_pkey'::regclass;
select is((h.ok, h.detail)::text, '(f,core.errors_pkey)', 'health names an index that is invalid') from core.health_indexes() as h;
update pg_index set indisvalid = true where indexrelid = 'core.errors_pkey'::regclass;

-- Settings that put data at risk: each of the database, or of a role.
create function pg_temp.settings() returns text language sql as $$ select h.detail from core.health_settings() as h where not h.ok $$;
create function pg_temp.with_setting(name text, value text) returns text language plpgsql as $$
declare
  _said text;
begin
  execute format('alter database %I set %I = %L', current_database(), with_setting.name, with_setting.value);
  _said := pg_temp.settings();
  execute format('alter database %I reset %I', current_database(), with_setting.name);
  return _said;
end
$$;
select matches(pg_temp.with_setting(s.name, s.value), format('%s = %s for the database: ', s.name, s.bad), format('health names %s = %s', s.name, s.value))
from (values
  ('synchronous_commit', 'off', 'off'), ('synchronous_commit', 'false', 'off'), ('zero_damaged_pages', 'on', 'on'),
  ('ignore_checksum_failure', 'yes', 'on'), ('session_replication_role', 'replica', 'replica'), ('track_counts', 'off', 'off')
) as s (name, value, bad);
select is(coalesce(pg_temp.with_setting(s.name, s.value), '') ~ (s.name || ' = [a-z]+ for the database'), false, format('health has nothing against %s = %s', s.name, s.value))
from (values ('synchronous_commit', 'local'), ('zero_damaged_pages', 'off'), ('session_replication_role', 'origin')) as s (name, value);
alter role authenticated set synchronous_commit = 'off';
select matches(pg_temp.settings(), 'synchronous_commit = off for authenticated: a crash loses calls that were answered', 'health names a role that would lose answered calls');
alter role authenticated reset synchronous_commit;

-- A restart that is due.
select is((select h.ok from core.health_restart() as h), true, 'a server that runs what is installed needs no restart');
select matches((select h.detail from core.health_restart() as h), '^PostgreSQL .* has run since 20', 'health says since when the server has run');

-- The calls that have to be made.
select is(array(select c.job from core.scheduled_calls as c order by c.job) @> array['gamekeeper-maintain'], true, 'upkeep is among the calls that a scheduler has to make');

-- A default partition that is being drained says from where on it takes no row.
select is((select count(*) from core.partitions as p where p.draining_to is not null), 0::bigint, 'no partition is being drained at first');
update core.partitioned_tables set draining_from = '2030-01-01Z', draining_to = '2030-02-01Z' where table_name = (select min(table_name) from core.partitioned_tables);
select results_eq(
  $$ select p.is_default, p.draining_to from core.partitions as p where p.draining_to is not null $$,
  $$ select true, t.draining_to from core.partitioned_tables as t where t.draining_to is not null $$, 'a default partition shows until when it is drained'
);

select * from finish();
rollback;
