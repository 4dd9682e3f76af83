-- A command that is sent again under its key makes nothing twice.
begin;
select plan(19);

create function test.note(function text, key text, arguments jsonb, made_id text) returns text
language sql security definer as $$ select core.note_request($1, $2, $3, $4) $$;
grant execute on function test.note(text, text, jsonb, text) to public;

select test.as_user(test.user('ann'));
select is(test.note('core.make', 'k', '["a", 1]', 'one'), null, 'a new request is noted');
select is(test.note('core.make', 'k', '["a", 1]', 'two'), 'one', 'a repeated request gives the id of what was made first');
select throws_ok($$select test.note('core.make', 'k', '["a", 2]', 'two')$$, 'KG006', null, 'the same key with other arguments is a conflict');
select is(test.note('core.make', 'k2', '["a", 1]', 'two'), null, 'another key is another request');
select is(test.note('core.other', 'k', '["a", 2]', 'three'), null, 'the key of another command is another key');
select is(test.note('core.make', null, '[]', 'four'), null, 'without a key a request is new');
select is(test.note('core.make', null, '[]', 'four'), null, 'without a key a request stays new');
select throws_ok($$select test.note('core.make', '', '[]', 'x')$$, 'KG001', null, 'an empty key is refused');
select throws_ok($$select test.note('core.make', repeat('k', 201), '[]', 'x')$$, 'KG001', null, 'a key of more than 200 characters is refused');
select is(test.note('core.make', repeat('k', 200), '[]', 'x'), null, 'a key of 200 characters is taken');
select is(test.note('core.make', 'j', '{"a": 1, "b": 2}', 'five'), null, 'arguments may be an object');
select is(test.note('core.make', 'j', '{"b": 2, "a": 1}', 'six'), 'five', 'the order of named arguments does not matter');
select test.as_user(test.user('bob'));
select is(test.note('core.make', 'k', '["b"]', 'seven'), null, 'the key of another user is another key');
select test.as_service();
select is(test.note('core.make', 'k', '["c"]', 'eight'), null, 'the service has keys of its own');
select test.act_as('service_role', jsonb_build_object('sub', test.user('ann'), 'role', 'service_role'));
select is(test.note('core.make', 'k', '["c"]', 'nine'), 'eight', 'the service that names a user keeps its own keys');
select test.act_as('authenticated', '{"role": "authenticated"}');
select throws_ok($$select test.note('core.make', 'k', '[]', 'x')$$, 'KG002', null, 'who is nobody has no keys');

select test.as_owner();
select is((select count(*) from core.request_keys where key is null), 0::bigint, 'a request without a key leaves no row');
update core.request_keys set created_at = now() - interval '31 days' where function = 'core.other';
select is(core.upkeep_request_keys(), '1 forgotten', 'upkeep forgets keys that are older than the setting says');
select is((select count(*) from core.request_keys where caller = test.user('ann')::text and key = 'k' and function = 'core.make'), 1::bigint, 'upkeep keeps the others');

select * from finish();
rollback;
