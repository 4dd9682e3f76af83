-- One way to raise, from one catalog.
begin;
select plan(9);

create function pg_temp.caught(statement text, out state text, out message text, out detail text, out hint text) language plpgsql as $$
begin
  execute statement;
exception
  when others then
    get stacked diagnostics state = returned_sqlstate, message = message_text, detail = pg_exception_detail, hint = pg_exception_hint;
end
$$;
create temporary table caught as select * from pg_temp.caught($$select core.raise('NOT_FOUND', '{"id": 7}')$$);
select is(state, 'KG004', 'the SQLSTATE is the catalog''s') from caught;
select matches(message, '^NOT_FOUND: ', 'the code comes first in the message') from caught;
select is(detail::jsonb, '{"id": 7}'::jsonb, 'the context is JSON in DETAIL') from caught;
select is(hint, (select e.hint from core.errors e where code = 'NOT_FOUND'), 'the advice is in HINT') from caught;
select is((pg_temp.caught($$select core.raise('FORBIDDEN', null)$$)).detail, '{}', 'without context DETAIL is an empty object');
select is((pg_temp.caught($$select core.raise('NO_SUCH_CODE')$$)).state, 'P0001', 'a code that the catalog lacks is a fault of the caller''s program');
select is((pg_temp.caught($$select core.raise(null)$$)).state, 'P0001', 'a code of null is a fault of the caller''s program');
select test.as_service();
select throws_ok($$select core.raise('RATE_LIMIT')$$, 'KG007', null, 'a guard can raise when the service writes a table');
select test.as_user(test.user('ann'));
select throws_ok($$select core.raise('RATE_LIMIT')$$, '42501', null, 'users cannot have errors of their own making raised');

select * from finish();
rollback;
