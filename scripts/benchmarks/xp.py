"""The bars of xp: claims against the floor and what a team would write, and the reports at a million users."""

from pathlib import Path

from benchmarks.harness import SECONDS, Bar, Case, Context, Sample, Variant, timed

SEED = Path(__file__).parent / "seeds" / "xp.sql"
POLICY = """{
  "baseXp": 100,
  "streakCurve": [
    {"dayIndex": 0, "multiplier": 1.0, "additiveBonusXp": 0}, {"dayIndex": 1, "multiplier": 1.1, "additiveBonusXp": 0},
    {"dayIndex": 2, "multiplier": 1.2, "additiveBonusXp": 0}, {"dayIndex": 3, "multiplier": 1.3, "additiveBonusXp": 0},
    {"dayIndex": 4, "multiplier": 1.4, "additiveBonusXp": 0}, {"dayIndex": 5, "multiplier": 1.5, "additiveBonusXp": 0},
    {"dayIndex": 6, "multiplier": 2.0, "additiveBonusXp": 50}
  ],
  "grace": {"allowedMisses": 1, "windowDays": 1},
  "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},
  "streakModel": {"type": "PlateauCap", "parameters": {"plateauDay": 7, "plateauMultiplier": 1.5}},
  "seasonalBoosts": [
    {"label": "winter", "multiplier": 2, "startUtc": "2026-12-20T00:00:00Z", "endUtc": "2027-01-02T00:00:00Z"}
  ],
  "segmentOverrides": [],
  "minCooldownHours": 0,
  "xpCap": 5000
}"""

# Users without triggers, and the history of those who have claimed today: an award, its ledger row and
# what follows from it, as xp.claim leaves them.
USERS = """
set session_replication_role = replica;
insert into xp.xp_users (user_id, external_user_id, reward_tz)
select i, md5('bench:' || i)::uuid::text, (array['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'UTC'])[1 + i % 4]
from generate_series(1, {users}) i;
insert into xp.xp_balance (user_id) select user_id from xp.xp_users;
insert into xp.xp_streaks (user_id) select user_id from xp.xp_users;
insert into xp.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id, next_boundary)
select u.user_id, xp.day_id(d.day), 100, 1, 'daily', 1, core.uuid_v7(), d.next_boundary
from xp.xp_users u cross join lateral xp.zone_day(u.reward_tz, '05:00', now()) d where u.user_id <= {claimed};
insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, reward_day_id)
select a.user_id, 100, 'DAILY_LOGIN', md5('bench:' || a.user_id)::uuid, 'daily', 1, a.reward_day_id from xp.xp_awards a;
update xp.xp_streaks s set current_streak = 1, longest_streak = 1, last_reward_day_id = a.reward_day_id
from xp.xp_awards a where a.user_id = s.user_id;
update xp.xp_balance b set current_balance = 100, lifetime_xp = 100 from xp.xp_awards a where a.user_id = b.user_id;
set session_replication_role = origin;
vacuum analyze xp.xp_streaks, xp.xp_balance;
"""

# One call of each kind. The number says which user; the floor, a function of the owner, writes the rows of a new claim and
# decides nothing.
CALLS = """
create sequence next_new start {first_new};
create sequence next_floor start {first_floor};
create sequence next_claimed maxvalue {claimed} cycle;
create sequence next_repeated maxvalue {claimed} cycle;
create function bench_claim(n bigint, correlation_id uuid default gen_random_uuid()) returns text language plpgsql as $$
begin
  perform set_config('request.jwt.claims', json_build_object('sub', md5('bench:' || n)::uuid, 'role', 'authenticated')::text, true);
  return (xp.claim('daily', bench_claim.correlation_id)).status;
end $$;
create function bench_repeat(n bigint) returns text language plpgsql as $$
begin
  return bench_claim(n, md5('bench:' || n)::uuid);
end $$;
create function bench_floor(n bigint) returns text
language plpgsql security definer set search_path = pg_temp as $$
begin
  perform set_config('request.jwt.claims', json_build_object('sub', md5('bench:' || n)::uuid, 'role', 'authenticated')::text, true);
  update xp.xp_streaks s
  set current_streak = 1, longest_streak = 1, grace_used = 0, last_reward_day_id = '2026-01-01', model_state = '{{}}', updated_at = now(),
    claimed_by = pg_backend_pid()
  where s.user_id = n;
  insert into xp.xp_awards (
    user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id, model_state_snapshot, created_at,
    segment_key, longest_streak, grace_used, grace_applied, milestone_hits, next_boundary
  )
  values (n, '2026-01-01', 100, 1, 'daily', 1, core.uuid_v7((n % 1024)::integer), '{{}}', now(), null, 1, 0, false, '[]', now());
  insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, created_at, reward_day_id)
  values (n, 100, 'DAILY_LOGIN', gen_random_uuid(), 'daily', 1, null, now(), '2026-01-01');
  insert into core.rate_limits (subject, calls) values ('xp.claim:' || n, array[now()]);
  return 'NEW';
end $$;
alter function bench_floor(bigint) owner to gamekeeper;
"""


def claims(ctx: Context) -> None:
    """Make users who have claimed today and users who have not, enough for every round."""
    claimed = ctx.size(400_000, 20_000)
    fresh = ctx.size(600_000, 60_000)
    ctx.run(
        f"select xp.activate_rule(r.policy_key, r.version) from xp.create_rule('daily', '{POLICY}') r"
    )
    for statement in USERS.format(users=claimed + 2 * fresh, claimed=claimed).split(";\n"):
        if statement.strip():
            ctx.run(statement)
    ctx.run(CALLS.format(claimed=claimed, first_new=claimed + 1, first_floor=claimed + fresh + 1))


# What a team would write after reading the seed. It is wrong where a player can gain by it; each point is what ours pays for.
NAIVE = (
    "award, ledger, balance by trigger, streak, in the seed's tables. Wrong: the day is that of the server's UTC clock at"
    " the start of the transaction, for every player; a repeated key fails or finds ALREADY_CLAIMED instead of its receipt;"
    " no grace, window, segment, season, boost or cap; nobody is asked who they are; no limit of calls"
)


def naive(ctx: Context) -> None:
    """Make the seed's tables with the policy and users who have claimed nothing."""
    ctx.run(SEED.read_text())
    users = ctx.size(600_000, 60_000)
    ctx.run(
        f"insert into seed.xp_rules (policy_key, version, is_active, definition, created_by) values ('daily', 1, true, '{POLICY}', 'bench');"
        " insert into seed.xp_users (external_user_id, reward_tz)"
        f" select md5('bench:' || i)::uuid::text, 'UTC' from generate_series(1, {users}) as i;"
        " insert into seed.xp_balance (user_id) select user_id from seed.xp_users;"
        " insert into seed.xp_streaks (user_id) select user_id from seed.xp_users;"
        " create sequence seed.next_user"
    )


def season_boards(ctx: Context) -> None:
    """Make a season of a million users and one of ten thousand.

    Scores and counts of the two boards are written as upkeep leaves them, in one statement each. Upkeep itself would add each entry
    to the boards of its day, week, month and of all time as well, which nobody reads here: at 150 us of CPU an entry, for minutes.
    """
    big = ctx.size(1_000_000, 20_000)
    small = ctx.size(10_000, 2_000)
    ctx.facts |= {"big": big, "small": small}
    for statement in (
        "set session_replication_role = replica",
        "set work_mem = '128MB'",
        users_in_utc(big),
        "insert into xp.xp_seasons (season_id, starts_on, ends_on)"
        " values ('small', '2026-01-01', '2026-03-31'), ('big', '2026-04-01', '2026-06-30')",
        "insert into xp.xp_season_xp (user_id, season_id, xp)"
        " select u.user_id, 'big', 100 + hashint8(u.user_id) & 1048575 from xp.xp_users u",
        "insert into xp.xp_season_xp (user_id, season_id, xp)"
        f" select u.user_id, 'small', 100 + hashint8(u.user_id) & 1048575 from xp.xp_users u where u.user_id <= {small}",
        "insert into xp.xp_profiles (user_id, public_id) select u.user_id, core.uuid_v7() from xp.xp_users u",
        "insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, season_id)"
        " select s.user_id, s.xp, 'EVENT', gen_random_uuid(), 'GRANT', 0, s.season_id from xp.xp_season_xp s where s.xp > 0",
        "insert into xp.xp_board_scores (user_id, board_id, xp)"
        " select s.user_id, s.season_id, s.xp from xp.xp_season_xp as s where s.xp > 0 order by s.season_id, s.xp, s.user_id",
        "insert into xp.xp_board_counts (board_id, level, bucket, members)"
        " select s.board_id, b.level, b.bucket, count(*) from xp.xp_board_scores as s cross join lateral xp.score_buckets(s.xp) as b"
        " group by s.board_id, b.level, b.bucket order by s.board_id, b.level, b.bucket",
        "update xp.xp_roll_up set rolled_to = l.ledger_id, seen_to = l.ledger_id"
        " from (select max(ledger_id) as ledger_id from xp.xp_ledger) as l where task = 'xp.boards'",
        "reset work_mem",
        "set session_replication_role = origin",
        "vacuum analyze xp.xp_season_xp, xp.xp_ledger, xp.xp_board_scores, xp.xp_board_counts, xp.xp_profiles",
    ):
        ctx.run(statement)


def awards(ctx: Context) -> None:
    """Make a million awards, which upkeep has counted."""
    for statement in (
        "set session_replication_role = replica",
        users_in_utc(ctx.size(1_000_000, 20_000)),
        "insert into xp.xp_awards (user_id, reward_day_id, xp_awarded, streak_day, policy_key, policy_version, receipt_id)"
        " select u.user_id, '2026-06-01', 100, 1 + u.user_id % 60, 'daily', 1 + (u.user_id % 3)::integer, core.uuid_v7() from xp.xp_users u",
        "set session_replication_role = origin",
    ):
        ctx.run(statement)
    behind = "select r.rolled_to < (select max(a.award_id) from xp.xp_awards as a) from xp.xp_roll_up as r where r.task = 'xp.claims'"
    while ctx.one(behind):
        ctx.run("select xp.upkeep_claims()")
    ctx.run("vacuum analyze xp.xp_awards")


def users_in_utc(users: int) -> str:
    """Return the statement that makes so many users without anything else."""
    return (
        "insert into xp.xp_users (user_id, external_user_id, reward_tz)"
        f" select i, md5('bench:' || i)::uuid::text, 'UTC' from generate_series(1, {users}) i"
    )


def middle(ctx: Context, season: str) -> None:
    """Become the user in the middle of a season."""
    uid = ctx.one(
        "select u.external_user_id from xp.xp_season_xp s join xp.xp_users u using (user_id)"
        f" where s.season_id = '{season}' order by s.xp desc offset %s limit 1",
        [int(str(ctx.facts[season])) // 2],
    )
    ctx.run(
        f"""select set_config('request.jwt.claims', '{{"sub": "{uid}", "role": "authenticated"}}', false)"""
    )


def seconds_of(
    query: str, season: str | None = None, times: int = 20, name: str | None = None
) -> Variant:
    """Return a variant that times a query, as the user in the middle of a season where one is named."""

    def measure(ctx: Context) -> Sample:
        if season:
            middle(ctx, season)
        ctx.conn.execute(query.encode())
        taken = timed(lambda: [ctx.conn.execute(query.encode()) for _ in range(times)])
        ctx.run("select set_config('request.jwt.claims', '', false)")
        return Sample(taken / times, calls=times)

    return Variant(
        name=name or (f"{season} season" if season else "claim_stats"), work=query, measure=measure
    )


CASES = [
    Case(
        system="xp",
        operation="xp.claim",
        setup=claims,
        variants=[
            Variant(
                "new",
                "xp.claim of a user who has not claimed today",
                "select bench_claim(nextval('next_new'));",
            ),
            Variant(
                "floor",
                "the rows of a new claim, written without a rule",
                "select bench_floor(nextval('next_floor'));",
            ),
            Variant(
                "seed",
                NAIVE,
                "select seed.claim(nextval('seed.next_user'), gen_random_uuid());",
                setup=naive,
            ),
            Variant(
                "already claimed",
                "the claim of today sent again: it reads the receipt",
                "select bench_repeat(nextval('next_repeated'));",
            ),
            Variant(
                "claimed by another call",
                "xp.claim with a new key of a user who has claimed today: it keeps the key, durably",
                "select bench_claim(nextval('next_claimed'));",
            ),
        ],
        bars=[Bar("new", ">=", 0.6, "floor"), Bar("already claimed", ">=", 4, "new")],
    ),
    Case(
        system="xp",
        operation="xp.leaderboard",
        unit=SECONDS,
        setup=season_boards,
        variants=[
            seconds_of("select * from xp.leaderboard('small', 100)", "small"),
            seconds_of("select * from xp.leaderboard('big', 100)", "big"),
        ],
        bars=[Bar("big season", "<=", 1.5, "small season")],
    ),
    Case(
        system="xp",
        operation="xp.user_rank",
        unit=SECONDS,
        setup=season_boards,
        variants=[
            seconds_of("select * from xp.user_rank('small')", "small"),
            seconds_of("select * from xp.user_rank('big')", "big"),
            seconds_of("select * from xp.around_me('big', 10)", "big", name="around_me"),
            seconds_of("select * from xp.leaderboard('big', 100)", "big", name="top page"),
            Variant(
                "counting",
                "how many of the season have more, counted",
                measure=lambda ctx: timed(
                    lambda: ctx.conn.execute(
                        "select 1 + count(*) from xp.xp_season_xp where season_id = 'big' and xp > 500000"
                    )
                ),
            ),
        ],
        bars=[
            Bar("big season", "<=", 100, "small season"),
            Bar("big season", "<=", 0.05, "counting"),
            Bar("big season", "<=", 2, "top page"),
            Bar("around_me", "<=", 0.05, "counting"),
            Bar("around_me", "<=", 2, "top page"),
        ],
    ),
    Case(
        system="xp",
        operation="xp.claim_stats",
        unit=SECONDS,
        setup=awards,
        variants=[
            Variant(
                "awards counted anew",
                "group by over all awards",
                measure=lambda ctx: timed(
                    lambda: ctx.conn.execute(
                        "select policy_key, policy_version, segment_key, streak_day, count(*), sum(xp_awarded)"
                        " from xp.xp_awards group by 1, 2, 3, 4"
                    )
                ),
            ),
            seconds_of("select * from xp.claim_stats"),
        ],
        bars=[Bar("claim_stats", "<=", 0.05, "awards counted anew")],
    ),
]
