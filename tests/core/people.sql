-- People leave: erasure, closing and reopening, export, merging, as far as core alone goes. Hooks of a system that exists here
-- only say what they were called with.
begin;
select plan(80);

create schema trial authorization gamekeeper;
set local role gamekeeper;
create table trial.called (place integer generated always as identity, what text, person_id uuid, into_id uuid);
create function trial.erase(person_id uuid) returns void language sql as $$ insert into trial.called (what, person_id) values ('erase', $1) $$;
create function trial.close(person_id uuid) returns void language sql as $$ insert into trial.called (what, person_id) values ('close', $1) $$;
create function trial.reopen(person_id uuid) returns void language sql as $$ insert into trial.called (what, person_id) values ('reopen', $1) $$;
create function trial.merge(from_id uuid, into_id uuid) returns void language plpgsql as $$
begin
  if merge.into_id = test.user('hal') then
    perform core.raise('CANNOT_MERGE', '{"system": "trial", "problem": "both sit at one table"}');
  end if;
  insert into trial.called (what, person_id, into_id) values ('merge', merge.from_id, merge.into_id);
end
$$;
create table trial.letters (person_id uuid, number integer, words text, seal text, primary key (person_id, number));
comment on column trial.letters.words is 'Words. [personal]';
comment on column trial.letters.seal is 'Seal. [secret]';
create table trial.notes (note_id integer primary key, person_id uuid, words text);
create function trial.export(person_id uuid, after jsonb, page_size integer) returns table (table_name text, key jsonb, "row" jsonb) language sql as $$
  select * from core.export_page($1, array[['trial.letters', 't.person_id = any ($1)'], ['trial.notes', 't.person_id = any ($1)']], $2, $3)
$$;
insert into core.person_hooks (system, kind, function) values
  ('trial', 'erase', 'trial.erase(uuid)'), ('trial', 'close', 'trial.close(uuid)'), ('trial', 'reopen', 'trial.reopen(uuid)'),
  ('trial', 'merge', 'trial.merge(uuid, uuid)'), ('trial', 'export', 'trial.export(uuid, jsonb, integer)');
grant usage on schema trial to public;
reset role;
-- what a hook was called with, in order, since the last look
create function test.called() returns text[] language plpgsql security definer as $$
declare
  _called text[];
begin
  select array_agg(concat_ws(' ', c.what, (select name from unnest('{ada,ben,eve,fay,gil,hal,ivy,jon,kim}'::text[]) as name where test.user(name) = c.person_id)) order by c.place)
  into _called from trial.called as c;
  delete from trial.called;
  return _called;
end
$$;
grant execute on function test.called() to public;

-- Erasure
select test.as_user(test.user('ben'));
select throws_ok($$select core.erase_person(test.user('ada'), 'I dislike her')$$, '42501', null, 'a person erases nobody else');
select throws_ok($$select core.erase_person(test.user('ben'), 'me')$$, '42501', null, 'a person does not erase themselves at once: they close the account');
select test.as_operator(test.user('oda'));
select throws_ok($$select core.erase_person(test.user('ada'), 'asked')$$, '42501', null, 'an operator erases nobody');
select test.as_service();
select throws_ok($$select core.erase_person(null, 'asked')$$, 'KG001', null, 'nobody is erased without an id');
select throws_ok($$select core.erase_person(test.user('ada'), null)$$, 'KG001', null, 'nobody is erased without a reason');
select throws_ok($$select core.erase_person(test.user('ada'), repeat('x', 201))$$, 'KG001', null, 'a reason has at most 200 characters');
select is((core.erase_person(test.user('ada'), 'ticket 7', 'e-1')).kind, 'erased', 'the service erases a person');
select is(test.called(), '{erase ada}'::text[], 'an erasure calls the hooks');
select is((core.erase_person(test.user('ada'), 'ticket 7', 'e-1')).kind, 'erased', 'an erasure that is sent again answers the same');
select throws_ok($$select core.erase_person(test.user('ben'), 'ticket 8', 'e-1')$$, 'KG006', null, 'the key of one erasure erases nobody else');
select is((core.erase_person(test.user('ada'), 'ticket 9')).kind, 'erased', 'a person who is erased can be erased again');
select is(test.called(), null, 'a person who is erased again is erased once');
select is(
  (select array_agg(after order by entry_id) from core.audit_log where table_name = 'core.closed_persons'),
  array[jsonb_build_object('kind', 'erased', 'ids', jsonb_build_array(test.user('ada')), 'person_id', test.user('ada'), 'reason', 'ticket 7')],
  'an erasure writes one audit row, which has ids and the reason and nothing else'
);

-- Who was erased can do nothing
select test.as_user(test.user('ada'));
select throws_ok($$select test.require_user()$$, 'KG010', null, 'the token of an erased person is refused');
select throws_ok($$select core.close_account()$$, 'KG010', null, 'an erased person closes no account');
select throws_ok($$select core.reopen_account()$$, 'KG010', null, 'an erased person does not come back');
select throws_ok($$select * from core.export_my_data()$$, 'KG010', null, 'there is nothing to export of an erased person');
select test.as_owner();
select is(core.is_closed(test.user('ada')), true, 'an erased person is one who has left');
select is(core.is_closed(test.user('ben')), false, 'a person who did nothing of the kind has not left');

-- Closing and reopening
select test.as_anon();
select throws_ok($$select core.close_account()$$, '42501', null, 'a stranger has no account to close');
select test.as_user(test.user('ben'));
select ok((core.close_account()).until - interval '30 days' between now() and clock_timestamp(), 'an account that is closed stands for 30 days');
select is(test.called(), '{close ben}'::text[], 'closing calls the hooks');
select is((core.close_account()).kind, 'closed', 'closing twice is closing');
select is(test.called(), null, 'closing twice calls the hooks once');
select throws_ok($$select test.require_user()$$, 'KG010', null, 'a closed account takes no command');
select lives_ok($$select core.reopen_account()$$, 'the person opens it again');
select is(test.called(), '{reopen ben}'::text[], 'reopening calls the hooks');
select is(test.require_user(), test.user('ben'), 'an account that was opened again takes commands');
select lives_ok($$select core.reopen_account()$$, 'opening an open account does nothing');
select is(test.called(), null, 'opening an open account calls no hook');
select core.close_account(), core.reopen_account() from generate_series(1, 4);
select test.called();
select throws_ok($$select core.close_account()$$, 'KG007', null, 'nobody closes and opens an account all day');
select is(test.require_user(), test.user('ben'), 'an account whose closing was refused is open');
select test.as_user(test.user('eve'));
select core.close_account();
select test.as_owner();
update core.closed_persons set until = core.wall_clock() where person_id = test.user('eve');
select test.as_user(test.user('eve'));
select throws_ok($$select core.reopen_account()$$, 'KG010', null, 'nobody comes back after the last day');
select test.as_owner();
select test.called();
select is(core.upkeep_people(), '1 erased, 0 looked at again', 'upkeep erases an account whose time is over');
select is(test.called(), '{erase eve}'::text[], 'upkeep erases by the same hooks');
select is((select kind from core.closed_persons where person_id = test.user('eve')), 'erased', 'an account whose time was over is erased');
select is(core.upkeep_people(), '0 erased, 0 looked at again', 'upkeep erases nobody twice');
update core.closed_persons set closed_at = closed_at - interval '11 minutes' where person_id = test.user('eve');
select is(core.upkeep_people(), '0 erased, 1 looked at again', 'an erasure is repeated when no call can be running any more that began before it');
select is(test.called(), '{erase eve}'::text[], 'an erasure is repeated by its hooks');
select is(core.upkeep_people(), '0 erased, 0 looked at again', 'an erasure is repeated once');

-- One who can't be erased
create or replace function trial.erase(person_id uuid) returns void language plpgsql as $$
begin
  if $1 = test.user('una') then
    perform 1 / 0;
  end if;
  insert into trial.called (what, person_id) values ('erase', $1);
end
$$;
select is((select ok from core.health_people()), true, 'health is well while nobody waits to be erased');
insert into core.closed_persons (person_id, kind, until) values
  (test.user('una'), 'closed', core.wall_clock() - interval '2 hours'), (test.user('ivy'), 'closed', core.wall_clock() - interval '1 minute');
select is(core.upkeep_people(), '1 erased, 0 looked at again, 1 failed (22012)', 'an account that cannot be erased keeps no other from it');
select is(test.called(), '{erase ivy}'::text[], 'upkeep erases behind one that failed');
select is((select kind from core.closed_persons where person_id = test.user('una')), 'closed', 'an erasure that failed changed nothing');
select is((select (ok, detail)::text from core.health_people()), format('(f,"1 accounts were due an hour ago, the first %s")', test.user('una')), 'health names whoever waits to be erased');
update core.closed_persons set until = core.wall_clock() + interval '1 day' where person_id = test.user('una');

-- The sign-up
select test.as_owner();
insert into auth.users (id, email, raw_user_meta_data) values
  (test.user('fay'), 'fay@example.org', '{"display_name": "Fay"}'), (test.user('gil'), 'gil@example.org', null);
select test.as_service();
select core.erase_person(test.user('fay'), 'ticket 10');
select test.as_owner();
select is((select (email, raw_user_meta_data)::text from auth.users where id = test.user('fay')), '(,)', 'an erasure empties the sign-up');
delete from auth.users where id in (test.user('fay'), test.user('gil'));
select is((select count(*) from auth.users where id in (test.user('fay'), test.user('gil'))), 0::bigint, 'a sign-up is deleted, erased before or not');
select is(test.called(), '{erase fay,erase gil}'::text[], 'whose sign-up is deleted is erased, once');
select is((select kind from core.closed_persons where person_id = test.user('gil')), 'erased', 'whose sign-up is deleted is listed as erased');

-- After a restore
select test.as_user(test.user('ben'));
select throws_ok($$select core.erase_persons(array[test.user('ada')], 'restore')$$, '42501', null, 'a person applies no list of erasures');
select test.as_service();
select is(core.erase_persons(array[test.user('ada'), test.user('kim'), test.user('kim'), null], 'restore of May'), 1, 'the list of erasures is applied again to those who are not erased');
select is(test.called(), '{erase kim}'::text[], 'whoever the restore brought back is erased');
select throws_ok($$select core.erase_persons('{}', '')$$, 'KG001', null, 'a list of erasures has a reason');

-- Merging
select throws_ok($$select core.merge_accounts(test.user('ben'), test.user('ben'))$$, 'KG001', null, 'no account is merged into itself');
select throws_ok($$select core.merge_accounts(test.user('ben'), null)$$, 'KG001', null, 'an account is merged into another one');
select throws_ok($$select core.merge_accounts(test.user('ben'), test.user('ada'))$$, 'KG011', null, 'no account is merged into an erased one');
select throws_ok($$select core.merge_accounts(test.user('ada'), test.user('ben'))$$, 'KG011', null, 'no erased account is merged');
select throws_ok($$select core.merge_accounts(test.user('ben'), test.user('hal'))$$, 'KG011', null, 'a system refuses accounts that it cannot make one');
select is((core.merge_accounts(test.user('jon'), test.user('ben'), 'm-1')).into_id, test.user('ben'), 'the service makes one account of two');
select is((core.merge_accounts(test.user('jon'), test.user('ben'), 'm-1')).into_id, test.user('ben'), 'a merge that is sent again answers the same');
select is(test.called(), '{merge jon}'::text[], 'a merge that is sent again moves nothing again');
select throws_ok($$select core.merge_accounts(test.user('jon'), test.user('gus'))$$, 'KG011', null, 'an account that was merged is not merged elsewhere');
select test.as_user(test.user('jon'));
select throws_ok($$select test.require_user()$$, 'KG010', null, 'the token of an account that was merged is refused');
select throws_ok($$select core.reopen_account()$$, 'KG010', null, 'an account that was merged is not opened again');

-- Export
select test.as_owner();
insert into trial.letters values (test.user('ben'), 1, 'one', 's'), (test.user('ben'), 2, 'two', 's'), (test.user('jon'), 1, 'three', 's'), (test.user('hal'), 1, 'his', 's');
insert into trial.notes values (7, test.user('jon'), 'four'), (8, test.user('hal'), 'his');
reset role;
create function test.pages(size integer) returns jsonb language plpgsql as $$
declare
  _row core.exported_row;
  _after jsonb;
  _all jsonb := '[]';
begin
  loop
    for _row in select * from core.export_my_data('trial', _after, size) loop
      _all := _all || to_jsonb(_row);
    end loop;
    exit when not found;
    _after := (_all -> -1) - 'row';
  end loop;
  return _all;
end
$$;
grant execute on function test.pages(integer) to public;
select test.as_user(test.user('ben'));
select results_eq(
  $$select e.table_name, e."row" from core.export_my_data('trial') as e order by e."row" ->> 'words'$$,
  $$values
    ('trial.notes', jsonb_build_object('note_id', 7, 'person_id', test.user('jon'), 'words', 'four')),
    ('trial.letters', jsonb_build_object('number', 1, 'person_id', test.user('ben'), 'words', 'one')),
    ('trial.letters', jsonb_build_object('number', 1, 'person_id', test.user('jon'), 'words', 'three')),
    ('trial.letters', jsonb_build_object('number', 2, 'person_id', test.user('ben'), 'words', 'two'))$$,
  'a person is given all their rows, of an account that was merged too, without what is secret and without anybody else''s'
);
select is((select array_agg(distinct test.pages(n)) from generate_series(1, 5) as n), array[(select jsonb_agg(e) from core.export_my_data('trial') as e)], 'pages of any size are the same rows in the same order');
select throws_ok($$select * from core.export_my_data('nobody')$$, 'KG001', null, 'there is no export of a system that is not there');
select throws_ok($$select * from core.export_my_data(after => '{"system": "trial", "table_name": "trial.letters", "key": ["x", 1]}')$$, 'KG001', null, 'a key of another type is refused with a code');
select throws_ok($$select * from core.export_my_data(after => '{"system": "trial", "table_name": "core.settings", "key": ["x"]}')$$, 'KG001', null, 'a table that is not exported is refused');
select throws_ok($$select * from core.export_my_data('core', '{"system": "trial", "table_name": "trial.letters", "key": []}')$$, 'KG001', null, 'a page of one system does not begin in another');
select throws_ok($$select * from core.export_person(test.user('hal'))$$, '42501', null, 'a person exports nobody else');
select test.as_service();
select is((select count(*) from core.export_person(test.user('hal'), 'trial')), 2::bigint, 'the service exports anybody');
select core.erase_person(test.user('ben'), 'ticket 11');
select is(test.called(), array['erase ben', 'erase jon'], 'an erasure follows to the account that was merged') where test.user('ben') < test.user('jon')
union all
select is(test.called(), array['erase jon', 'erase ben'], 'an erasure follows to the account that was merged') where test.user('ben') > test.user('jon');

-- As after pg_restore --no-comments: what is personal is not known, so nobody is erased, and nothing is changed.
select test.as_owner();
insert into auth.users (id, email) values (test.user('zed'), 'zed@example.org');
create temp table described on commit drop as select * from pg_description;
delete from pg_description;
select is((select h.ok || h.action from core.health_people() as h), 'falseRestore the comments of the schema, as docs/privacy.md shows under Backups.', 'health says that a restore left the comments away');
select test.as_service();
select throws_ok($$select core.erase_person(test.user('zed'), 'ticket 12')$$, 'KG005', null, 'nobody is erased while the columns do not say what is personal');
select throws_ok($$select core.erase_persons(array[test.user('zed')], 'restore')$$, 'KG005', null, 'no list of erasures is applied while the columns do not say what is personal');
select test.as_owner();
select throws_ok($$delete from auth.users where id = test.user('zed')$$, 'KG005', null, 'no sign-up is deleted while the columns do not say what is personal');
select is((select email from auth.users where id = test.user('zed')), 'zed@example.org', 'an erasure that is refused changes nothing');
select is(core.is_closed(test.user('zed')), false, 'an erasure that is refused lists nobody');
insert into pg_description select * from described;
select test.as_service();
select lives_ok($$select core.erase_person(test.user('zed'), 'ticket 12')$$, 'when the comments are back a person is erased');

select * from finish();
rollback;
