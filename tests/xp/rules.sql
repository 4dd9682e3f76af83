-- Policies: draft, activate, retire; immutable once activated; overrides; who did it is on record.
begin;
select plan(72);
select test.as_user(test.user('ann'));
select throws_ok($$select xp.create_rule('daily', test.xp_policy())$$, 'KG003', null, 'a user cannot create a policy');
select throws_ok($$select xp.activate_rule('daily', 1)$$, 'KG003', null, 'a user cannot activate a policy');
select throws_ok($$select xp.retire_rule('daily')$$, 'KG003', null, 'a user cannot retire a policy');
select throws_ok($$insert into xp.xp_rules (policy_key, version, definition, created_by) values ('a', 1, '{}', 'b')$$, '42501', null, 'a user cannot write a policy');
select test.as_anon();
select throws_ok($$select xp.create_rule('daily', test.xp_policy())$$, '42501', null, 'anon cannot create a policy');

select test.as_operator(test.user('op'));
select is((xp.create_rule('daily', test.xp_policy())).version, 1, 'an operator creates version 1');
select is((xp.create_rule('daily', test.xp_policy('{"baseXp": 200}'))).version, 2, 'the next version is 2');
select is((xp.create_rule('weekly', test.xp_policy())).version, 1, 'each key counts for itself');
select is((select bool_or(is_active) from xp.xp_rules), false, 'a new version is a draft');
select is((select created_by from xp.xp_rules where policy_key = 'weekly'), test.user('op')::text, 'a rule tells who created it');
select throws_ok($$select xp.create_rule('daily', '{"baseXp": 1}')$$, 'KG001', null, 'an invalid policy is refused');
select throws_ok($$select xp.create_rule('', test.xp_policy())$$, 'KG001', null, 'a policy needs a name');
select throws_ok($$select xp.create_rule(null, test.xp_policy())$$, 'KG001', null, 'a policys name is not null');
select throws_ok($$select xp.create_rule('GRANT', test.xp_policy())$$, 'KG001', null, 'the name GRANT is taken');
select throws_ok($$select xp.create_rule('daily', null)$$, 'KG001', null, 'null is no policy');
select throws_ok(
  $$select xp.create_rule('weekly', test.xp_policy('{"segmentOverrides": [{"segmentKey": "vip", "version": 2}]}'))$$, 'KG001', null,
  'an override must name a version of the same policy'
);
select throws_ok(
  $$select xp.create_rule('weekly', test.xp_policy('{"segmentOverrides": [{"segmentKey": "vip", "version": 2}, {"segmentKey": "new", "version": 1}]}'))$$, 'KG001', null,
  'an override may not name the version that it would become'
);
select throws_ok(format('select xp.create_rule(%L, %L)', k, test.xp_policy()), 'KG001', null, format('a key of %s characters is none', length(k)))
from unnest(array[repeat('k', 101), repeat('k', 1000000)]) k;
select is((xp.create_rule('twice', (left(test.xp_policy()::text, -1) || ', "baseXp": 1, "baseXp": 7}')::jsonb)).definition -> 'baseXp', '7', 'of a key that is there twice the last one counts');
select throws_ok($$select xp.activate_rule('daily', 9)$$, 'KG004', null, 'an unknown version is not found');
select throws_ok(format('select xp.activate_rule(%L, %L)', k, v), 'KG004', null, format('version %s of %s is not found', coalesce(v::text, 'null'), coalesce(left(k, 5), 'null')))
from (values (null, 1), ('daily', null), (null, null), ('daily', -1), ('daily', 2147483647), (repeat('k', 1000000), 1)) a (k, v);
select throws_ok(format('select xp.retire_rule(%L)', k), 'KG004', null, format('nothing is retired by %s', coalesce(left(k, 5), 'null'))) from unnest(array[null, '', repeat('k', 1000000)]) k;
select throws_ok($$select xp.retire_rule('daily')$$, 'KG004', null, 'where nothing was ever active nothing can be retired');
select is((xp.activate_rule('daily', 1)).is_active, true, 'a version is activated');
select is((xp.activate_rule('daily', 1)).is_active, true, 'activating the active version again does no harm');
select is((xp.activate_rule('daily', 2)).version, 2, 'another version of a policy takes over when it is activated');
select results_eq(
  $$select version, is_active from xp.xp_rules where policy_key = 'daily' order by version$$, 'values (1, false), (2, true)', 'one version is active'
);
select is((xp.activate_rule('daily', 1)).version, 1, 'an earlier version can come back');
select is((xp.retire_rule('daily')).is_active, false, 'a policy is retired');
select is((xp.retire_rule('daily')).is_active, false, 'retiring a policy that is retired does no harm');
select is(
  (select string_agg(operation, ' ' order by entry_id) from core.audit_log where table_name = 'xp.xp_rules' and after ->> 'policy_key' = 'weekly'),
  'INSERT', 'the audit log has the creation'
);
select is(
  (select count(*) from core.audit_log where table_name = 'xp.xp_rules' and operation = 'UPDATE' and actor = test.user('op')), 6::bigint,
  'the audit log holds every switch, with who did it'
);

-- The owner himself cannot change an activated version.
select test.as_owner();
select throws_ok($$update xp.xp_rules set definition = test.xp_policy('{"baseXp": 1}') where policy_key = 'daily' and version = 1$$, 'KG306', null, 'an activated version does not change');
select throws_ok($$update xp.xp_rules set version = 7 where policy_key = 'daily' and version = 1$$, 'KG306', null, 'an activated version keeps its number');
select throws_ok($$update xp.xp_rules set activated_at = null where policy_key = 'daily' and version = 1$$, 'KG306', null, 'an activated version keeps the instant of its activation');
select throws_ok($$delete from xp.xp_rules where policy_key = 'daily' and version = 1$$, 'KG306', null, 'an activated version cannot be deleted');
select throws_ok($$truncate xp.xp_rules$$, 'KG306', null, 'activated versions are not truncated');
select throws_ok($$update xp.xp_rules set is_active = true where policy_key = 'daily'$$, '23505', null, 'two versions are never active at once');
select throws_ok($$update xp.xp_rules set is_active = true where policy_key = 'weekly'$$, '23514', null, 'a draft is not active without having been activated');
select lives_ok($$update xp.xp_rules set definition = test.xp_policy('{"baseXp": 7}') where policy_key = 'weekly'$$, 'a draft may still change');
select throws_ok(
  $$insert into xp.xp_rules (policy_key, version, definition, created_by) values ('weekly', 2, test.xp_policy('{"segmentOverrides": [{"segmentKey": "a", "version": 5}]}'), 'x')$$,
  'KG001', null, 'an override of a version that does not exist is refused below the functions too'
);
select lives_ok($$delete from xp.xp_rules where policy_key = 'weekly'$$, 'a draft may be deleted');

-- Segments.
select xp.create_rule('seg', test.xp_policy('{"baseXp": 1000}'));
select test.xp_activate('seg', test.xp_policy('{"segmentOverrides": [{"segmentKey": "vip", "version": 1}]}'));
select isnt((select activated_at from xp.xp_rules where policy_key = 'seg' and version = 1), null, 'what an active version names is immutable with it');
select test.xp_user('vip', 'UTC', 'vip');
select test.xp_user('new', 'UTC', 'new');
select is(
  (select format('%s %s', c.xp, c.policy_version) from test.xp_claim('vip', 'seg', '2026-05-01 12:00Z') c), '1000 1', 'the segment has its version'
);
select is((select format('%s %s', c.xp, c.policy_version) from test.xp_claim('new', 'seg', '2026-05-01 12:00Z') c), '100 2', 'other segments have the active one');
select is((xp.set_segment((xp.require_account(test.user('new')::text)).user_id, 'vip')).segment_key, 'vip', 'the service moves a user to a segment');
select is((test.xp_claim('new', 'seg', '2026-05-02 12:00Z')).policy_version, 1, 'a segment holds from the next claim on');
-- Overrides that the functions would not have made, and the segment of somebody changing.
select is((xp.set_segment((xp.require_account(test.user('new')::text)).user_id, null)).segment_key, null, 'the service takes a user out of a segment');
select is((select format('%s %s', c.policy_version, c.streak_day) from test.xp_claim('new', 'seg', '2026-05-03 12:00Z') c), '2 3', 'the streak goes on under the other version');
select results_eq(
  $$select a.policy_version, a.segment_key from xp.xp_awards a where a.user_id = (xp.require_account(test.user('new')::text)).user_id order by a.reward_day_id$$,
  $$values (2, 'new'), (1, 'vip'), (2, null)$$, 'each award keeps the segment and version that it was given under'
);
select xp.create_rule('self', test.xp_policy());
update xp.xp_rules set definition = test.xp_policy('{"segmentOverrides": [{"segmentKey": "vip", "version": 1}]}') where policy_key = 'self';
select xp.activate_rule('self', 1);
select is((test.xp_claim('vip', 'self', '2026-05-02 12:00Z')).policy_version, 1, 'a version that names itself is just that version');
select test.xp_activate('self', test.xp_policy('{"segmentOverrides": [{"segmentKey": "a", "version": 1}]}'));
select test.xp_activate('self', test.xp_policy('{"segmentOverrides": [{"segmentKey": "vip", "version": 2}]}'));
select is((test.xp_claim('vip', 'self', '2026-05-03 12:00Z')).policy_version, 2, 'overrides of an override are not followed');
select xp.create_rule('gap', test.xp_policy()) from generate_series(1, 2);
select xp.create_rule('gap', test.xp_policy('{"segmentOverrides": [{"segmentKey": "vip", "version": 2}]}'));
select xp.activate_rule('gap', 1);
delete from xp.xp_rules where policy_key = 'gap' and version = 2;
select throws_ok($$select xp.activate_rule('gap', 3)$$, 'KG001', null, 'a version whose override was deleted cannot be activated');
select is((select version from xp.xp_rules where policy_key = 'gap' and is_active), 1, 'a refused activation leaves the active version');

select throws_ok($$select xp.set_segment(null, 'vip')$$, 'KG004', null, 'no account has no segment');
select throws_ok($$select xp.set_segment(-1, repeat('s', 1000000))$$, 'KG001', null, 'a segment has a hundred characters at most');
select throws_ok($$select xp.set_segment(-1, 'vip')$$, 'KG004', null, 'an unknown account is not found');
select throws_ok($$select xp.set_segment(-1, '')$$, 'KG001', null, 'a segment has a name');

-- A version that is asked for again.
select test.as_operator(test.user('op'));
create temp table asked on commit drop as
select (xp.create_rule('again', test.xp_policy(), 'draft 1')).version as first, (xp.create_rule('again', test.xp_policy(), 'draft 1')).version as second,
  (xp.create_rule('again', test.xp_policy(), 'draft 2')).version as other;
select is((select format('%s %s %s', first, second, other) from asked), '1 1 2', 'the same key again returns the version that it made');
select throws_ok($$select xp.create_rule('again', test.xp_policy('{"baseXp": 7}'), 'draft 1')$$, 'KG006', null, 'the same key with another policy is a conflict');
select throws_ok($$select xp.create_rule('again', test.xp_policy(), '')$$, 'KG001', null, 'a key has one character at least');
select test.as_operator(test.user('another'));
select is((xp.create_rule('again', test.xp_policy(), 'draft 1')).version, 3, 'the key of another operator is another key');
select test.as_owner();
delete from xp.xp_rules where policy_key = 'again' and version = 1;
select test.as_operator(test.user('op'));
select throws_ok($$select xp.create_rule('again', test.xp_policy(), 'draft 1')$$, 'KG004', null, 'a key whose draft was deleted finds nothing, and makes nothing anew');

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
