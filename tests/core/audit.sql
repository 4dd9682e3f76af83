-- Who did what, before and after.
begin;
select plan(8);

create table core.audited (id integer primary key, word text);
create trigger audit after insert or update or delete on core.audited for each row execute function core.audit();
grant insert, update, delete, select on core.audited to service_role;
select test.as_service();
insert into core.audited values (1, 'a');
update core.audited set word = 'b';
delete from core.audited;
create temporary table log as select * from core.audit_log where table_name = 'core.audited';
select is(array_agg(operation order by entry_id), array['INSERT', 'UPDATE', 'DELETE'], 'every operation is recorded in order') from log;
select is(array_agg(before ->> 'word' order by entry_id), array[null, 'a', 'b'], 'the audit log keeps the row as it was before') from log;
select is(array_agg(after ->> 'word' order by entry_id), array['a', 'b', null], 'the audit log keeps the row as it is after') from log;
select is(count(*) filter (where actor_role = 'service_role' and actor is null), 3::bigint, 'the audit log names the role that wrote') from log;
select throws_ok($$insert into core.audit_log (actor_role, table_name, operation) values ('x', 'y', 'INSERT')$$, '42501', null, 'nobody writes the log directly');

select test.as_user(test.user('ann'));
select is(count(*), 0::bigint, 'a user sees nothing of the log') from core.audit_log;
select test.as_owner();
select throws_ok('delete from core.audit_log', 'KG008', null, 'nobody removes an entry');
select throws_ok('truncate core.audit_log', 'KG008', null, 'nobody empties the log');

select * from finish();
rollback;
