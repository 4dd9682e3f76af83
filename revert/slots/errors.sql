-- Revert gamekeeper:slots/errors from pg
begin;
set local role gamekeeper;
delete from core.errors where code in ('BET_REQUIRED', 'BET_LIMIT_EXCEEDED', 'INSUFFICIENT_FUNDS', 'WALLET_LIMIT_EXCEEDED', 'PLAY_SHUT', 'BET_PLACED');
commit;
