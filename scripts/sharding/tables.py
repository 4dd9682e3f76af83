"""Which rows go with a slot when it moves (docs/scale.md, "Moving slots"). A law test compares it with the catalog."""

from dataclasses import dataclass

from runner.server import Connection

# What a row t of each table has to be to have slot %(slot)s. Parents come first.
OF_SESSIONS = "t.session_id in (select s.session_id from slots.sessions as s where core.slot_in(s.session_id) = %(slot)s)"
OF_GAMES = "t.game_id in (select g.id from cards.games as g where core.slot_in(g.id) = %(slot)s)"
OF_USERS = (
    "t.user_id in (select u.user_id from xp.xp_users as u where u.user_id %% 1024 = %(slot)s)"
)
OF_PLAYERS = """t.player_id in (
  select o.id from cards.players as o where o.user_id is not null and core.slot_in(coalesce(o.merged_into, o.id)) = %(slot)s
)"""
OWNED = {
    "slots.accounts": "core.slot_of(t.owner_id::text) = %(slot)s",
    "slots.exclusions": "core.slot_of(t.owner_id::text) = %(slot)s",
    "slots.limits": "core.slot_of(t.owner_id::text) = %(slot)s",
    "slots.wallets": "core.slot_in(t.wallet_id) = %(slot)s",
    "slots.wallet_entries": "t.wallet_id in (select w.wallet_id from slots.wallets as w where core.slot_in(w.wallet_id) = %(slot)s)",
    "slots.sessions": "core.slot_in(t.session_id) = %(slot)s",
    "slots.action_keys": OF_SESSIONS,
    "slots.full_rl_blocks": OF_SESSIONS,
    "slots.gameplay_events": OF_SESSIONS,
    "slots.metrics": OF_SESSIONS,
    "slots.revealed_seeds": OF_SESSIONS,
    "slots.rl_blocks": OF_SESSIONS,
    "slots.rl_store": OF_SESSIONS,
    "slots.server_seeds": OF_SESSIONS,
    "slots.session_rollups": OF_SESSIONS,
    "cards.games": "core.slot_in(t.id) = %(slot)s",
    "cards.game_departures": OF_GAMES,
    "cards.game_events": OF_GAMES,
    "cards.game_feed": OF_GAMES,
    "cards.game_players": OF_GAMES,
    "cards.game_snapshots": OF_GAMES,
    "cards.game_spectators": OF_GAMES,
    "cards.game_states": OF_GAMES,
    "cards.game_summaries": OF_GAMES,
    "cards.named_results": OF_GAMES,
    "cards.room_directory": OF_GAMES,
    "cards.away_results": OF_PLAYERS,
    "cards.player_lifetime_stats": OF_PLAYERS,
    "xp.xp_users": "t.user_id %% 1024 = %(slot)s",
    "xp.xp_awards": OF_USERS,
    "xp.xp_balance": OF_USERS,
    "xp.xp_claim_keys": OF_USERS,
    "xp.xp_hidden_entries": OF_USERS,
    "xp.xp_keyed_streaks": OF_USERS,
    "xp.xp_ledger": OF_USERS,
    "xp.xp_level_ups": OF_USERS,
    "xp.xp_prizes": OF_USERS,
    "xp.xp_profiles": OF_USERS,
    "xp.xp_season_xp": OF_USERS,
    "xp.xp_streak_entries": OF_USERS,
    "xp.xp_streaks": OF_USERS,
    "xp.xp_timezone_changes": OF_USERS,
}
# Numbers that each server draws for itself, in the order in which rows came.
RENUMBERED = {
    "slots.rl_blocks": "block_no",
    "xp.xp_awards": "award_id",
    "xp.xp_ledger": "ledger_id",
}
# Rows that stand on several servers: brought where they are missing, and left where they were.
SHARED = {
    "cards.players": f"""t.id in (
      select unnest(array[n.id, n.merged_into])
      from cards.players as n
      where %(slot)s in (core.slot_in(n.id), core.slot_in(n.merged_into)) and not n.is_bot or n.id in (
        select p.player_id from cards.game_players as p where {OF_GAMES.replace("t.", "p.")}
        union all select d.player_id from cards.game_departures as d where {OF_GAMES.replace("t.", "d.")}
        union all select w.player_id from cards.game_spectators as w where {OF_GAMES.replace("t.", "w.")}
      )
    )""",
    "cards.closed_profiles": "core.slot_in(t.player_id) = %(slot)s",
    "core.closed_persons": "true",  # whoever has left is known wherever anybody lives
    "core.request_keys": f"""core.slot_of(t.caller) = %(slot)s
      or t.made_id ~ '^[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}$' and core.slot_in(t.made_id::uuid) = %(slot)s
      or t.caller in (
        select p.user_id from cards.players as p join cards.game_players as g on g.player_id = p.id
        where p.user_id is not null and {OF_GAMES.replace("t.", "g.")})""",
}
# Of these the server where a slot lives knows best: what another server has of them is written over.
BEST_AT_HOME = {"cards.players": "core.slot_in(t.id) = %(slot)s and not t.is_bot"}

DEFINED = "comes from the home of definitions"
DEPLOYED = "is brought by the plan"
SERVER = "is about one server"
SUMS = "has sums over what lives on one server: they are taken back where a slot leaves, and added up where it comes"
KEPT = "has sums of what was played on one server, wherever its people live now; those of all servers add up"
ON_THEIR_WAY = "has what comes to every server anyway, and is taken where a slot lives"
SPARC = "lives whole where slot 0 does, which does not move"
STAYS = {
    "slots.games slots.game_programs xp.xp_levels xp.xp_rules xp.xp_seasons core.settings core.definitions": DEFINED,
    "core.errors core.health_checks core.partitioned_tables core.person_hooks core.upkeep_tasks xp.timezones": DEPLOYED,
    "sparc.class_templates sparc.tutorial_steps": DEPLOYED,
    "core.audit_log core.backups core.erasures core.rate_limits core.restore_drills core.scheduled_calls core.shard_map": SERVER,
    "core.shards core.slots core.slot_moves cards.player_secret slots.reseeds": SERVER,
    "cards.handed_results": ON_THEIR_WAY,
    "slots.rl_exponents slots.rl_greatest_priority slots.rl_priorities slots.rl_trees": SERVER,
    "slots.house_accounts xp.xp_board_counts xp.xp_board_scores xp.xp_claim_counts": SUMS,
    "xp.xp_frozen_seasons xp.xp_roll_up xp.xp_season_closings": SERVER,
    "slots.rl_datasets slots.rl_dataset_names slots.rl_dataset_episodes slots.rl_dropped_datasets slots.rl_policies slots.rl_policy_names": SERVER,
    "slots.game_returns slots.game_rollups slots.symbol_rollups": KEPT,
    "auth.users": SPARC,
}  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A table whose rows move, with what of them is copied."""

    name: str
    condition: str
    columns: tuple[str, ...]

    def rows(self) -> str:
        """Return the query of a slot's rows as they are copied."""
        number = RENUMBERED.get(self.name)
        order = f" order by t.{number}" if number else ""
        return f"select {', '.join(f't.{name}' for name in self.columns)} from {self.name} as t where {self.condition}{order}"

    def digest(self) -> str:
        """Return the query that counts a slot's rows and adds up their digests, in whatever order they come."""
        sum_of = "coalesce(sum(('x' || left(md5(r::text), 15))::bit(60)::bigint), 0)"
        return f"select count(*), {sum_of} from ({self.rows()}) as r"


COLUMNS = b"""
select a.attrelid::regclass::text, array_agg(quote_ident(a.attname) order by a.attnum)
from pg_attribute as a
where a.attrelid = any (%s::regclass[]) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
group by a.attrelid"""


def tables(conn: Connection, conditions: dict[str, str]) -> list[Table]:
    """Return tables with the columns that they have here and are copied."""
    columns: dict[str, list[str]] = dict(conn.execute(COLUMNS, [list(conditions)]).fetchall())
    return [
        Table(
            name,
            condition,
            tuple(column for column in columns[name] if column != RENUMBERED.get(name)),
        )
        for name, condition in conditions.items()
    ]
