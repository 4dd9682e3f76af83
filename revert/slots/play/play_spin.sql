-- Revert gamekeeper:slots/play/play_spin from pg
begin;
set local role gamekeeper;
drop function slots.play_spin(slots.sessions, slots.wallets, slots.player_action, text, timestamptz, text);
commit;
