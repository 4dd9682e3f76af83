-- Deploy gamekeeper:slots/play/player_action to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.player_action as (type text, amount numeric, next_amount numeric, document jsonb);
comment on type slots.player_action is 'An action that slots.parse_action found sound.';
comment on column slots.player_action.type is 'PlaceBet, Spin or CashOut.';
comment on column slots.player_action.amount is 'The stake of PlaceBet, or of a Spin that places and plays its bet at once; else null.';
comment on column slots.player_action.next_amount is 'The stake that a Spin places after it settled the pending bet; else null.';
comment on column slots.player_action.document is 'The action as events hold it: as it was asked, with PlaceBet for Bet.';
commit;
