-- Who leaves, in every state that a person can be in: nothing personal stays, and nothing of others goes.
begin;
select plan(188);
select test.clients_commit();

-- Each state, and in what status the session of it is after the person was erased.
create temporary table states (state text primary key, role text, status text);
insert into states values
  ('guest', null, null), ('reader', null, null), ('hero', null, null), ('deleted hero', null, null), ('closed', null, null),
  ('draft', null, null), ('unused', null, null), ('played', null, null), ('played draft', null, null),
  ('seer of waiting', 'seer', 'cancelled'), ('seer of offered', 'seer', 'waiting'), ('seer of active', 'seer', 'paused'),
  ('seer of paused', 'seer', 'paused'), ('seer of cancelled', 'seer', 'cancelled'), ('seer of completed', 'seer', 'completed'),
  ('seer of archived', 'seer', null),
  ('player of waiting', 'player', 'waiting'), ('player of active', 'player', 'active'), ('player of paused', 'player', 'paused'),
  ('player of left', 'player', 'active'), ('player of kicked', 'player', 'active'), ('player of cancelled', 'player', 'cancelled'),
  ('player of completed', 'player', 'completed'), ('player of archived', 'player', null);
create temporary table people as
select replace(s.state, ' ', '_') || '_' || h.how as name, s.*, h.how
from states as s cross join (values ('erased'), ('deleted')) as h (how);
create temporary table evenings (name text primary key, id uuid);
grant select on states, people, evenings to public;
create function pg_temp.canary(name text) returns text language sql as $$ select 'canary-' || name || '#' $$;
create function pg_temp.evening(name text) returns uuid language sql as $$ select id from evenings as e where e.name = $1 $$;

create function pg_temp.person(name text, is_guest boolean default false) returns uuid language plpgsql as $$
begin
  perform test.as_owner();
  insert into auth.users (id, email, raw_user_meta_data)
  values (test.user(name), case when not is_guest then pg_temp.canary(name) || '@example.org' end, jsonb_build_object('display_name', pg_temp.canary(name)));
  perform test.as_user(test.user(name));
  update sparc.users set avatar_url = pg_temp.canary(name), bio = pg_temp.canary(name) where id = auth.uid();
  perform sparc.start_tutorial('player');
  perform test.as_owner();
  return test.user(name);
end
$$;

-- An evening of the person as Seer or player, with a mate at the same table, played until the state is reached.
create function pg_temp.play(name text, role text, until text) returns uuid language plpgsql as $$
declare
  _seer text := case role when 'seer' then name else 'host_' || name end;
  _player text := case role when 'player' then name else 'guest_' || name end;
  _me uuid := pg_temp.person(name);
  _text text := pg_temp.canary(name);
  _modifiers jsonb := jsonb_build_array(jsonb_build_object('type', 'flat', 'value', 1, 'source', pg_temp.canary(name)));
  _s sparc.sessions := test.sparc_session(_seer, array[_player, 'mate_' || name], is_public => true);
  _creature uuid;
begin
  insert into sparc.creatures (adventure_id, name, stats) values (_s.adventure_id, 'Rat', '{"might": 2}') returning id into _creature;
  update sparc.adventures set name = _text, description = _text, thumbnail_url = _text, artwork_url = _text where creator_id = _me;
  perform test.as_user(_me);
  update sparc.characters set name = _text, equipment = jsonb_build_array(_text) where user_id = _me;
  if role = 'seer' then
    update sparc.sessions set looking_for = _text where id = _s.id;
  end if;
  perform test.as_user(test.user(_seer));
  if until = 'waiting' then
    return _s.id;
  elsif until = 'offered' then
    perform sparc.transfer_session(_s.id, test.user('mate_' || name));
    return _s.id;
  end if;
  perform sparc.start_session(_s.id);
  perform sparc.roll_dice(_s.id, null, 'might', 9, creature_id => _creature, description => case role when 'seer' then _text end);
  perform sparc.roll_dice(_s.id, test.sparc_seat(_s.id, _player), 'wit', 9, description => case role when 'seer' then _text else 'the host said' end);
  perform test.as_user(_me);
  perform sparc.declare_roll(
    _s.id, case role when 'player' then test.sparc_seat(_s.id, name) end, 'might', 9, 'attack', _modifiers, _text,
    case role when 'seer' then _creature end, is_hidden => true
  );
  perform test.as_user(test.user('mate_' || name));
  perform sparc.roll_dice(_s.id, test.sparc_seat(_s.id, 'mate_' || name), 'wit', 9, description => 'the mate said');
  if until = 'left' then
    perform test.as_user(_me);
    perform sparc.leave_session(_s.id);
  end if;
  perform test.as_user(test.user(_seer));
  case until
    when 'paused' then perform sparc.pause_session(_s.id);
    when 'kicked' then perform sparc.kick_player(_s.id, _me);
    when 'cancelled' then perform sparc.end_session(_s.id, 'cancelled');
    when 'completed', 'archived' then perform sparc.end_session(_s.id);
    else null;
  end case;
  perform test.as_owner();
  if until = 'archived' then
    update sparc.sessions set ended_at = now() - interval '1 year' where id = _s.id;
    perform sparc.archive_sessions();
  end if;
  return _s.id;
end
$$;

create function pg_temp.write(name text, is_published boolean, host text) returns uuid language plpgsql as $$
declare
  _text text := pg_temp.canary(name);
  _id uuid;
  _session sparc.sessions;
begin
  perform test.as_user(pg_temp.person(name));
  insert into sparc.adventures (creator_id, name, description, thumbnail_url, artwork_url, content)
  values (auth.uid(), _text, _text, _text, _text, '{"scenes": [{"id": "pier"}]}') returning id into _id;
  insert into sparc.creatures (adventure_id, name, stats) values (_id, 'Rat', '{"might": 2}');
  if is_published then
    perform sparc.publish_adventure(_id);
  end if;
  if host is not null then
    perform test.as_user(test.sparc_sign_up(host));
    if not is_published then
      perform test.as_user(test.user(name));
    end if;
    _session := sparc.create_session(_id);
    perform test.as_user(test.sparc_sign_up('reader_' || name));
    perform sparc.join_session(_session.code, (sparc.create_character('Reader', 'rogue')).id);
  end if;
  perform test.as_owner();
  return _id;
end
$$;

insert into evenings select p.name, pg_temp.play(p.name, p.role, substring(p.state from '[a-z]+$')) from people as p where p.role is not null;
select test.as_owner();
create function pg_temp.hero(name text) returns uuid language plpgsql as $$
begin
  perform test.as_user(pg_temp.person(name));
  return (sparc.create_character(pg_temp.canary(name), 'rogue')).id;
end
$$;
select pg_temp.person(p.name, p.state = 'guest') from people as p where p.state in ('guest', 'reader');
insert into evenings select p.name, pg_temp.hero(p.name) from people as p where p.state in ('hero', 'deleted hero', 'closed') order by p.name;
select test.as_owner();
insert into evenings
select p.name, pg_temp.write(p.name, p.state in ('unused', 'played'), case when p.state like 'played%' then 'host_' || p.name end)
from people as p where p.state in ('draft', 'unused', 'played', 'played draft');
select test.as_owner();
delete from sparc.characters where user_id in (select test.user(p.name) from people as p where p.state = 'deleted hero');
do $$
declare
  _name text;
begin
  for _name in select p.name from people as p where p.state = 'closed' loop
    perform test.as_user(test.user(_name));
    perform core.close_account();
    perform test.as_owner();
  end loop;
end
$$;

-- Every table of the package that holds the person's canary.
create function pg_temp.kept(name text) returns text[] language plpgsql as $$
declare
  _table regclass;
  _rows bigint;
  _found text[] := '{}';
begin
  for _table in select c.oid from pg_class as c where c.relkind = 'r' and c.relnamespace in ('core'::regnamespace, 'sparc'::regnamespace) order by 1 loop
    execute format('select count(*) from %s as t where strpos(t::text, pg_temp.canary(%L)) > 0', _table, kept.name) into _rows;
    if _rows > 0 then
      _found := _found || _table::text;
    end if;
  end loop;
  return _found;
end
$$;
create function pg_temp.leave(name text, how text) returns void language plpgsql as $$
begin
  if how = 'deleted' then
    delete from auth.users as u where u.id = test.user(name);
  else
    perform test.as_service();
    perform core.erase_person(test.user(name), 'asked for it');
    perform test.as_owner();
  end if;
end
$$;
select is((select min(cardinality(pg_temp.kept(p.name))) > 0 from people as p), true, 'everybody left something personal before they go');
create temporary table others as
select u.id, u.display_name, u.email, u.games_played, u.games_run from sparc.users as u where u.id not in (select test.user(p.name) from people as p);

select lives_ok(format('select pg_temp.leave(%L, %L)', p.name, p.how), format('the %s is %s', p.state, p.how)) from people as p order by p.name;
select is(pg_temp.kept(p.name), '{}', format('nothing personal of the %s stays after they are %s', p.state, p.how)) from people as p order by p.name;
select is(
  (select s.status::text from sparc.sessions as s where s.id = pg_temp.evening(p.name)), p.status,
  format('the session of the %s is %s after they are %s', p.state, coalesce(p.status, 'in the archive'), p.how)
) from people as p where p.role is not null order by p.name;
select is(
  (select jsonb_agg(to_jsonb(o) order by o.id) from (select u.id, u.display_name, u.email, u.games_played, u.games_run from sparc.users as u where u.id in (select x.id from others as x)) as o),
  (select jsonb_agg(to_jsonb(o) order by o.id) from others as o), 'the profiles of others stay as they were');
select is((select count(*) from sparc.dice_rolls where description = 'the mate said') + (select count(*) from sparc.archived_dice_rolls where description = 'the mate said'), 24::bigint, 'what others said to their rolls stays');
select is((select count(*) from sparc.dice_rolls where description = 'the host said') + (select count(*) from sparc.archived_dice_rolls where description = 'the host said'), 14::bigint, 'what the Seer said to a roll for a player who left stays');
select is((select count(*) from sparc.dice_rolls where character_name = 'Rat') + (select count(*) from sparc.archived_dice_rolls where character_name = 'Rat'), 34::bigint, 'creatures keep their names in rolls');
select is(array(select a.name from sparc.adventures as a where a.id in (select pg_temp.evening(p.name) from people as p where p.state in ('draft', 'unused'))), '{}', 'an adventure that nobody else used goes whole');
select ok(bool_and(a.name ~ '^gone-[0-9a-f]{8}$' and a.content ? 'scenes' and a.status = 'published' and exists (select from sparc.creatures as c where c.adventure_id = a.id)), 'an adventure that others played stays playable under a neutral name')
from sparc.adventures as a where a.id in (select pg_temp.evening(p.name) from people as p where p.state = 'played');
select ok(bool_and(a.content = '{}' and not exists (select from sparc.creatures as c where c.adventure_id = a.id)), 'of a draft that others sat in nothing stays but its row')
from sparc.adventures as a where a.id in (select pg_temp.evening(p.name) from people as p where p.state = 'played draft');

-- everybody else's reads and dice
create function pg_temp.reads(name text) returns bigint language plpgsql as $$
declare
  _id uuid := pg_temp.evening(name);
  _count bigint;
begin
  perform test.as_user(test.user('mate_' || name));
  select count(*) into strict _count from sparc.list_session_events(_id);
  if exists (select from sparc.sessions as s where s.id = _id) then
    perform from sparc.get_session_details(_id);
  end if;
  perform from sparc.my_sessions();
  if exists (select from sparc.sessions as s where s.id = _id and s.status in ('completed', 'cancelled')) or exists (select from sparc.archived_sessions as s where s.id = _id) then
    if exists (select from sparc.verify_session(_id) as v where v.is_valid is not true) then
      raise exception 'invalid dice';
    end if;
  end if;
  perform test.as_owner();
  return _count;
end
$$;
select cmp_ok(pg_temp.reads(p.name), '>', 2::bigint, format('who played with the %s who was %s still reads the evening', p.state, p.how)) from people as p where p.role is not null order by p.name;
select test.as_user(test.user('mate_player_of_active_erased'));
select is((select payload ->> 'character_name' ~ '^gone-' and payload ->> 'display_name' = 'gone' from sparc.list_session_events(pg_temp.evening('player_of_active_erased')) where event_type = 'player_left'), true, 'the feed names who was erased by what stands in the place of their names');
select is((select p ->> 'displayName' from sparc.get_session_details(pg_temp.evening('player_of_active_erased')), jsonb_array_elements(players) as p where p ->> 'userId' = test.user('player_of_active_erased')::text), 'gone', 'the details of a session name who was erased gone');

-- the session whose Seer is gone
select test.as_user(test.user('mate_player_of_active_erased'));
select throws_ok($$select sparc.accept_session(pg_temp.evening('seer_of_active_erased'))$$, 'KG004', null, 'a stranger does not take over a session whose Seer is gone');
select test.as_user(test.user('mate_seer_of_active_erased'));
select is((sparc.accept_session(pg_temp.evening('seer_of_active_erased'))).seer_id, auth.uid(), 'a player takes over a session whose Seer is gone');
select is((sparc.resume_session(pg_temp.evening('seer_of_active_erased'))).status, 'active', 'the session of a Seer who is gone goes on');
select is((sparc.end_session(pg_temp.evening('seer_of_active_erased'))).status, 'completed', 'the session of a Seer who is gone ends');
select is((select bool_and(is_valid) from sparc.verify_session(pg_temp.evening('seer_of_active_erased'))), true, 'the dice of a Seer who is gone are verified');
select test.as_user(test.user('mate_seer_of_offered_erased'));
select is((sparc.accept_session(pg_temp.evening('seer_of_offered_erased'))).seer_id, auth.uid(), 'a session that was offered before its Seer was erased is still taken');
select test.as_user(test.user('mate_player_of_active_erased'));
select throws_ok($$select sparc.accept_session(pg_temp.evening('player_of_active_erased'))$$, 'KG004', null, 'nobody takes over a session whose Seer is there');
select is((sparc.create_session(pg_temp.evening('played_erased'))).status, 'waiting', 'others play the adventure of an author who is gone');

-- whose token is still good
select test.as_user(test.user('hero_erased'));
select throws_ok($$select sparc.create_character('Risen', 'rogue')$$, 'KG010', null, 'who was erased makes no character');
select throws_ok($$insert into sparc.characters (user_id, name, class) values (auth.uid(), 'Risen', 'rogue')$$, '42501', null, 'who was erased inserts no character');
select throws_ok($$insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Risen')$$, '42501', null, 'who was erased inserts no adventure');
select throws_ok(format($$insert into sparc.sessions (seer_id, adventure_id) values (auth.uid(), %L)$$, pg_temp.evening('played_erased')), '42501', null, 'who was erased inserts no session');
update sparc.users set display_name = 'Risen' where id = auth.uid();
select test.as_user(test.user('seer_of_completed_erased'));
select is((select count(*) from sparc.session_events) + (select count(*) from sparc.dice_rolls) + (select count(*) from sparc.characters), 0::bigint, 'who was erased reads no session any more');
update sparc.sessions set looking_for = 'Risen' where seer_id = auth.uid();
update sparc.adventures set description = 'Risen' where creator_id = auth.uid();
select test.as_user(test.user('seer_of_paused_erased'));
update sparc.sessions set looking_for = 'Risen' where seer_id = auth.uid();
select test.as_owner();
insert into auth.users (id, email, raw_user_meta_data) values (test.user('hero_deleted'), 'risen@example.org', '{"display_name": "Risen"}');
update auth.users set email = 'risen2@example.org' where id = test.user('hero_deleted');
select is((select count(*) from sparc.users where display_name = 'Risen' or email like 'risen%') + (select count(*) from sparc.sessions where looking_for = 'Risen') + (select count(*) from sparc.adventures where description = 'Risen'), 0::bigint, 'who was erased comes back under no path');
select test.as_anon();
select is((select count(*) from sparc.users where display_name = 'gone'), 0::bigint, 'nobody sees the profile of who was erased');

-- erasing twice is once
select test.as_owner();
create function pg_temp.digest() returns text language plpgsql as $$
declare
  _table regclass;
  _rows text;
  _all text := '';
begin
  for _table in select c.oid from pg_class as c where c.relkind = 'r' and c.relnamespace = 'sparc'::regnamespace order by c.relname loop
    execute format('select coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text from %s as t', _table) into _rows;
    _all := _all || _table || _rows;
  end loop;
  return md5(_all);
end
$$;
create temporary table before as select pg_temp.digest() as digest;
create function pg_temp.again() returns void language plpgsql as $$
begin
  perform core.run_person_hooks('erase', test.user(p.name)) from people as p;
end
$$;
alter function pg_temp.again() owner to gamekeeper;
grant select on people to gamekeeper;
select pg_temp.again();
select is(pg_temp.digest(), (select digest from before), 'erasing again changes no row');

-- the guard
select throws_ok($$update sparc.dice_rolls set description = null where description is not null$$, 'KG008', null, 'nobody empties a roll outside an erasure');
select throws_ok($$update sparc.dice_rolls set total = total + 1$$, 'KG008', null, 'nobody changes a roll');
insert into core.closed_persons (person_id, kind) values (test.user('mate_player_of_active_erased'), 'erased');
create function pg_temp.cheat(statement text) returns text language plpgsql as $$
begin
  execute format('create or replace function sparc.erase_person(person_id uuid) returns void language plpgsql as $f$ begin %s; end $f$', statement);
  perform core.run_person_hooks('erase', test.user('mate_player_of_active_erased'));
  return 'done';
end
$$;
select throws_ok(format('select pg_temp.cheat(%L)', statement), 'KG008', null, format('an erasure does not %s', what))
from (values
  ('update sparc.dice_rolls set total = 3', 'change a total'), ('update sparc.dice_rolls set character_name = ''Zoe''', 'write another name'),
  ('update sparc.dice_rolls set modifiers = ''[]'' where modifiers <> ''[]''', 'take a modifier away'),
  ('update sparc.dice_rolls set description = ''x''', 'write another text')
) as c (statement, what);

select * from finish();
rollback;
