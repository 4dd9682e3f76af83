-- Browsing: what is public and waits, in order, by page, filtered.
begin;
select plan(24);

delete from sparc.sessions;
select core.set_setting('sparc.open_sessions_per_person', '1000');
select test.sparc_adventure('seer', 'The Salt Mine') is not null as made;
select test.sparc_adventure('seer', '100% Goblins_') is not null as made;
update sparc.adventures set difficulty = 'hard' where name = '100% Goblins_';
insert into sparc.sessions (id, seer_id, adventure_id, is_public, status, scheduled_start, created_at, looking_for, max_players)
select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, test.user('seer'),
  (select id from sparc.adventures where name = case i % 3 when 0 then '100% Goblins_' else 'The Salt Mine' end),
  i <= 40, case i % 4 when 0 then 'starting_soon' else 'waiting' end::sparc.session_status,
  case when i % 2 = 0 then '2030-01-01'::timestamptz + (i % 10) * interval '1 day' end,
  '2029-01-01'::timestamptz + (i % 5) * interval '1 hour', case when i = 7 then 'a HEALER please' end, 2 + i % 5
from generate_series(1, 50) as i;
insert into sparc.sessions (seer_id, adventure_id, is_public, status)
select test.user('seer'), (select id from sparc.adventures limit 1), true, status
from unnest(array['active', 'paused', 'completed', 'cancelled']::sparc.session_status[]) as status;

create temporary table expected as
select id, row_number() over (order by scheduled_start nulls last, created_at desc, id desc) as place
from sparc.sessions where is_public and status in ('waiting', 'starting_soon');
grant select on expected to public;
create function pg_temp.pages(page_size integer) returns uuid[] language plpgsql as $$
declare
  _all uuid[] := '{}';
  _page uuid[];
begin
  loop
    _page := array(select id from sparc.browse_sessions(after => _all[cardinality(_all)], page_size => pages.page_size));
    exit when _page = '{}';
    _all := _all || _page;
  end loop;
  return _all;
end
$$;

select test.as_anon();
select is(array(select id from sparc.browse_sessions(page_size => 1000)), array(select id from expected order by place), 'everybody browses what is public and waits: by start, unscheduled last, newest first among equals');
select is(pg_temp.pages(n), array(select id from expected order by place), format('pages of %s are the whole, each row once', n)) from unnest(array[1, 3, 7, 20, 39, 40, 41]) as n;
select is((select count(*) from sparc.browse_sessions()), 20::bigint, 'a page has twenty rows unless asked otherwise');
select is((select array_agg(distinct adventure_name) from sparc.browse_sessions(difficulty => 'hard', page_size => 100)), array['100% Goblins_'], 'sessions are found by the difficulty of their adventure');
select is((select count(*) from sparc.browse_sessions(search => 'salt', page_size => 100)), 27::bigint, 'sessions are found by a part of the adventure''s name, in any case');
select is((select count(*) from sparc.browse_sessions(search => '100% ', page_size => 100)), 13::bigint, 'percent signs in a search are no wildcards');
select is((select count(*) from sparc.browse_sessions(search => 's_l', page_size => 100)), 0::bigint, 'underscores in a search are no wildcards');
select is((select count(*) from sparc.browse_sessions(search => 'healer', page_size => 100)), 1::bigint, 'sessions are found by what they look for');
select is((select count(*) from sparc.browse_sessions(search => '   ', page_size => 100)), 40::bigint, 'a search for nothing finds all');
select is((select min(open_slots) from sparc.browse_sessions(min_open_slots => 5, page_size => 100)), 5, 'sessions are found by the number of seats that are left');
select throws_ok('select sparc.browse_sessions(min_open_slots => 7)', 'KG001', null, 'nobody may ask for seven open seats');
select throws_ok('select sparc.browse_sessions(min_open_slots => null)', 'KG001', null, 'the number of open slots must be known');
select throws_ok($$select sparc.browse_sessions(search => repeat('x', 101))$$, 'KG001', null, 'a search has 100 characters at most');
select throws_ok('select sparc.browse_sessions(page_size => 1001)', 'KG001', null, 'a page of sessions has 1000 rows at most');
select throws_ok('select sparc.browse_sessions(after => gen_random_uuid())', 'KG004', null, 'a page goes on after a session that is there');
select throws_ok($$select sparc.browse_sessions(after => '00000000-0000-7000-8000-00000000002d')$$, 'KG004', null, 'a page begins after a session that is public');

-- seats that are taken
select test.as_owner();
create temporary table full_one as select t.* from test.sparc_session('seer', array['ada', 'bo'], is_public => true, max_players => 2) t;
grant select on full_one to public;
select test.as_anon();
select is((select count(*) from sparc.browse_sessions(page_size => 100) where id in (select id from full_one)), 0::bigint, 'a full session does not show');
select is((select (player_count, open_slots) from sparc.browse_sessions(min_open_slots => 0, page_size => 100) where id in (select id from full_one)), (2, 0), 'full sessions are shown only when asked for');

select test.as_owner();
select * from finish();
rollback;
