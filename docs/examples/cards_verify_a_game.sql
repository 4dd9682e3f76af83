-- A game of bots from a seed, its result, a replay, and the check of it all.
set role service_role;
set request.jwt.claims = '{"role": "service_role"}';
select cards.simulate_game(3, 'an example') as game_id \gset
select p ->> 'displayName' as name, p ->> 'score' as score, p ->> 'totalTricksWon' as tricks, p ->> 'isWinner' as won
from jsonb_array_elements((cards.game_summary(:'game_id')).players) as p;
select event_index, type, payload -> 'card' as card from cards.list_events(:'game_id', 3, 12);
select cards.state_document(cards.replay(:'game_id', 30)) - '{hands,rounds}'::text[] as state;
select count(*) as problems from cards.verify_game(:'game_id');
