-- Seed 003's tables, with the columns, keys, indexes and checks that its steps 3 to 5 list, in the schema that they stand in here.
-- It gives no statements of its own; seed.claim is what its documents describe, as one would write it.
create schema seed;

create or replace function seed.now_utc() returns timestamp with time zone as $$
    select now() at time zone 'utc';
$$ language sql stable;

create table seed.xp_users (
    user_id bigint generated always as identity primary key,
    external_user_id text not null,
    reward_tz text not null,
    segment_key text null,
    created_at timestamptz not null default seed.now_utc(),
    updated_at timestamptz not null default seed.now_utc()
);
create unique index xp_users_external_user_id_uidx on seed.xp_users (external_user_id);
create index xp_users_reward_tz_idx on seed.xp_users (reward_tz);

create table seed.xp_ledger (
    ledger_id bigint generated always as identity primary key,
    user_id bigint not null references seed.xp_users (user_id) on delete cascade,
    amount bigint not null,
    reason text not null,
    correlation_id uuid not null,
    policy_key text not null,
    policy_version int not null,
    season_id text null,
    metadata jsonb not null default '{}'::jsonb,
    created_at timestamptz not null default seed.now_utc(),
    constraint xp_ledger_amount_chk check (amount <> 0)
);
create unique index xp_ledger_correlation_id_uidx on seed.xp_ledger (correlation_id);
create index xp_ledger_user_created_at_idx on seed.xp_ledger (user_id, created_at desc);
create index xp_ledger_policy_idx on seed.xp_ledger (policy_key, policy_version);

create table seed.xp_balance (
    user_id bigint primary key references seed.xp_users (user_id) on delete cascade,
    current_balance bigint not null default 0,
    lifetime_xp bigint not null default 0,
    seasonal_xp bigint not null default 0,
    season_id text null,
    updated_at timestamptz not null default seed.now_utc(),
    constraint xp_balance_totals_chk check (current_balance >= 0 and lifetime_xp >= 0 and seasonal_xp >= 0)
);

create table seed.xp_streaks (
    user_id bigint primary key references seed.xp_users (user_id) on delete cascade,
    current_streak int not null default 0,
    longest_streak int not null default 0,
    grace_used int not null default 0,
    last_reward_day_id text null,
    model_state jsonb not null default '{}'::jsonb,
    updated_at timestamptz not null default seed.now_utc(),
    constraint xp_streaks_non_negative_chk check (current_streak >= 0 and longest_streak >= 0 and grace_used >= 0)
);
create index xp_streaks_last_reward_day_idx on seed.xp_streaks (last_reward_day_id);

create table seed.xp_rules (
    policy_key text not null,
    version int not null,
    is_active boolean not null default false,
    definition jsonb not null,
    created_by text not null,
    created_at timestamptz not null default seed.now_utc(),
    updated_at timestamptz not null default seed.now_utc(),
    primary key (policy_key, version)
);
create unique index xp_rules_active_uidx on seed.xp_rules (policy_key) where is_active;

create table seed.xp_awards (
    award_id bigint generated always as identity primary key,
    user_id bigint not null references seed.xp_users (user_id) on delete cascade,
    reward_day_id text not null,
    xp_awarded bigint not null,
    streak_day int not null,
    policy_key text not null,
    policy_version int not null,
    receipt_id uuid not null,
    model_state_snapshot jsonb not null default '{}'::jsonb,
    created_at timestamptz not null default seed.now_utc(),
    constraint xp_awards_positive_chk check (xp_awarded > 0 and streak_day >= 0)
);
create unique index xp_awards_user_day_uidx on seed.xp_awards (user_id, reward_day_id);
create index xp_awards_policy_idx on seed.xp_awards (policy_key, policy_version);
create index xp_awards_reward_day_idx on seed.xp_awards (reward_day_id);

-- "maintained via balance trigger"
create function seed.add_to_balance() returns trigger as $$
begin
    insert into seed.xp_balance (user_id, current_balance, lifetime_xp, seasonal_xp, season_id)
    values (new.user_id, new.amount, new.amount, new.amount, new.season_id)
    on conflict (user_id) do update set
        current_balance = xp_balance.current_balance + excluded.current_balance,
        lifetime_xp = xp_balance.lifetime_xp + excluded.lifetime_xp,
        seasonal_xp = xp_balance.seasonal_xp + excluded.seasonal_xp,
        updated_at = seed.now_utc();
    return null;
end;
$$ language plpgsql;
create trigger add_to_balance after insert on seed.xp_ledger
for each row execute function seed.add_to_balance();

create function seed.claim(p_user_id bigint, p_correlation_id uuid) returns text as $$
declare
    v_rule seed.xp_rules;
    v_streak seed.xp_streaks;
    v_today text := to_char(seed.now_utc(), 'YYYY-MM-DD');
    v_day int;
    v_xp bigint;
begin
    select * into v_rule from seed.xp_rules where policy_key = 'daily' and is_active;
    select * into v_streak from seed.xp_streaks where user_id = p_user_id;
    v_day := case
        when v_streak.last_reward_day_id = to_char(seed.now_utc() - interval '1 day', 'YYYY-MM-DD') then v_streak.current_streak + 1
        else 1
    end;
    v_xp := (v_rule.definition ->> 'baseXp')::bigint
        * coalesce((v_rule.definition -> 'streakCurve' -> least(v_day - 1, 6) ->> 'multiplier')::numeric, 1);
    insert into seed.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id)
    values (p_user_id, v_today, v_xp, v_day, v_rule.policy_key, v_rule.version, gen_random_uuid())
    on conflict (user_id, reward_day_id) do nothing;
    if not found then
        return 'ALREADY_CLAIMED';
    end if;
    insert into seed.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version)
    values (p_user_id, v_xp, 'DAILY_LOGIN', p_correlation_id, v_rule.policy_key, v_rule.version);
    insert into seed.xp_streaks (user_id, current_streak, longest_streak, last_reward_day_id)
    values (p_user_id, v_day, v_day, v_today)
    on conflict (user_id) do update set
        current_streak = excluded.current_streak,
        longest_streak = greatest(xp_streaks.longest_streak, excluded.longest_streak),
        last_reward_day_id = excluded.last_reward_day_id,
        updated_at = seed.now_utc();
    return 'NEW';
end;
$$ language plpgsql;
