-- Strong random bytes without an extension.
begin;
select plan(3);

select is(length(core.strong_random()), 32, '32 bytes are drawn');
select is((select count(distinct core.strong_random()) from generate_series(1, 1000)), 1000::bigint, 'no two draws are the same');
select test.as_service();
select throws_ok('select core.strong_random()', '42501', null, 'no client role may draw from the secret source');

select * from finish();
rollback;
