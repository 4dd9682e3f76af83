-- Deploy gamekeeper:core/records/rate_limits to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- UNLOGGED: losing the counters in a crash forgives calls and saves their WAL. Updates stay HOT: no index holds what
-- changes, and half of each page is left free for it.
create unlogged table core.rate_limits (
  subject text primary key,
  calls timestamptz[] not null constraint rate_limits_calls check (cardinality(calls) > 0)
) with (fillfactor = 50);
comment on table core.rate_limits is
  'The last calls of each limited subject, written by core.rate_limit only. Emptied by a crash, which forgives calls.';
comment on column core.rate_limits.subject is 'What is limited, such as xp.claim:<user id>. [none]';
comment on column core.rate_limits.calls is 'Instants of the last calls that were counted, as many as are allowed in a period.';
alter table core.rate_limits enable row level security;
commit;
