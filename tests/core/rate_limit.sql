-- An exact sliding window.
begin;
select plan(8);

select lives_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:00:00Z')$$, 'the first call passes');
select lives_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:00:20Z')$$, 'the second call passes');
select lives_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:00:40Z')$$, 'the third call passes');
select throws_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:00:59.999Z')$$, 'KG007', null, 'a fourth inside a minute is refused');
select lives_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:01:00Z')$$, 'it passes when the first is a minute old');
select throws_ok($$select core.rate_limit('t', 3, '1 minute', '2026-01-01 00:01:19Z')$$, 'KG007', null, 'the window slides: there is no burst at its edge');
select lives_ok($$select core.rate_limit('u', 3, '1 minute', '2026-01-01 00:00:59Z')$$, 'another subject has its own limit');
select is((select cardinality(calls) from core.rate_limits where subject = 't'), 3, 'no more calls are kept than the limit');

select * from finish();
rollback;
