-- Settings are changed by operators, or by the service alone, within their type and range, and on the record.
begin;
select plan(28);

select is(array(select name from core.settings where value <> default_value), '{}'::text[], 'a setting that nobody changed has its default');
insert into core.settings (name, type, minimum, maximum, default_value, value, changed_by, meaning) values
  ('core.sample', 'integer', 1, 100, '7', '7', 'operator', 'A setting of this test.'),
  ('core.share', 'number', 0, 1, '0.5', '0.5', 'operator', 'A setting of this test.'),
  ('core.label', 'text', 1, 5, '"a"', '"a"', 'operator', 'A setting of this test.'),
  ('core.stake', 'integer', null, null, '1', '1', 'service', 'A setting of this test.');
select is(core.setting('core.sample'), '7'::jsonb, 'a setting can be read');
select throws_ok($$select core.setting('core.none')$$, 'KG004', null, 'an unknown setting is not invented');
select throws_ok($$insert into core.settings (name, type, default_value, value, meaning) values ('Nonsense', 'integer', '1', '1', 'x')$$, '23514', null, 'a setting is named system.setting');
select throws_ok($$insert into core.settings (name, type, maximum, default_value, value, meaning) values ('core.wrong', 'integer', 3, '4', '1', 'x')$$, '23514', null, 'a default outside the range is refused');
select throws_ok($$update core.settings set value = '101' where name = 'core.sample'$$, '23514', null, 'not even the owner writes a value outside the range');

-- what fits
select is(core.setting_problem('integer', 1, 10, '10'), null, 'the greatest value fits');
select is(core.setting_problem('integer', 1, 10, '11'), 'must be of type integer of 1 to 10', 'a problem names type and range');
select is(core.setting_problem('integer', null, null, '1.5'), 'must be of type integer', 'a fraction is no integer');
select is(core.setting_problem('number', 0, null, '-0.1'), 'must be of type number of 0 to any', 'a bound may stand alone');
select is(core.setting_problem('boolean', null, null, '"true"'), 'must be of type boolean', 'a text is no boolean');
select is(core.setting_problem('text', 1, 5, '"abcdef"'), 'must be of type text of 1 to 5 characters', 'the range of a text is its length');
select is(core.setting_problem('text', 1, 5, 'null'), 'must be of type text of 1 to 5 characters', 'null fits no type of setting');

select test.as_user(test.user('ann'));
select throws_ok($$select core.set_setting('core.sample', '8')$$, 'KG003', null, 'a user changes no setting');
select is((select count(*) from core.settings), 0::bigint, 'a user sees no setting');
select throws_ok($$update core.settings set value = '9'$$, '42501', null, 'nobody writes around the function');

select test.as_operator(test.user('olga'));
select is((core.set_setting('core.sample', '8')).value, '8'::jsonb, 'an operator changes a setting');
select is((core.set_setting('core.share', '0.25')).value, '0.25'::jsonb, 'a number may have a fraction');
select throws_ok($$select core.set_setting('core.sample', '"8"')$$, 'KG001', null, 'another type is refused');
select throws_ok($$select core.set_setting('core.sample', '0')$$, 'KG001', null, 'a value outside the range is refused');
select throws_ok($$select core.set_setting('core.label', '"abcdef"')$$, 'KG001', null, 'a text outside the range is refused');
select throws_ok($$select core.set_setting('core.sample', null)$$, 'KG001', null, 'null is no value');
select throws_ok($$select core.set_setting('core.none', '1')$$, 'KG004', null, 'an unknown setting cannot be set');
select throws_ok($$select core.set_setting('core.stake', '2')$$, 'KG003', null, 'a setting of the service is closed to operators');
select throws_ok($$select core.set_setting('core.clients_can_abort', 'false')$$, 'KG003', null, 'an operator does not decide who may draw at once');

select test.as_service();
select is((core.set_setting('core.clients_can_abort', 'false')).value, 'false'::jsonb, 'the service changes its settings');

select test.as_owner();
select is(
  (select row(actor, operation, before ->> 'value', after ->> 'value')::text
    from core.audit_log where table_name = 'core.settings' and operation = 'UPDATE' and after ->> 'name' = 'core.sample'),
  row(test.user('olga'), 'UPDATE', '7', '8')::text, 'the audit log says who changed what from what to what'
);
do $$
declare
  _detail jsonb;
begin
  perform core.set_setting('core.sample', '101');
exception
  when sqlstate 'KG001' then
    get stacked diagnostics _detail = pg_exception_detail;
    perform set_config('test.detail', _detail::text, true);
end
$$;
select is(
  current_setting('test.detail')::jsonb,
  '{"field": "value", "problem": "must be of type integer of 1 to 100", "type": "integer", "minimum": 1, "maximum": 100}',
  'the refusal gives type and range'
);

select * from finish();
rollback;
