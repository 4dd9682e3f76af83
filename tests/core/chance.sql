-- Who may see a draw at once, and what a transaction is told of its own decision. Real transactions: test_chance.py.
begin;
select plan(15);

create function test.may_draw_at_once() returns boolean language sql security definer as $$ select core.may_draw_at_once() $$;
create function test.is_settled(decided_in xid8) returns boolean language sql security definer as $$ select core.is_settled($1) $$;
grant execute on function test.may_draw_at_once(), test.is_settled(xid8) to public;
create temporary table decision as select pg_current_xact_id() as mine, '9223372036854775807'::xid8 as foreign_id;
grant select on decision to public;

select ok(test.may_draw_at_once(), 'the deployer may draw at once');
select ok(test.is_settled((select mine from decision)), 'the deployer sees the draw of a decision of the same transaction');
select set_config('request.jwt.claims', jsonb_build_object('sub', test.user('ann'))::text, true);
select ok(not test.may_draw_at_once(), 'a trusted session that acts as a user waits like that user');
select test.as_service();
select ok(test.may_draw_at_once(), 'the service may draw at once');
select test.as_anon();
select ok(not test.may_draw_at_once(), 'a stranger may not draw at once');
select test.as_operator(test.user('olga'));
select ok(not test.may_draw_at_once(), 'an operator is a client, and may not draw at once');
select test.as_user(test.user('ann'));
select ok(not test.may_draw_at_once(), 'a user may not draw at once');
select ok(not test.is_settled((select mine from decision)), 'a decision of the same transaction is not settled');
select ok(test.is_settled(null), 'what depends on no decision is settled');
select ok(test.is_settled((select foreign_id from decision)), 'a number from another server is settled, however large it is');
select test.clients_commit();
select ok(test.is_settled((select mine from decision)), 'where clients cannot abort, a user sees the draw at once');

select throws_ok($$select core.is_settled(null)$$, '42501', null, 'no client asks by itself');
select test.as_owner();
select matches((select detail from core.health() where name = 'core.clients_can_abort'), 'is false', 'health says that clients draw at once');

select test.set_clock('2030-01-01 00:00Z');
select is(core.wall_clock(), '2030-01-01 00:00Z'::timestamptz, 'a test stops the clock of every rule');
select test.set_clock(null);
select cmp_ok(core.wall_clock(), '>', now(), 'the clock runs on within a transaction');

select * from finish();
rollback;
