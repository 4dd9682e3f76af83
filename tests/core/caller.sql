-- Who is calling: the database role decides, claims can only lower it.
begin;
select plan(29);

select ok(core.is_service(), 'the deployer at psql is the service');
select lives_ok('select core.require_service()', 'the deployer at psql passes where the service is required');
select set_config('request.jwt.claims', jsonb_build_object('sub', test.user('ann'))::text, true);
select ok(not core.is_service(), 'a trusted session that gives a user''s id acts as that user');
select set_config('request.jwt.claims', '{"role": "authenticated"}', true);
select ok(not core.is_service(), 'a trusted session that claims another role acts as that role');

select test.act_as('service_role', jsonb_build_object('sub', test.user('ann')));
select ok(core.is_service(), 'the service may name the user it acts for');
select test.as_service();
select ok(core.is_operator(), 'the service may do what operators do');

select test.act_as('authenticated', jsonb_build_object('sub', test.user('ann'), 'role', 'service_role'));
select ok(not core.is_service(), 'claims cannot make a client the service');
select test.act_as('authenticated', '{"role": "service_role", "app_metadata": {"gamekeeper": "operator"}}');
select ok(not core.is_operator(), 'claims without a user make nobody an operator');
select test.act_as('anon', jsonb_build_object('sub', test.user('ann'), 'role', 'authenticated', 'app_metadata', '{"gamekeeper": "operator"}'::jsonb));
select throws_ok('select core.is_operator()', '42501', null, 'a stranger does not ask who is an operator');
select throws_ok('select test.require_operator()', 'KG003', null, 'claims make no operator of a stranger');
select test.act_as('authenticated', jsonb_build_object('sub', test.user('ann'), 'role', 'anon', 'app_metadata', '{"gamekeeper": "operator"}'::jsonb));
select ok(not core.is_operator(), 'who claims to be a stranger is no operator');
select test.act_as('service_role', jsonb_build_object('sub', test.user('olga'), 'role', 'authenticated', 'app_metadata', '{"gamekeeper": "operator"}'::jsonb));
select ok(core.is_operator() and not core.is_service(), 'the service may act as an operator');

select test.as_user(test.user('ann'));
select ok(not core.is_operator(), 'a user is no operator');
select test.act_as('authenticated', jsonb_build_object('sub', test.user('ann'), 'user_metadata', '{"gamekeeper": "operator"}'::jsonb));
select ok(not core.is_operator(), 'what a user says of themselves makes no operator');
select test.as_operator(test.user('olga'));
select ok(core.is_operator(), 'app_metadata makes an operator');
select ok(not core.is_service(), 'an operator is not the service');

-- the guards are called by functions that run as the owner, as test.require_* do
select test.as_user(test.user('ann'));
select is(test.require_user(), test.user('ann'), 'require_user gives the caller''s id');
select throws_ok('select test.require_service()', 'KG003', null, 'require_service refuses a user');
select throws_ok('select test.require_operator()', 'KG003', null, 'require_operator refuses a user');
select test.as_operator(test.user('olga'));
select lives_ok('select test.require_operator()', 'require_operator lets an operator pass');
select throws_ok('select test.require_service()', 'KG003', null, 'require_service refuses an operator');
select test.as_anon();
select throws_ok('select test.require_user()', 'KG002', null, 'require_user refuses a stranger');

-- identities whose ids are no uuids
select test.act_as('authenticated', '{"sub": "user_2abc", "role": "authenticated", "app_metadata": {"gamekeeper": "operator"}}');
select is(core.user_id(), null, 'a sub that is no uuid is nobody''s id');
select throws_ok('select test.require_user()', 'KG002', null, 'require_user refuses a sub that is no uuid');
select ok(not core.is_operator(), 'a sub that is no uuid makes no operator');
select test.as_owner();
select set_config('request.jwt.claims', '{"sub": "user_2abc"}', true);
select ok(not core.is_service(), 'a trusted session that gives an id that is no uuid is not the service');
select test.act_as('authenticated', '{"sub": "0A0A0A0A-0000-4000-8000-000000000001"}');
select is(core.user_id(), '0a0a0a0a-0000-4000-8000-000000000001'::uuid, 'a uuid in capitals is the same id');
select is(core.session_role(), 'authenticated'::name, 'the role of a session is that of SET ROLE');
select test.as_owner();
select is(core.session_role(), session_user, 'without SET ROLE the role of a session is the one that logged in');

select * from finish();
rollback;
