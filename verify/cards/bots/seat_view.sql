-- Verify gamekeeper:cards/bots/seat_view on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('cards.seat_view', 'composite');
select pg_temp.has_column('cards.seat_view', 'seat', 'integer');
select pg_temp.has_column('cards.seat_view', 'seats', 'integer');
select pg_temp.has_column('cards.seat_view', 'players', 'integer');
select pg_temp.has_column('cards.seat_view', 'cards_per_player', 'integer');
select pg_temp.has_column('cards.seat_view', 'trump', 'integer');
select pg_temp.has_column('cards.seat_view', 'trump_card', 'integer');
select pg_temp.has_column('cards.seat_view', 'trump_broken', 'boolean');
select pg_temp.has_column('cards.seat_view', 'hand', 'integer[]');
select pg_temp.has_column('cards.seat_view', 'legal', 'integer[]');
select pg_temp.has_column('cards.seat_view', 'trick', 'integer[]');
select pg_temp.has_column('cards.seat_view', 'best_card', 'integer');
select pg_temp.has_column('cards.seat_view', 'seen', 'bigint[]');
select pg_temp.has_column('cards.seat_view', 'bids', 'integer[]');
select pg_temp.has_column('cards.seat_view', 'tricks', 'integer[]');
select pg_temp.has_column('cards.seat_view', 'scores', 'integer[]');
select pg_temp.has_function('cards.seat_view(cards.table_state,integer)', '(state cards.table_state, seat integer) returns cards.seat_view');
select pg_temp.has_function_nature('cards.seat_view(cards.table_state,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.seat_view(cards.table_state,integer)', 'nobody');
rollback;
