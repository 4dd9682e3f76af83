-- The catalog of errors.
begin;
select plan(5);

select is(count(*) filter (where left(sqlstate, 2) <> 'KG'), 0::bigint, 'every SQLSTATE is of class KG') from core.errors;
select is(count(*) filter (where btrim(meaning) = '' or btrim(hint) = ''), 0::bigint, 'every error says what is wrong and what to do') from core.errors;
select test.as_anon();
select cmp_ok(count(*), '>=', 8::bigint, 'anybody can read the catalog') from core.errors;
select throws_ok('delete from core.errors', '42501', null, 'no client changes it');
select test.as_service();
select throws_ok($$update core.errors set sqlstate = 'KG999' where code = 'NOT_FOUND'$$, '42501', null, 'the service does not change the catalog');

select * from finish();
rollback;
