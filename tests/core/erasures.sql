-- An erasure empties what is personal in a history; nothing and nobody else changes anything there.
begin;
select plan(22);

-- A history of a system that exists here only.
set local role gamekeeper;
create table core.test_history (id integer primary key, person_id uuid, words text, facts jsonb, amount numeric, is_large boolean generated always as (amount > 5) stored);
comment on column core.test_history.words is 'What was said. [personal]';
comment on column core.test_history.facts is 'What was so. [none]';
create trigger guard_history_update before update on core.test_history for each row execute function core.guard_history();
create trigger guard_history_delete before delete on core.test_history for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on core.test_history for each statement execute function core.guard_history();
insert into core.test_history (id, person_id, words, facts, amount) values
  (1, test.user('ada'), 'I am Ada', '{"a": 1}', 5), (2, test.user('ben'), 'I am Ben', '{"b": 1}', 6), (3, test.user('eve'), 'I am Eve', '{"c": 1}', 7);

create table core.test_statement (statement text);
insert into core.test_statement values ($$update core.test_history set words = 'gone' where person_id = $1$$);
create function core.erase_test(person_id uuid) returns void language plpgsql as $$
declare
  _statement text;
begin
  for _statement in select statement from core.test_statement loop
    execute _statement using erase_test.person_id;
  end loop;
end
$$;
insert into core.person_hooks (system, kind, function) values ('core', 'erase', 'core.erase_test(uuid)')
on conflict (system, kind) do update set function = excluded.function;

select throws_ok($$update core.test_history set words = null where id = 1$$, 'KG008', null, 'the owner changes no history');
select throws_ok($$select core.run_person_hooks('erase', test.user('ada'))$$, 'KG005', null, 'nobody is erased who is not listed as erased');
insert into core.closed_persons (person_id, kind) values (test.user('ada'), 'erased');
select throws_ok($$update core.test_history set words = null where id = 1$$, 'KG008', null, 'that a person is listed as erased opens no history');
select lives_ok($$select core.run_person_hooks('erase', test.user('ada'))$$, 'the hooks of an erasure run for who is listed');
select is(array(select words from core.test_history order by id), '{gone,I am Ben,I am Eve}'::text[], 'an erasure overwrites the personal column of the person''s row');
select throws_ok($$update core.test_history set words = null where id = 2$$, 'KG008', null, 'a history is closed again behind the hooks, in the same transaction');
select is((select count(*) from core.erasures), 0::bigint, 'no erasure is under way behind the hooks');

-- The fact cannot be forged.
select throws_ok($$insert into core.erasures values (pg_current_xact_id(), test.user('ada'))$$, 'KG008', null, 'the owner cannot say that somebody is being erased');
select throws_ok(
  $$do $do$ begin insert into core.erasures values (pg_current_xact_id(), test.user('ada')); end $do$; $$,
  'KG008', null, 'a block of the owner cannot say it either'
);
select set_config('core.erasures', 'on', true), set_config('gamekeeper.erasing', 'on', true);
select throws_ok($$update core.test_history set words = null where id = 2$$, 'KG008', null, 'no setting opens a history');
reset role;
set local role service_role;
select throws_ok($$insert into core.erasures values (pg_current_xact_id(), test.user('ada'))$$, '42501', null, 'the service has no right to say it');
select throws_ok($$select core.run_person_hooks('erase', test.user('ada'))$$, '42501', null, 'the service cannot call the hooks by themselves');
reset role;
set local role gamekeeper;

-- A hook may empty personal columns and do nothing else to a history.
update core.test_statement set statement = $$update core.test_history set words = 'I am Eve' where person_id = $1$$;
select throws_ok($$select core.run_person_hooks('erase', test.user('ada'))$$, 'KG008', null, 'an erasure writes no other words into a history');
update core.test_statement set statement = $$update core.test_history set words = '', facts = '{}' where person_id = $1$$;
select throws_ok($$select core.run_person_hooks('erase', test.user('ada'))$$, 'KG008', null, 'an erasure changes no column that is not personal');
update core.test_statement set statement = $$update core.test_history set amount = 0 where person_id = $1$$;
select throws_ok($$select core.run_person_hooks('erase', test.user('ada'))$$, 'KG008', null, 'an erasure changes no amount');
update core.test_statement set statement = $$delete from core.test_history where person_id = $1$$;
select throws_ok($$select core.run_person_hooks('erase', test.user('ada'))$$, 'KG008', null, 'an erasure removes no row of a history');
update core.test_statement set statement = $$update core.test_history set words = 'gone-0123abcd' where person_id = $1$$;
select lives_ok($$select core.run_person_hooks('erase', test.user('ada'))$$, 'an erasure may leave a name that says nothing');
select is((select array_agg(t.* order by id)::text from core.test_history as t where id <> 1),
  (select array_agg(t.* order by id)::text from (values (2, test.user('ben'), 'I am Ben', '{"b": 1}'::jsonb, 6::numeric, true), (3, test.user('eve'), 'I am Eve', '{"c": 1}', 7, true)) as t (id, person_id, words, facts, amount, is_large)),
  'an erasure leaves everybody else''s rows');

-- A system that comes later.
insert into core.closed_persons (person_id, kind) values (test.user('ben'), 'erased');
update core.test_statement set statement = $$update core.test_history set words = 'gone' where person_id = $1$$;
delete from core.person_hooks where system = 'core' and kind = 'erase';
insert into core.person_hooks (system, kind, function) values ('core', 'erase', 'core.erase_test(uuid)');
select is(array(select words from core.test_history order by id), '{gone,gone,I am Eve}'::text[], 'a hook that is registered is called for everybody who was erased before');

-- Who was erased stays erased.
select throws_ok($$delete from core.closed_persons where person_id = test.user('ben')$$, 'KG008', null, 'the owner takes nobody from the list of the erased');
select throws_ok($$update core.closed_persons set kind = 'closed', until = now() where person_id = test.user('ben')$$, 'KG008', null, 'the owner makes nobody who was erased come back');
select throws_ok($$truncate core.closed_persons$$, 'KG008', null, 'the list of the erased is not emptied');

select * from finish();
rollback;
