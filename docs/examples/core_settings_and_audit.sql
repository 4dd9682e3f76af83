-- An operator changes a setting; the audit log remembers who did it, and what it was before.
set role authenticated;
set request.jwt.claims = '{"sub": "6f1c0f6e-77a1-4c7b-9f0a-0d9f7f1e2b33", "role": "authenticated", "app_metadata": {"gamekeeper": "operator"}}';

select name, value from core.settings where name = 'xp.self_segment';
select name, value from core.set_setting('xp.self_segment', 'true');
select actor, operation, before -> 'value' as before, after -> 'value' as after
from core.audit_log where table_name = 'core.settings' order by entry_id desc limit 1;

-- A user who is no operator may not.
set request.jwt.claims = '{"sub": "8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10", "role": "authenticated"}';
\set ON_ERROR_STOP off
\set VERBOSITY terse
select core.set_setting('xp.self_segment', 'false');
