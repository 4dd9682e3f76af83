-- A page of the history holds names, which are kept ready and go when somebody gets another one or leaves.
begin;
select plan(16);

create temp table games on commit drop as
select test.cards_game(array['ann', 'bob'], '{}', true) as shared, test.cards_game(array['ann', 'cyd'], '{}', true) as other, test.cards_game(array['ann', 'bob']) as hidden;
grant select on games to public;
select test.cards_play(shared), test.cards_play(other), test.cards_play(hidden) from games;

create function test.kept() returns text language sql security definer as
$$select string_agg(case r.game_id when g.shared then 'shared' when g.other then 'other' else 'hidden' end, ' ' order by r.game_id = g.other) from cards.named_results as r, games as g$$;
create function test.shown(game_id uuid) returns text language sql as
$$select string_agg(p ->> 'displayName', ' ' order by p ->> 'displayName') from cards.room_history() as h, jsonb_array_elements(h.players) as p where h.game_id = shown.game_id$$;
create function test.as_player(name text) returns void language sql as $$select test.as_user(test.user(name))$$;

select test.as_player('ann');
select cards.upsert_player('Ann', 'a', 'red');
select test.as_player('bob');
select cards.upsert_player('Bob', 'b', 'red');
select test.as_player('cyd');
select cards.upsert_player('Cyd', 'c', 'red');
select is(test.shown((select shared from games)), 'Ann Bob', 'the history names the players of a game whose names nobody has kept yet');
select throws_ok('select from cards.named_results', '42501', null, 'a client does not read the kept results');
create temp table before on commit drop as select * from cards.room_history();

select test.as_owner();
select is(test.kept(), null, 'completion keeps no names');
select is(cards.upkeep_results(), '2 results named', 'upkeep keeps the results of public games with names');
select is(test.kept(), 'shared other', 'the result of a private game is not kept with names');
select is(cards.upkeep_results(), '0 results named', 'upkeep finds done what it did before');
select test.as_player('cyd');
select results_eq('select * from cards.room_history()', 'select * from before', 'the history shows the same from what is kept as from what it joins');

select test.as_player('bob');
select cards.upsert_player('Bob', 'another', 'red');
select is(test.kept(), 'shared other', 'another avatar takes no kept result away');
select cards.upsert_player('Rob', 'b', 'red');
select is(test.kept(), 'other', 'another name takes away the kept results of its games, and no others');
select is(test.shown((select shared from games)), 'Ann Rob', 'the history shows a new name at once');
select test.as_owner();
select cards.upkeep_results();
select is(test.kept(), 'shared other', 'upkeep keeps the result again with the new name');

select test.as_player('bob');
select core.close_account();
select is(test.kept(), 'other', 'who closes the account stands in no kept result any more');
select test.as_player('cyd');
select is(test.shown((select shared from games)), 'Ann Gone player', 'the history names nobody who closed the account');
select test.as_owner();
select cards.upkeep_results();
select is((select count(*) from cards.named_results as r where r.players::text like '%Rob%'), 0::bigint, 'no result is kept with the name of who closed the account');

select test.as_service();
select core.erase_person(test.user('cyd'), 'ticket 7');
select test.as_owner();
select is(test.kept(), 'shared', 'an erasure takes away the kept results of the person''s games, and no others');
select is((select count(*) from cards.named_results as r where r.players::text like '%Cyd%'), 0::bigint, 'no result is kept with the name of who was erased');

select * from finish();
rollback;
