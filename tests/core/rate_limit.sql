-- So many calls in a period, wherever it begins.
begin;
select plan(14);

select lives_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:00:00Z')$$, 'the first call passes');
select lives_ok($$select core.rate_limit('t', 3, '1 minute', '2025-12-31 23:59:59.9Z')$$, 'a call that read the clock before the first one counts in its period');
select lives_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:00:40Z')$$, 'the third call passes');
select throws_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:00:59.999Z')$$, 'KG007', null, 'a fourth call in the period is refused');
select is((select cardinality(calls) from core.rate_limits where subject = 't'), 3, 'a refused call is not counted');
select lives_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:01:00Z')$$, 'a call is free again when the first of three is a minute old');
select throws_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:01:39Z')$$, 'KG007', null, 'no minute sees more than three calls, where one minute ends and the next begins neither')
from core.rate_limit('t', 3, '1 minute', '2026-01-01 00:01:00.1Z');
select is((select cardinality(calls) from core.rate_limits where subject = 't'), 3, 'no more instants are kept than calls are allowed');
select lives_ok($$select core.rate_limit('t', 1, '1 minute', '2026-01-01 00:05:00Z')$$, 'a call after a pause passes');
select lives_ok($$select core.rate_limit('u', 3, '1 minute', '2026-01-01 00:00:59Z')$$, 'another subject has its own limit');
select lives_ok($$select core.rate_limit('t', 1, '1 minute', '2025-12-01 00:00:00Z')$$, 'a clock that was set back locks nobody out');
select is((select calls from core.rate_limits where subject = 't'), array['2025-12-01 00:00:00Z'::timestamptz], 'what lies ahead is forgotten');
select is((select count(*) from core.rate_limits where subject in ('t', 'u')), 2::bigint, 'a subject has one row, however often it calls');

do $$
declare
  _detail jsonb;
begin
  perform core.rate_limit('t', 1, '1 minute', '2025-12-01 00:00:17.5Z');
exception
  when sqlstate 'KG007' then
    get stacked diagnostics _detail = pg_exception_detail;
    perform set_config('test.detail', _detail::text, true);
end
$$;
select is(current_setting('test.detail')::jsonb, '{"maxCalls": 1, "periodSeconds": 60, "retryAfterSeconds": 43}', 'the refusal says when to call again');

select * from finish();
rollback;
