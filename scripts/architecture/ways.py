"""The way of a call: the functions that it comes to, in order, as plpgsql_check's tracer reports them.

Functions in SQL that Postgres puts into the caller's plan leave no trace, so a way shows the plpgsql functions.
"""

import json
import re
import uuid
from dataclasses import dataclass, field

import psycopg

from architecture.pictures import color, digraph
from runner import Problem

STARTED = re.compile(r"#\d+\s+start of .*?\(oid=(\d+)\)")
ENDED = re.compile(r"#\d+\s+end of ")
NAMES = {"ana", "ben", "sam", "operator"}

# Who does what, each line a transaction; what a line selects is kept by its name. A line with a name of a drawing in
# brackets is traced; lines of the same name make one drawing.
STORY = """
owner: insert into auth.users (id, email, raw_user_meta_data)
  select md5('architecture:' || n)::uuid, n || '@example.org', jsonb_build_object('display_name', initcap(n))
  from unnest(array['ana', 'ben', 'sam']) as n

service: select game_id as reel from slots.create_game('One letter',
  '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 0.9}}}')
ana: select wallet_id as wallet from slots.create_wallet('AUD', 1000)
service: select from slots.wallet_operation(:wallet, 'credit', 100, 'first')
ana: select session_id as play from slots.create_session(:reel, '{}', :wallet, 'luck')
ana: select from slots.act(:play, '{"type": "PlaceBet", "amount": 1}')
[spin] ana: select from slots.act(:play, '{"type": "Spin", "next": {"amount": 1}}')

ana: select id as ana_player from cards.upsert_player('Ana', 'a', 'teal')
ben: select id as ben_player from cards.upsert_player('Ben', 'b', 'teal')
ana: select game_id as game, join_code as code from cards.create_game('{"maxPlayers": 2}')
ben: select from cards.join_game(:code)
ana: select from cards.start_game(:game)
[deal] ana: select from cards.continue_game(:game)
ben: select from cards.place_bid(:game, 1)
ana: select from cards.place_bid(:game, 1)
ben: select card as card from cards.legal_moves(:game) as card limit 1
[move] ben: select from cards.play_card(:game, :card)

operator: select version as version from xp.create_rule('daily', '{"baseXp": 100,
  "streakCurve": [{"dayIndex": 0, "multiplier": 1, "additiveBonusXp": 0}], "grace": {"allowedMisses": 0, "windowDays": 0},
  "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},
  "streakModel": {"type": "PlateauCap", "parameters": {"plateauDay": 7, "plateauMultiplier": 2}}}')
operator: select from xp.activate_rule('daily', 1)
ana: select from xp.register_user(auth.uid()::text, 'UTC')
[claim] ana: select from xp.claim('daily', gen_random_uuid())

sam: insert into sparc.adventures (creator_id, name, difficulty) values (auth.uid(), 'Bell', 'hard') returning id as adventure
sam: select from sparc.publish_adventure(:adventure)
ana: select id as hero from sparc.create_character('Rook', 'warrior')
sam: select id as night, code as night_code from sparc.create_session(:adventure)
ana: select from sparc.join_session(:night_code, :hero)
sam: select from sparc.start_session(:night)
[roll] ana: select id as roll from sparc.declare_roll(:night, :hero, 'wit', 3)
[roll] ana: select from sparc.throw_roll(:roll)
"""


@dataclass
class Step:
    """A function that was called, and what it called, each once in the order of its first call."""

    name: str
    steps: list["Step"] = field(default_factory=list["Step"])

    def call(self, name: str) -> "Step":
        """Note one more call of a function by this one."""
        for step in self.steps:
            if step.name == name:
                return step
        self.steps.append(Step(name))
        return self.steps[-1]


def generate(conninfo: str) -> dict[str, str]:
    """Play the story in a database and return the drawings of the ways that it traces, by file name."""
    roots: dict[str, Step] = {}
    with psycopg.connect(conninfo, autocommit=True) as conn:
        known: dict[int, str] = dict(
            conn.execute("select oid::bigint, oid::regproc::text from pg_proc").fetchall()
        )
        names: dict[str, str] = {}
        for label, who, statement in re.findall(
            r"^(?:\[(\w+)\] )?(\w+): (.*(?:\n  .*)*)", STORY, re.MULTILINE
        ):
            if not label:
                perform(conn, who, statement, names)
                continue
            root = roots.setdefault(label, Step(label))
            trace(conn, who, statement, names, root, known)
    return {f"way-of-a-{label}.svg": drawing(label, root) for label, root in roots.items()}


def perform(conn: psycopg.Connection, who: str, statement: str, names: dict[str, str]) -> None:
    """Run one statement of the story as a caller, and keep what it selects."""
    role = {"service": "service_role", "owner": "none"}.get(who, "authenticated")
    claims: dict[str, object] = {"role": role}
    if who in NAMES:
        claims["sub"] = str(uuid.UUID(hex=digest(conn, who)))
    if who == "operator":
        claims["app_metadata"] = {"gamekeeper": "operator"}
    told = "" if who == "owner" else json.dumps(claims)
    conn.execute(
        "select set_config('request.jwt.claims', %s, false), set_config('role', %s, false)",
        [told, role],
    )
    text = re.sub(r"(?<![:\w]):([a-z_]+)\b", lambda m: f"'{names[m[1]]}'", statement)
    cursor = conn.execute(text.encode())
    row = cursor.fetchone() if cursor.description else None
    for column, value in zip(cursor.description or [], row or (), strict=False):
        names[column.name] = str(value)
    conn.execute("reset role")


def digest(conn: psycopg.Connection, who: str) -> str:
    """Return the id of a person of the story."""
    row = conn.execute("select md5('architecture:' || %s)", [who]).fetchone()
    return str(row[0]) if row else ""


def trace(
    conn: psycopg.Connection,
    who: str,
    statement: str,
    names: dict[str, str],
    root: Step,
    known: dict[int, str],
) -> None:
    """Run a statement with the tracer on, and add what it called to a way."""
    path = [root]

    def note(message: psycopg.errors.Diagnostic) -> None:
        """Follow one line of the tracer."""
        text = message.message_primary or ""
        if found := STARTED.match(text):
            path.append(path[-1].call(known[int(found[1])]))
        elif ENDED.match(text):
            path.pop()

    conn.add_notice_handler(note)
    try:
        for setting in ("enable_tracer", "tracer"):
            conn.execute(f"set plpgsql_check.{setting} = on".encode())
        conn.execute("set plpgsql_check.tracer_verbosity = terse")
        conn.execute("set plpgsql_check.tracer_errlevel = info")
        perform(conn, who, statement, names)
        conn.execute("set plpgsql_check.tracer = off")
    finally:
        conn.remove_notice_handler(note)
    if not root.steps or path != [root]:
        raise Problem("no trace of a call; plpgsql_check must be among shared_preload_libraries")


def drawing(label: str, root: Step) -> str:
    """Draw a way as a tree: who calls whom, numbered in the order of the first calls."""
    lines: list[str] = []
    number = 0

    def add(step: Step, caller: str | None) -> None:
        """Add a function, its edge and what it calls."""
        nonlocal number
        number += 1
        node = f"{label}{number}"
        weight = ', penwidth=2, fontname="Helvetica-Bold"' if caller is None else ""
        lines.append(
            f'  {node} [label="{number}  {step.name}", fillcolor="{color(step.name)}"{weight}];'
        )
        if caller:
            lines.append(f"  {caller} -> {node};")
        for inner in step.steps:
            add(inner, node)

    for step in root.steps:
        lines.append(f"  start -> {label}{number + 1} [style=invis];")
        add(step, None)
    first = '  start [style=invis, label="", width=0, height=0];'
    return digraph(f"way of a {label}", ["  ordering=out;", first, *lines])
