"""What makes a copy of the database one that can be played on: books, logs, draws, heads, and a call."""

import json
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from psycopg import sql

from recovery.report import Check
from runner import Problem
from runner.server import Connection, Server

SAMPLE = 50
# A row bears the time of its command, and is seen by others when its transaction ends: as much later as this, at most.
SLACK = timedelta(minutes=1)

# Rows that are never changed, with their key and the column that says when. The rows of a session of cards that bear
# no time of their own came with the one before.
HISTORIES = {
    "slots.wallet_entries": (("wallet_id", "entry_no"), "created_at"),
    "slots.gameplay_events": (("session_id", "event_index"), "timestamp"),
    "cards.game_events": (("game_id", "event_index"), "created_at"),
    "xp.xp_ledger": (("user_id", "correlation_id", "is_claim"), "created_at"),
    "sparc.session_events": (("session_id", "seq"), "created_at"),
}

# A page of ids, new and old: the newest by their time-ordered keys, and some of a sample.
GAMES = """
select id from (
  (select g.id from cards.games as g order by g.id desc limit %(half)s)
  union (select g.id from cards.games as g tablesample system (10) limit %(half)s)
) as g
"""
GAME = "select count(*), min(problem) from cards.verify_game(%s)"
WALLETS = """
select wallet_id from (
  (select w.wallet_id from slots.wallets as w order by w.wallet_id desc limit %(half)s)
  union (select w.wallet_id from slots.wallets as w tablesample system (10) limit %(half)s)
) as w
"""
WALLET = "select count(*), min(problem) from slots.verify_wallet(%s)"
SESSIONS = """
select session_id from (
  select r.session_id from slots.revealed_seeds as r where r.spins > 0 order by r.session_id desc limit %(half)s * 2
) as r
group by session_id
"""
SESSION = """
select count(*), min('spin ' || e.nonce)
from slots.revealed_seeds as r
join slots.sessions as s on s.session_id = r.session_id
join slots.gameplay_events as e on e.session_id = r.session_id and e.seed_no = r.seed_no and e.nonce is not null
cross join lateral slots.verify_spin(s.game_id, r.server_seed, r.client_seed, e.nonce) as v
where r.session_id = %s and to_jsonb(v.symbols) is distinct from coalesce(e.result #> '{spin,symbols}', e.result -> 'symbols')
"""
ROLLS = """
select s.id from sparc.sessions as s
where s.status in ('completed', 'cancelled') and exists (select from sparc.dice_rolls as r where r.session_id = s.id)
order by s.id desc limit %(half)s * 2
"""
ROLL = "select count(*), min('roll ' || v.roll_number) from sparc.verify_session(%s) as v where v.is_valid = false"


def look(copy: Server, live: Connection, label: str, restored_to: datetime) -> Iterator[Check]:
    """Yield one check after another of a copy that was restored from a backup up to an instant."""
    conn = copy.connect()
    conn.execute("set application_name = 'gamekeeper drill'")
    yield made("a row written after the backup", lambda: after_backup(conn, label))
    yield from books(conn)
    for name, check in (
        ("published heads", lambda: heads(conn, live, restored_to)),
        ("histories are the same", lambda: histories(conn, live)),
        ("tables and indexes are whole", lambda: amcheck(copy)),
        ("upkeep runs", lambda: upkeep(conn)),
        ("a player can play", lambda: play(conn)),
    ):
        yield made(name, check)
    conn.close()


def books(conn: Connection) -> Iterator[Check]:
    """Yield what is verified of any database, whatever happened to it."""
    for name, check in (
        ("wallets add up", lambda: none(conn, "select count(*) from slots.reconcile_wallets()")),
        ("the house adds up", lambda: none(conn, "select count(*) from slots.reconcile_house()")),
        ("experience adds up", lambda: none(conn, "select count(*) from xp.reconcile()")),
        ("chains of wallets", lambda: sample(conn, WALLETS, WALLET)),
        ("games replay", lambda: sample(conn, GAMES, GAME)),
        ("spins follow from their seeds", lambda: sample(conn, SESSIONS, SESSION)),
        ("rolls follow from their secrets", lambda: sample(conn, ROLLS, ROLL)),
    ):
        yield made(name, check)


def made(name: str, check: Callable[[], tuple[bool, str]]) -> Check:
    """Make a check; one that breaks is not ok."""
    try:
        ok, detail = check()
    except Exception as error:  # a damaged copy may fail in any way, and each is a finding
        return Check(name, False, f"{type(error).__name__}: {str(error).splitlines()[0]}")
    return Check(name, ok, detail)


def one(conn: Connection, query: str, *values: object) -> tuple[object, ...]:
    """Return the only row of a query."""
    row = conn.execute(query.encode(), values or None).fetchone()
    assert row is not None
    return row


def none(conn: Connection, query: str) -> tuple[bool, str]:
    """Check that a reconciliation finds nothing."""
    (count,) = one(conn, query)
    return count == 0, f"{count} problems"


def sample(conn: Connection, ids: str, verify: str) -> tuple[bool, str]:
    """Verify a sample of things by their ids."""
    chosen = [row[0] for row in conn.execute(ids.encode(), {"half": SAMPLE // 2}).fetchall()]
    wrong = [
        f"{thing}: {problem}"
        for thing in chosen
        for count, problem in conn.execute(verify.encode(), [thing]).fetchall()
        if count
    ]
    return not wrong, "; ".join(wrong[:3]) or f"{len(chosen)} looked at"


def after_backup(conn: Connection, label: str) -> tuple[bool, str]:
    """Check that the copy holds the note of the backup it was made from, which was written when that had ended."""
    (found,) = one(conn, "select count(*) from core.backups where label = %s", label)
    return found == 1, f"the note of backup {label} is {'there' if found else 'missing'}"


def heads(copy: Connection, live: Connection, restored_to: datetime) -> tuple[bool, str]:
    """Compare heads of live wallets with the copy: what was there at its instant must be there."""
    rows = live.execute(
        "select w.wallet_id, e.entry_no, e.entry_hash, e.created_at"
        " from ((select * from slots.wallets order by wallet_id desc limit %(sample)s)"
        "  union (select * from slots.wallets tablesample system (10) limit %(sample)s)) as w"
        " join lateral (select * from slots.wallet_entries as e where e.wallet_id = w.wallet_id and e.created_at <= %(at)s"
        "  order by e.entry_no desc limit 1) as e on true",
        {"sample": SAMPLE, "at": restored_to - SLACK},
    ).fetchall()
    published = [
        {"walletId": str(wallet), "entryNo": number, "entryHash": digest.hex()}
        for wallet, number, digest, _ in rows
    ]
    verdicts = copy.execute(
        "select verdict, count(*) from slots.tail_report(%s) group by verdict order by verdict",
        [json.dumps(published)],
    ).fetchall()
    seen = ", ".join(f"{count} {verdict}" for verdict, count in verdicts) or "no heads"
    return all(verdict == "agree" for verdict, _ in verdicts), seen


def histories(copy: Connection, live: Connection) -> tuple[bool, str]:
    """Compare rows of the copy's histories, newest and sampled, with the live ones: they never change."""
    compared, wrong = 0, []
    # upkeep may have dropped what the copy still has
    retired = {row[0] for row in live.execute("select table_name from core.partitioned_tables")}
    for table, (key, at) in HISTORIES.items():
        names = sql.SQL(", ").join(map(sql.Identifier, key))
        query = sql.SQL(
            "select {key}, md5(t::text) from ((select * from {table} order by {at} desc nulls last limit {n})"
            " union (select * from {table} tablesample system (10) limit {n})) as t"
        ).format(key=names, table=sql.SQL(table), at=sql.Identifier(at), n=SAMPLE)
        find = sql.SQL("select md5(t::text) from {table} as t where ({key}) = ({values})").format(
            table=sql.SQL(table),
            key=names,
            values=sql.SQL(", ").join([sql.Placeholder()] * len(key)),
        )
        for *values, digest in copy.execute(query).fetchall():
            compared += 1
            found = live.execute(find, values).fetchone()
            if found != (digest,) and not (found is None and table in retired):
                wrong.append(f"{table} {values}")
    return not wrong, "; ".join(map(str, wrong[:3])) or f"{compared} rows compared"


def amcheck(copy: Server) -> tuple[bool, str]:
    """Read every table and index of the copy, page by page."""
    program = copy.binaries / "pg_amcheck" if copy.binaries else None
    if program is None or not program.exists():
        raise Problem("pg_amcheck is missing; apt-get install postgresql-15")
    done = subprocess.run(
        [str(program), "--install-missing", "-j", "2", "-d", copy.database],
        env=copy.environment(copy.database),
        capture_output=True,
        text=True,
        check=False,
    )
    said = (done.stdout + done.stderr).strip().splitlines()
    return done.returncode == 0, said[0] if done.returncode and said else "every page was read"


def upkeep(conn: Connection) -> tuple[bool, str]:
    """Run the upkeep on the copy."""
    conn.execute("call core.maintain()")
    failed = conn.execute("select task, detail from core.upkeep_tasks where not ok").fetchall()
    return not failed, "; ".join(f"{task}: {detail}" for task, detail in failed) or "every task ran"


def play(conn: Connection) -> tuple[bool, str]:
    """Open a wallet on the copy and move money."""
    (balance,) = one(
        conn,
        "select (slots.wallet_operation((slots.create_wallet('AUD', 10, owner_id => gen_random_uuid())).wallet_id,"
        " 'credit', 10)).balance_after",
    )
    return balance == 10, f"a new wallet has {balance}"
