-- The same error in two forms: plain for a driver, PostgREST's own for a request that it serves.
begin;
select plan(13);

create function pg_temp.caught(statement text, out state text, out message text, out detail text, out hint text) language plpgsql as $$
begin
  execute statement;
exception
  when others then
    get stacked diagnostics state = returned_sqlstate, message = message_text, detail = pg_exception_detail, hint = pg_exception_hint;
end
$$;
create function pg_temp.read_again(statement text) returns core.caught_error language plpgsql as $$
declare
  _detail text;
begin
  execute statement;
  return null;
exception
  when others then
    get stacked diagnostics _detail = pg_exception_detail;
    return core.caught(sqlstate, sqlerrm, _detail);
end
$$;
create temporary table plain as
select e.code, e.http_status, c.* from core.errors e, pg_temp.caught(format('select core.raise(%L, %L)', e.code, '{"id": 7}')) c;
create temporary table plainly_read as
select e.code as raised, c.* from core.errors e, pg_temp.read_again(format('select core.raise(%L, %L)', e.code, '{"id": 7}')) c;

select set_config('request.method', 'POST', true);
create temporary table served as
select e.code, c.* from core.errors e, pg_temp.caught(format('select core.raise(%L, %L)', e.code, '{"id": 7}')) c;
create temporary table served_and_read as
select e.code as raised, c.* from core.errors e, pg_temp.read_again(format('select core.raise(%L, %L)', e.code, '{"id": 7}')) c;

select is((select count(*) from served where state = 'PGRST'), (select count(*) from core.errors), 'every error of a request has the state that PostgREST looks for');
select bag_eq(
  $$select code, key from served, jsonb_object_keys(message::jsonb) as key$$,
  $$select code, key from core.errors, unnest(array['code', 'message', 'details', 'hint']) as key$$,
  'the message is a document of the four keys that PostgREST asks for'
);
select bag_eq(
  $$select s.code as raised, b.code, b.message, b.details, b.hint from served s, jsonb_to_record(s.message::jsonb) as b (code text, message text, details text, hint text)$$,
  $$select code as raised, state, message, detail, hint from plain$$,
  'the document says what the plain error says'
);
select bag_eq(
  $$select code, detail::jsonb from served$$,
  $$select code, jsonb_build_object('status', http_status, 'headers', '{}'::jsonb) from core.errors$$,
  'the status is the catalog''s, beside the headers that PostgREST asks for'
);
select bag_eq('select * from served_and_read', 'select * from plainly_read', 'a handler reads both forms alike');
select is((select count(*) from plainly_read where code = raised), (select count(*) from core.errors), 'a handler is given the code');
select is((pg_temp.read_again('select 1/0')).sqlstate, '22012', 'a handler is given a foreign error as it is');
select is((pg_temp.read_again('select 1/0')).code, null, 'a foreign error has no code of ours');
select is((pg_temp.caught($$select core.raise('NO_SUCH_CODE')$$)).state, 'P0001', 'a fault of the caller''s program stays a fault');

set local gamekeeper.postgrest_errors = off;
select is((pg_temp.caught($$select core.raise('NOT_FOUND')$$)).state, 'KG004', 'the form can be switched off for a role or a database');
set local gamekeeper.postgrest_errors = '';
select set_config('request.method', '', true);
select is((pg_temp.caught($$select core.raise('NOT_FOUND')$$)).state, 'KG004', 'a connection that served a request before raises plainly again');

select set_config('request.method', 'POST', true);
select test.as_service();
select is((pg_temp.caught($$select core.raise_error('KG004', 404, 'm', 'd', 'h')$$)).state, 'PGRST', 'a guard can raise when the service writes a table');
select test.as_user(test.user('ann'));
select throws_ok($$select core.raise_error('KG004', 404, 'm', 'd', 'h')$$, '42501', null, 'users cannot have errors of their own making raised');

select * from finish();
rollback;
