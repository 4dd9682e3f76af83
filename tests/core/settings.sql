-- Settings are changed by operators only, and on the record.
begin;
select plan(11);

insert into core.settings (name, value, meaning) values ('core.sample', '7', 'A setting of this test.');
select is(core.setting('core.sample'), '7'::jsonb, 'a setting can be read');
select throws_ok($$select core.setting('core.none')$$, 'KG004', null, 'an unknown setting is not invented');
select throws_ok($$insert into core.settings values ('Nonsense', '1', 'x')$$, '23514', null, 'a setting is named system.setting');

select test.as_user(test.user('ann'));
select throws_ok($$select core.set_setting('core.sample', '8')$$, 'KG003', null, 'a user changes no setting');
select is((select count(*) from core.settings), 0::bigint, 'a user sees no setting');
select throws_ok($$update core.settings set value = '9'$$, '42501', null, 'nobody writes around the function');

select test.as_operator(test.user('olga'));
select is((core.set_setting('core.sample', '8')).value, '8'::jsonb, 'an operator changes a setting');
select throws_ok($$select core.set_setting('core.sample', '"8"')$$, 'KG001', null, 'its JSON type stays');
select throws_ok($$select core.set_setting('core.sample', null)$$, 'KG001', null, 'null is no value');
select throws_ok($$select core.set_setting('core.none', '1')$$, 'KG004', null, 'an unknown setting cannot be set');
select is(
  (select row(actor, operation, before ->> 'value', after ->> 'value')::text from core.audit_log where table_name = 'core.settings' and operation = 'UPDATE'),
  row(test.user('olga'), 'UPDATE', '7', '8')::text, 'the audit log says who changed what from what to what'
);

select * from finish();
rollback;
