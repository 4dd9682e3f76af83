-- Revert gamekeeper:core/people/settings from pg
begin;
set local role gamekeeper;
delete from core.settings where name = 'core.account_return_days';
commit;
