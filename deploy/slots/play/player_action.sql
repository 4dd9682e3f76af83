-- Deploy gamekeeper:slots/play/player_action to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.player_action as (type text, amount numeric);
comment on type slots.player_action is 'An action that slots.parse_action found sound.';
comment on column slots.player_action.type is 'PlaceBet, Spin or CashOut.';
comment on column slots.player_action.amount is 'The stake; null for a spin of the placed bet and for CashOut.';
commit;
