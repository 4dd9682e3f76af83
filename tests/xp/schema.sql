-- The tables of seed 003, with their columns, checks and keys.
begin;
select plan(57);
create temp table seed (table_name name, columns text) on commit drop;
insert into seed values
  ('xp_users', 'user_id bigint, external_user_id text!, reward_tz text!, segment_key text, created_at timestamp with time zone!, updated_at timestamp with time zone!'),
  ('xp_ledger', 'ledger_id bigint!, user_id bigint!, amount bigint!, reason text!, correlation_id uuid!, policy_key text!, policy_version integer!, season_id text, metadata jsonb!, created_at timestamp with time zone!'),
  ('xp_balance', 'user_id bigint!, current_balance bigint!, lifetime_xp bigint!, seasonal_xp bigint!, season_id text, updated_at timestamp with time zone!'),
  ('xp_streaks', 'user_id bigint!, current_streak integer!, longest_streak integer!, grace_used integer!, last_reward_day_id text, model_state jsonb!, updated_at timestamp with time zone!'),
  ('xp_rules', 'policy_key text!, version integer!, is_active boolean!, definition jsonb!, created_by text!, created_at timestamp with time zone!, updated_at timestamp with time zone!'),
  ('xp_awards', 'award_id bigint!, user_id bigint!, reward_day_id text!, xp_awarded bigint!, streak_day integer!, policy_key text!, policy_version integer!, receipt_id uuid!, model_state_snapshot jsonb!, created_at timestamp with time zone!');
select is(
  array(
    select c.column_type
    from unnest(string_to_array(s.columns, ', ')) with ordinality c (column_type, n)
    where not exists (
      select from pg_attribute a
      where a.attrelid = ('xp.' || s.table_name)::regclass
        and c.column_type in (
          format('%s %s', a.attname, format_type(a.atttypid, null)),
          format('%s %s%s', a.attname, format_type(a.atttypid, null), case when a.attnotnull then '!' end)
        )
    )
  ),
  '{}'::text[], format('%s has the columns of the seed', s.table_name)
)
from seed s;
select col_is_pk('xp', 'xp_users', 'user_id', 'user_id is the key of users');
select col_is_pk('xp', 'xp_balance', 'user_id', 'user_id is the key of balances');
select col_is_pk('xp', 'xp_streaks', 'user_id', 'user_id is the key of streaks');
select col_is_pk('xp', 'xp_rules', array['policy_key', 'version'], 'key and version are the key of rules');
select col_is_pk('xp', 'xp_awards', array['user_id', 'reward_day_id'], 'one award a user and day');
select col_is_pk('xp', 'xp_ledger', array['user_id', 'correlation_id', 'is_claim'], 'there is one entry for each key of a user''s claims, and of the service''s grants');
select col_is_unique('xp', 'xp_users', array['external_user_id'], 'one account a platform user');
select fk_ok('xp', t, 'user_id', 'xp', 'xp_users', 'user_id') from unnest('{xp_ledger, xp_balance, xp_streaks, xp_awards}'::name[]) t;
select index_is_unique('xp', 'xp_rules', 'xp_rules_active_uidx', 'one active version a key');
select has_index('xp', 'xp_ledger', 'xp_ledger_user_created_at_idx', 'entries are indexed by user and time');
select has_pk('xp', v.table_name, format('%s has the key %s', v.table_name, v.name)) from (values ('xp_ledger', 'xp_ledger_correlation_id_uidx'), ('xp_awards', 'xp_awards_user_day_uidx')) as v (table_name, name);
select is(
  array(
    select v.name
    from unnest('{xp_users_external_user_id_uidx, xp_ledger_correlation_id_uidx, xp_awards_user_day_uidx, xp_rules_active_uidx, xp_ledger_user_created_at_idx, xp_users_reward_tz_idx}'::text[]) as v (name)
    where to_regclass('xp.' || v.name) is null
  ),
  '{}'::text[], 'the indexes of the seed that are here have the seed''s names'
);
select has_index('xp', 'xp_users', 'xp_users_reward_tz_idx', 'users are indexed by zone');

select test.as_owner();
select test.xp_user('ann');
create function pg_temp.account(name text) returns bigint language sql return (xp.require_account(test.user(name)::text)).user_id;
select throws_ok($$update xp.xp_balance set current_balance = -1$$, '23514', null, 'no balance is negative');
select throws_ok($$update xp.xp_balance set seasonal_xp = -1$$, '23514', null, 'no XP of a season is negative');
select throws_ok($$update xp.xp_streaks set grace_used = -1$$, '23514', null, 'no used grace is negative');
select throws_ok(
  format($$insert into xp.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id) values (%s, '2026-01-01', 0, 1, 'a', 1, gen_random_uuid())$$, pg_temp.account('ann')),
  '23514', null, 'an award is positive'
);
select throws_ok(
  format($$insert into xp.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id) values (%s, 'today', 1, 1, 'a', 1, gen_random_uuid())$$, pg_temp.account('ann')),
  '23514', null, 'a reward day has its form'
);
select lives_ok(
  format($$insert into xp.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id) values (%s, '2026-01-01', 1, 1, 'a', 1, gen_random_uuid())$$, pg_temp.account('ann')),
  'the columns of the seed are enough for an award'
);
select throws_ok(
  format($$insert into xp.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id) values (%s, '2026-01-01', 1, 1, 'b', 1, gen_random_uuid())$$, pg_temp.account('ann')),
  '23505', null, 'a second award of a day is refused by its key'
);
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, reward_day_id)
values (pg_temp.account('ann'), 1, 'DAILY_LOGIN', gen_random_uuid(), 'a', 1, '2026-01-01');
select is(xp.rebuild_streaks(), 1::bigint, 'an award written by hand makes its streak');
select lives_ok(
  format($$insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version) values (%s, 7, 'DAILY_LOGIN', gen_random_uuid(), 'daily', 1)$$, pg_temp.account('ann')),
  'the columns of the seed are enough for a ledger entry of a daily login'
);
select throws_ok(
  format($$insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, reward_day_id) values (%s, 7, 'gift', gen_random_uuid(), 'daily', 1, '2026-01-02')$$, pg_temp.account('ann')),
  '23514', null, 'only a daily login has a reward day'
);
select throws_ok($$insert into xp.xp_users (user_id, external_user_id, reward_tz) values (7, 'x', 'Mars/Olympus')$$, '23503', null, 'users live in zones that exist');
select lives_ok($$insert into xp.xp_users (user_id, external_user_id, reward_tz) values (7, 'x', 'UTC')$$, 'the columns of the seed are enough for a user');
select lives_ok($$delete from xp.xp_users where external_user_id = 'x'$$, 'an account without history can be deleted, with its balance and streak');

-- Named arguments are the contract.
create temp table contract (name name, parameters text) on commit drop;
insert into contract values
  ('register_user', 'external_user_id text, reward_tz text, segment_key text'), ('claim', 'policy_key text, correlation_id uuid'),
  ('eligibility', 'policy_key text'), ('preview', 'policy_key text, version integer, user_id bigint, days integer, missed_days integer[]'),
  ('change_timezone', 'reward_tz text'), ('create_rule', 'policy_key text, definition jsonb, idempotency_key text'), ('activate_rule', 'policy_key text, version integer'),
  ('retire_rule', 'policy_key text'), ('grant_xp', 'user_id bigint, amount bigint, reason text, correlation_id uuid, metadata jsonb, kind text, season_id text'),
  ('rebuild_balances', 'user_ids bigint[]'), ('rebuild_streaks', 'user_ids bigint[]'), ('rebuild_batch', 'after_user_id bigint, accounts integer'), ('rebuild_books', ''), ('reconcile', ''), ('leaderboard', 'season_id text, page_size integer, after jsonb'), ('user_rank', 'season_id text, user_id bigint'),
  ('around_me', 'season_id text, size integer'), ('ranks_of', 'season_id text, public_ids uuid[]'), ('set_handle', 'handle text'),
  ('evaluate_streak', 'definition jsonb, prior xp.streak_state, reward_day date, claimed_at timestamp with time zone, season xp.season_bounds, excused_days date[]');
select is(
  array(
    select regexp_replace(pg_get_function_arguments(p.oid), ' DEFAULT [^,]*', '', 'g')
    from pg_proc p
    where p.pronamespace = 'xp'::regnamespace and p.proname = c.name
  ),
  array[c.parameters], format('%s takes what the specification says, by these names', c.name)
)
from contract c;

select test.as_owner();
select is_empty($$select * from xp.reconcile()$$, 'the books agree at the end');
select * from finish();
rollback;
