"""A sample call of every function that clients may call, in the world of tests/world.py.

One table serves the fuzz, the attacker, and whoever has to call everything. A function that a client role may
execute and that has no line here fails tests/hostile/test_calls.py; so does a line without a function.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import psycopg
from psycopg import sql
from tests.world import World


@dataclass(frozen=True)
class At:
    """The value that the world has under a name."""

    name: str


Value = str | None | At


@dataclass(frozen=True)
class Call:
    """Who calls what with which arguments, and the SQLSTATE it is refused with where the world has nothing for it."""

    function: str
    caller: str
    arguments: Mapping[str, Value] = field(default_factory=dict)
    refused: str | None = None
    overload: tuple[str, ...] | None = None  # the arguments' types, where the name is overloaded

    def values(self, world: World) -> dict[str, str | None]:
        """Return the arguments with the world's values."""
        return {
            name: world.names[value.name] if isinstance(value, At) else value
            for name, value in self.arguments.items()
        }


def call(
    function: str,
    caller: str,
    *,
    refused: str | None = None,
    overload: tuple[str, ...] | None = None,
    **arguments: Value,
) -> Call:
    """Make a line of the table."""
    return Call(function, caller, arguments, refused, overload)


CALLS = (
    call("auth.jwt", "ana"),
    call("auth.role", "ana"),
    call("auth.uid", "ana"),
    call("core.close_account", "eve"),
    call("core.current_shard_map", "anon"),
    call("core.export_my_data", "ana", system="core", after=None, page_size="10"),
    call("core.health", "operator"),
    call("core.is_display_name", "ana", name="Ann"),
    call("core.is_operator", "ana"),
    call("core.is_service", "ana"),
    call("core.is_trusted", "ana"),
    call("core.now_utc", "ana"),
    call("core.reopen_account", "eve"),
    call("core.session_role", "ana"),
    call("core.set_setting", "operator", name="cards.room_size", value="4"),
    call("core.user_id", "ana"),
    call("core.uuid_v7", "ana", slot="7"),
    call("core.version", "ana"),
    # slots
    call(
        "slots.act",
        "ana",
        session_id=At("play"),
        action='{"type": "PlaceBet", "amount": 1}',
        idempotency_key="a-1",
    ),
    call(
        "slots.act_many",
        "ana",
        refused="KG009",
        session_id=At("play"),
        actions='[{"type": "Spin", "amount": 1}, {"type": "CashOut"}]',
        idempotency_key="m-1",
    ),
    call("slots.activity_statement", "ana", from_date="2026-01-01", to_date="2026-12-31"),
    call("slots.close_wallet", "ana", wallet_id=At("empty_wallet")),
    call("slots.confirm_limit", "ana", kind="deposit", period="month", currency=None),
    call("slots.cool_off", "eve", days="1"),
    call(
        "slots.create_game",
        "operator",
        name="Other letters",
        rng_signature='{"algorithm": "hmac-sha256", "reels": [["A"]]}',
        symbol_map='{"A": {"payouts": {"1": 0.9}}}',
        idempotency_key="g-1",
        min_bet="0.5",
        max_bet="100",
        cost_rate='{"perSpinFee": 0.01}',
    ),
    call(
        "slots.create_session",
        "ana",
        game_id=At("reel"),
        player_profile="{}",
        wallet_id=At("wallet"),
        client_seed="luck",
        idempotency_key="s-1",
    ),
    call(
        "slots.create_wallet",
        "ana",
        currency="AUD",
        daily_limit="10",
        cost_rate="{}",
        owner_id=None,
        idempotency_key="w-1",
    ),
    call("slots.fingerprint", "ana", game_id=At("reel")),
    call("slots.house_balances", "operator"),
    call("slots.infer", "anon", observation='{"state": "Idle"}', epsilon="0.5", seed="7"),
    call("slots.list_events", "ana", session_id=At("spun"), after=None, page_size="10"),
    call("slots.reality_check", "ana", session_id=At("spun")),
    call("slots.reconcile_house", "operator"),
    call("slots.reconcile_wallets", "operator"),
    call(
        "slots.record_metric",
        "ana",
        session_id=At("play"),
        key="speed",
        value="1.5",
        idempotency_key="m-1",
    ),
    call("slots.refresh_metrics", "operator"),
    call(
        "slots.reward",
        "anon",
        payout="2",
        stake="1",
        operational_cost="0",
        human_likeness="0.5",
        done="true",
    ),
    call("slots.retire_game", "operator", game_id=At("old_reel"), reason="seldom played"),
    call("slots.list_rl_datasets", "operator", after=None, page_size="10"),
    call("slots.rl_create_dataset", "operator", name="all", filter="{}", idempotency_key="d-1"),
    call("slots.list_rl_policies", "operator", after=None, page_size="10"),
    call(
        "slots.rl_create_policy",
        "operator",
        name="sure",
        actions='{"Initialized": {"PlaceBet:1": 1}, "Playing": {"Spin": 1}, "Evaluating": {"CashOut": 1}}',
        idempotency_key="p-1",
    ),
    call(
        "slots.rl_evaluate",
        "operator",
        refused="KG001",
        dataset=At("dataset"),
        target='{"Initialized": {"PlaceBet:1": 1}, "Playing": {"Spin": 1}, "Evaluating": {"CashOut": 1}}',
        gamma="0.9",
        per="episode",
    ),
    call("slots.rl_export_dataset", "operator", dataset=At("dataset"), after=None, page_size="10"),
    call("slots.rl_verify_dataset", "operator", dataset=At("dataset")),
    call("slots.rl_drop_dataset", "operator", dataset=At("dataset")),
    call("slots.rl_export", "ana", session_id=At("spun"), after=None, page_size="10"),
    call("slots.rl_spec", "anon", game_id=At("reel")),
    call("slots.rl_metrics", "ana", session_id=At("spun"), last_n="10"),
    call(
        "slots.rotate_seed",
        "ana",
        session_id=At("play"),
        client_seed="new luck",
        idempotency_key="r-1",
    ),
    call("slots.session_metrics", "ana"),
    call("slots.session_status", "ana", session_id=At("play")),
    call("slots.my_limits", "ana"),
    call("slots.self_exclude", "eve", months="6"),
    call(
        "slots.set_limit",
        "ana",
        kind="deposit",
        period="7d",
        amount="1000000",
        currency="AUD",
        owner_id=None,
    ),
    call("slots.set_daily_limit", "ana", wallet_id=At("wallet"), daily_limit="50"),
    call("slots.theoretical_profile", "anon", game_id=At("reel")),
    call("slots.transition", "ana", session_id=At("play"), to_state="Initialized"),
    call(
        "slots.verify_spin",
        "anon",
        game_id=At("reel"),
        server_seed="\\x" + "00" * 32,
        client_seed="luck",
        nonce="1",
    ),
    call("slots.verify_wallet", "ana", wallet_id=At("wallet")),
    call(
        "slots.wallet_operation",
        "ana",
        wallet_id=At("wallet"),
        operation="debit",
        amount="1",
        idempotency_key="w-1",
        reason=None,
        reference=None,
    ),
    # cards
    call("cards.add_bot", "ana", game_id=At("lobby"), idempotency_key="b-1"),
    call("cards.continue_game", "ana", game_id=At("duel")),
    call(
        "cards.create_game",
        "ana",
        config='{"maxPlayers": 3}',
        is_public="true",
        idempotency_key="g-1",
    ),
    call("cards.forfeit_turn", "ben", game_id=At("duel"), expected_index=None),
    call("cards.game_summary", "ana", game_id=At("over")),
    call("cards.join_game", "eve", join_code=At("code")),
    call("cards.kick_player", "ana", game_id=At("lobby"), player_id=At("ben_player"), ban="true"),
    call("cards.leaderboard", "ana", page_size="10"),
    call("cards.leave_game", "ben", game_id=At("lobby")),
    call("cards.legal_moves", "ben", overload=("uuid",), game_id=At("tricks")),
    call(
        "cards.legal_moves",
        "ana",
        overload=("cards.table_state", "uuid"),
        state=At("a_state"),
        player_id=At("ana_player"),
    ),
    call("cards.list_events", "ana", game_id=At("duel"), after_index="-1", page_size="10"),
    call("cards.list_player_games", "ana", player_id=At("ben_player"), after=None, page_size="10"),
    call("cards.list_rooms", "ana", after=None, page_size="10"),
    call("cards.my_profile", "ana"),
    call("cards.my_games", "ana", after=None, page_size="10"),
    call("cards.matchmake", "eve", fill_with_bots="true"),
    call("cards.place_bid", "ben", game_id=At("duel"), bid="2", expected_index=None),
    call(
        "cards.play_card", "ben", game_id=At("tricks"), card_id=At("ben_card"), expected_index=None
    ),
    call("cards.player_stats", "ana", user_id=At("ana")),
    call("cards.player_view", "ana", game_id=At("tricks")),
    call("cards.replay", "ana", game_id=At("over"), upto_index="50"),
    call("cards.room_history", "ana", after=None, page_size="10"),
    call("cards.set_ready", "ben", game_id=At("lobby"), ready="true"),
    call("cards.spectate", "eve", game_id=At("duel")),
    call("cards.start_game", "ana", game_id=At("ready")),
    call("cards.state_document", "ana", state=At("a_state")),
    call("cards.upsert_player", "eve", display_name="Eve", avatar_seed="e", color="red"),
    call("cards.verify_game", "ana", game_id=At("over")),
    # sparc
    call("sparc.accept_session", "sam", session_id=At("night")),
    call(
        "sparc.browse_sessions",
        "anon",
        difficulty="hard",
        search="Bell",
        min_open_slots="1",
        after=None,
        page_size="10",
    ),
    call("sparc.complete_step", "ana", step="welcome"),
    call(
        "sparc.create_character",
        "eve",
        name="Lark",
        idempotency_key="lark",
        **{"class": "rogue"},
    ),
    call(
        "sparc.create_session",
        "sam",
        adventure_id=At("adventure"),
        max_players="3",
        is_public="true",
        scheduled_start=None,
        looking_for="friends",
        allow_late_join="true",
        idempotency_key="bell",
    ),
    call("sparc.delete_character", "ana", character_id=At("old_hero")),
    call("sparc.declare_heroic_save", "ana", original_roll_id=At("lost"), idempotency_key=None),
    call(
        "sparc.declare_roll",
        "sam",
        session_id=At("night"),
        character_id=None,
        attribute="might",
        difficulty="9",
        roll_type="attack",
        modifiers="[]",
        description="a bite",
        creature_id=At("creature"),
        is_hidden="true",
        idempotency_key="bite",
    ),
    call("sparc.end_encounter", "sam", session_id=At("fight")),
    call("sparc.end_session", "sam", session_id=At("night"), outcome="completed"),
    call("sparc.find_session_by_code", "ana", code=At("dusk_code")),
    call("sparc.get_session_details", "ana", p_session_id=At("night")),
    call(
        "sparc.heroic_save",
        "ana",
        original_roll_id=At("lost"),
        idempotency_key="h-1",
        refused="KG009",
    ),
    call("sparc.is_modifier_list", "ana", modifiers="[]"),
    call("sparc.join_session", "ana", code=At("dusk_code"), character_id=At("free_hero")),
    call("sparc.judge_roll", "ana", results="{6,6}", modified_total="12", difficulty="9"),
    call("sparc.kick_player", "sam", session_id=At("night"), user_id=At("ana")),
    call("sparc.leave_session", "ana", session_id=At("dawn")),
    call("sparc.list_session_events", "ana", session_id=At("night"), after_seq="0", page_size="10"),
    call("sparc.my_archived_session_ids", "ana"),
    call("sparc.left_session_ids", "ana"),
    call("sparc.left_session_at", "ana", session_id=At("night")),
    call("sparc.left_archive_ids", "ana"),
    call("sparc.left_archive_at", "ana", session_id=At("night")),
    call("sparc.my_session_ids", "ana"),
    call("sparc.open_user_id", "ana"),
    call("sparc.my_sessions", "ana"),
    call("sparc.pause_session", "sam", session_id=At("night")),
    call("sparc.publish_adventure", "sam", adventure_id=At("draft")),
    call("sparc.rate_adventure", "ana", adventure_id=At("adventure"), rating="5", refused="KG412"),
    call("sparc.resume_session", "sam", session_id=At("rest")),
    call(
        "sparc.roll_dice",
        "ana",
        session_id=At("night"),
        character_id=At("hero"),
        attribute="might",
        difficulty="9",
        roll_type="attribute_check",
        modifiers="[]",
        description="a leap",
        creature_id=None,
        is_hidden="false",
        idempotency_key="d-1",
        refused="KG009",
    ),
    call("sparc.may_see_hidden_roll", "ana", roll_id=At("lost")),
    call("sparc.reveal_roll", "sam", roll_id=At("lost")),
    call("sparc.revealed_secrets", "sam", session_id=At("past")),
    call("sparc.skip_tutorial", "ana"),
    call("sparc.start_encounter", "sam", session_id=At("night"), encounter_id="ambush"),
    call("sparc.start_session", "sam", session_id=At("dawn")),
    call("sparc.start_tutorial", "ben", path="player"),
    call("sparc.throw_roll", "ana", roll_id=At("lost")),
    call("sparc.transfer_session", "sam", session_id=At("night"), to_user_id=At("ben")),
    call("sparc.validate_adventure", "ana", content="{}"),
    call("sparc.verify_roll", "ana", roll_id=At("lost"), refused="KG005"),
    call("sparc.verify_session", "sam", session_id=At("past"), after_number="0", page_size="10"),
    # xp
    call("xp.activate_rule", "operator", policy_key="weekly", version="1"),
    call("xp.change_timezone", "ana", reward_tz="Europe/London"),
    call("xp.claim", "ana", policy_key="daily", correlation_id=At("receipt")),
    call("xp.claim_stats_rows", "operator"),
    call(
        "xp.create_rule",
        "operator",
        policy_key="daily",
        definition=At("policy"),
        idempotency_key="r-1",
    ),
    call(
        "xp.create_season",
        "operator",
        season_id="summer",
        starts_on="2030-06-01",
        ends_on="2030-08-31",
        kind="event",
        prizes='[{"fromRank": 1, "toRank": 3, "xp": 100}]',
    ),
    call("xp.close_season", "operator", season_id="spring", refused="KG005"),
    call("xp.eligibility", "ana", policy_key="daily"),
    call("xp.extend_season", "operator", season_id="spring", ends_on="2030-01-31"),
    call(
        "xp.evaluate_streak",
        "ana",
        definition=At("policy"),
        prior="(1,1,0,2026-11-25,)",
        reward_day="2026-11-26",
        claimed_at="2026-11-26 12:00Z",
        season="(,)",
        excused_days="{2026-11-24}",
    ),
    call("xp.leaderboard", "ana", season_id="spring", page_size="10", after=None),
    call("xp.around_me", "ana", season_id="spring", size="5"),
    call(
        "xp.ranks_of", "ana", season_id="all", public_ids="{00000000-0000-7000-8000-000000000001}"
    ),
    call("xp.set_handle", "ana", handle="Ana"),
    call("xp.my_user_id", "ana"),
    call(
        "xp.preview",
        "operator",
        policy_key="daily",
        version="1",
        user_id=At("account"),
        days="5",
        missed_days="{2}",
    ),
    call("xp.reconcile", "operator"),
    call(
        "xp.register_user",
        "ben",
        external_user_id=At("ben"),
        reward_tz="Europe/Brussels",
        segment_key=None,
    ),
    call("xp.retire_rule", "operator", policy_key="daily"),
    call("xp.set_levels", "operator", levels="{0,100,250}"),
    call("xp.user_level", "ana", user_id=None),
    call("xp.user_rank", "ana", season_id="spring", user_id=None),
    call("xp.validate_definition", "operator", definition=At("policy"), policy_key="daily"),
)


@dataclass(frozen=True)
class ClientFunction:
    """A function that a client role may execute, as the catalog has it."""

    name: str
    arguments: tuple[tuple[str, str], ...]  # name and type
    is_aggregate: bool


def client_functions(connection: psycopg.Connection) -> list[ClientFunction]:
    """Return every function that anon or authenticated may execute."""
    rows = connection.execute(
        """
        select format('%s.%s', n.nspname, p.proname), coalesce(p.proargnames, '{}'), array(
            select format_type(t.oid, null) from unnest(p.proargtypes) with ordinality as t (oid, at) order by t.at
          ), p.prokind = 'a'
        from pg_proc as p
        join pg_namespace as n on n.oid = p.pronamespace
        where n.nspname in ('auth', 'core', 'slots', 'cards', 'xp', 'sparc')
          and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute'))
        order by 1, 3
        """
    ).fetchall()
    return [
        ClientFunction(
            name, tuple(zip(names, types, strict=False)) if types else (), bool(is_aggregate)
        )
        for name, names, types, is_aggregate in rows
    ]


def sample_of(function: ClientFunction) -> Call | None:
    """Return the line of a function; None where the table has none."""
    types = tuple(kind for _, kind in function.arguments)
    lines = [
        line for line in CALLS if line.function == function.name and line.overload in (None, types)
    ]
    return lines[0] if lines else None


def statement(name: str, arguments: Mapping[str, str | None]) -> sql.Composed:
    """Return the call of a function in the form that a gateway writes: every argument by its name."""
    schema, function = name.split(".")
    given = [
        sql.SQL("{} => {}").format(sql.Identifier(argument), sql.Placeholder(argument))
        for argument in arguments
    ]
    return sql.SQL("select * from {}({})").format(
        sql.Identifier(schema, function), sql.SQL(", ").join(given)
    )


# Arguments that belong together, for the fuzz: what one hostile argument alone doesn't reach.
DECAY = (
    '{"baseXp": 100, "streakCurve": [{"dayIndex": 0, "multiplier": 1, "additiveBonusXp": 0}],'
    ' "grace": {"allowedMisses": 0, "windowDays": 0},'
    ' "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},'
    ' "streakModel": {"type": "DecayCurve", "parameters": {"decayPercent": 1e-9}}}'
)
HOSTILE: Mapping[str, tuple[Mapping[str, Value], ...]] = {
    "slots.theoretical_profile": ({"game_id": At("huge")},),
    "slots.fingerprint": ({"game_id": At("huge")},),
    "slots.verify_spin": ({"game_id": At("huge")},),
    "slots.create_session": ({"game_id": At("huge")},),
    "xp.evaluate_streak": (
        {
            "definition": DECAY,
            "prior": "(2147483647,2147483647,0,0001-01-01,)",
            "reward_day": "9999-12-31",
        },
    ),
}
