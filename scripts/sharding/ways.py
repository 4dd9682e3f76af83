"""What the router does with each function that clients may call (docs/scale.md, "The router").

Where a call goes is said in clients/python/src/gamekeeper/shards.py, for clients and for the router. Here stands what
differs on the router: what it does itself, and what it does not have, each with the reason. A law test finds what is missing.
"""

from gamekeeper.shards import (
    ALL,
    DEFINITIONS,
    KEYS,
    LOBBY,
    LOBBY_SLOT,
    ONE_SERVER,
    OWNERS,
    PAGES,
    ROOMS,
)

PURE = "computes from its arguments and from definitions, which are here"
ITSELF = "is about the server that is asked: of the router it tells what the router is"
CALLER = "tells who is calling"

LOCAL = {
    "auth.jwt auth.role auth.uid core.is_operator core.is_service core.is_trusted core.session_role core.user_id": CALLER,
    "core.is_display_name core.now_utc core.raise core.raise_error core.uuid_v7 core.version": PURE,
    "cards.legal_moves(cards.table_state,uuid) cards.state_document": PURE,
    "slots.infer slots.reward slots.rl_spec slots.theoretical_profile slots.verify_spin": PURE,
    "sparc.is_modifier_list sparc.judge_roll sparc.validate_adventure xp.evaluate_streak xp.validate_definition": PURE,
    "core.current_shard_map core.health core.maintain core.maintain_once core.maintenance_steps core.partition_gauges": ITSELF,
    "core.record_backup core.record_drill core.run_task core.set_shard_map core.statement_gauges": ITSELF,
    "core.task_gauges": ITSELF,
    " ".join(sorted(DEFINITIONS)): "writes definitions, whose home this is",
}

# Is put together of what each shard has. Either its own body does so, or the one in sql/merged.sql: where it asks a part, the router
# asks every shard, and a part that takes no version of the map is asked on the shard of its slot.
MERGED = {
    "cards.leaderboard": ("cards.leaders_part",),
    "core.export_my_data": ("core.export_my_part",),
    "core.export_person": ("core.export_person_part",),
    "core.merge_accounts": ("core.merge_part",),
    "slots.fingerprint": ("slots.game_sums",),
    "xp.around_me": ("xp.board_place", "xp.board_page_part", "xp.board_ahead_part"),
    "xp.claim_stats_rows": ("xp.claim_days",),
    "xp.close_season": ("xp.freeze_season_part", "xp.close_season_part"),
    "xp.leaderboard": ("xp.board_members_part", "xp.board_page_part", "xp.board_ahead_part"),
    "xp.ranks_of": ("xp.board_members_part", "xp.board_ahead_part"),
    "xp.user_rank": ("xp.board_place", "xp.board_ahead_part"),
}
PARTS = frozenset(part for parts in MERGED.values() for part in parts)

PART = "is about all that one server has: ask each shard, since a part would look like the whole"
POLICIES = "is part of policies of tables, to which nobody has a right here"
PROCEDURES = "is a procedure that commits in between: call it on each shard"

CLOSED = {
    " ".join(
        sorted(ONE_SERVER - MERGED.keys() - {name for names in LOCAL for name in names.split()})
    ): PART,
    "sparc.left_archive_at sparc.left_archive_ids sparc.left_session_at sparc.left_session_ids": POLICIES,
    "sparc.may_see_hidden_roll sparc.my_archived_session_ids sparc.my_session_ids sparc.open_user_id xp.my_user_id": POLICIES,
    "cards.rebuild_statistics cards.run_turns slots.reseed_all sparc.reseed_all xp.rebuild_boards": PROCEDURES,
    "xp.rebuild_books": PROCEDURES,
}

# Goes to every shard. A profile does too, so that no shard shows an older one where its player sits in a game.
EVERYWHERE = ALL | {"cards.upsert_player"}

# Has no owner: neither an argument nor a caller says a slot. It goes where slot 0 lives.
NOBODYS = {
    "cards.import_game": "makes a game of a document, for the service",
    "cards.simulate_game": "makes a game of bots, for the service",
    "slots.simulate_session": "plays a session that is given, by a game's definition, for the service",
    "slots.simulate_steps": "plays steps that are given, by a game's definition, for the service",
}

__all__ = [
    "CLOSED",
    "EVERYWHERE",
    "KEYS",
    "LOBBY",
    "LOBBY_SLOT",
    "LOCAL",
    "MERGED",
    "NOBODYS",
    "OWNERS",
    "PAGES",
    "PARTS",
    "ROOMS",
]


def named(table: dict[str, str]) -> dict[str, str]:
    """Return the reason of each function of a table; an overloaded one is named with its arguments."""
    return {
        name: reason for names, reason in table.items() for name in names.split() if names.strip()
    }
