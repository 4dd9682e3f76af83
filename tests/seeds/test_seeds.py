"""The seeds' tables, loaded beside ours: every difference is listed with its reason, and a new one fails.

`000.psql` to `004.psql` hold what the seeds declare; `docs/deviations/differences.tsv` lists each difference of
the deployed schemas from it, with the row of `docs/deviations` that gives its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from tests.seeds import measure_indexes

from runner import ROOT
from runner.testing import TestDatabases, drop_database

HERE = Path(__file__).parent
LIST = ROOT / "docs" / "deviations" / "differences.tsv"
SEEDS = next(
    (p / "shared" / "seeds" for p in ROOT.parents if (p / "shared" / "seeds").is_dir()), None
)
SCHEMAS = {"000": "slots", "001": "cards", "003": "xp", "004": "sparc"}
STATEMENT = re.compile(
    r"^(?:create|alter) (?:[^;$]|\$(?!\$)|\$\$.*?\$\$)*;", re.MULTILINE | re.DOTALL | re.IGNORECASE
)
NOTHING = "nothing"
ADDED = {"column", "constraint", "index", "policy"}

# What all systems do in another way than the seeds, with the row of docs/deviations.md that says why.
RULES = [
    (r"\b(xp\.now_utc|now)\(\)", "the clock", "`core.now_utc()`"),
    (r"\bgen_random_uuid\(\)", "core.uuid_v7()", "Default of uuid keys"),
    (r"^table$", "table, row level security", "row level security"),
    (r"(?<!SELECT )\bauth\.uid\(\)", "( SELECT auth.uid() AS uid)", "`auth.uid()`"),
]

Catalog = dict[tuple[str, str], tuple[str, str]]  # kind and name: relation, definition


def catalog(connection: psycopg.Connection[tuple[str, str, str, str]]) -> Catalog:
    """Return what the seeds speak of in a database."""
    connection.execute("set search_path = ''")
    query = (HERE / "catalog.psql").read_bytes()
    rows = connection.execute(query, {"schemas": [*SCHEMAS.values()]}).fetchall()
    return {(kind, name): (relation, definition) for kind, name, relation, definition in rows}


def load(connection: psycopg.Connection[tuple[str, str, str, str]]) -> None:
    """Load what the seeds declare into an empty database."""
    connection.execute(
        "create schema auth; create table auth.users (id uuid primary key, email text, raw_user_meta_data jsonb);"
        " create function auth.uid() returns uuid language sql stable return null::uuid"
    )
    for seed, schema in SCHEMAS.items():
        connection.execute(f"create schema {schema}; set search_path = {schema}".encode())
        text = (HERE / f"{seed}.psql").read_text()
        connection.execute(text.replace("public.", f"{schema}.").encode())


def in_our_way(definition: str) -> str:
    """Return a seed's definition with what all systems do in another way done in that way."""
    for pattern, replacement, _ in RULES:
        definition = re.sub(pattern, replacement, definition)
    return definition


def differences(seed: Catalog, here: Catalog) -> dict[tuple[str, str], tuple[str, str]]:
    """Return how a catalog differs from the seeds': for each kind and name the seed's definition and ours.

    What the seeds declare is compared by its definition. What was added is named: relations, and the columns,
    constraints and indexes of the seeds' tables, and the policies of those on which the seeds have policies.
    """
    relations = {name for kind, name in seed if kind == "relation"}
    secured = {relation for (kind, _), (relation, _) in seed.items() if kind == "policy"}
    found = {}
    for kind, name in seed.keys() | here.keys():
        relation, ours = here.get((kind, name), ("", NOTHING))
        if (kind, name) in seed:
            theirs = in_our_way(seed[kind, name][1])
            ours = re.sub(r"\b(core\.now_utc|now)\(\)", "the clock", ours)
            if ours != theirs:
                found[kind, name] = (theirs, ours)
        elif kind == "relation" or (
            relation in (secured if kind == "policy" else relations) and kind in ADDED
        ):
            found[kind, name] = (NOTHING, "added")
    return found


def listed() -> dict[tuple[str, str], tuple[str, str, str]]:
    """Return the listed differences: kind and name, the seed's definition, ours, and what to look for in docs."""
    lines = [line.split("\t") for line in LIST.read_text().splitlines()[1:]]
    return {(kind, name): (seed, here, reason) for kind, name, seed, here, reason in lines}


def faults(
    found: dict[tuple[str, str], tuple[str, str]],
    known: dict[tuple[str, str], tuple[str, str, str]],
) -> list[str]:
    """Return which differences are not listed so, and which listed ones are none."""
    lines = [
        "not listed: " + "\t".join([*key, *found[key], "REASON"])
        for key in sorted(found)
        if found[key] != known.get(key, ())[:2]
    ]
    return lines + [
        "no difference: " + " ".join(key) for key in sorted(known.keys() - found.keys())
    ]


def reasons(schema: str) -> str:
    """Return the rows of docs/deviations that speak of a schema."""
    files = [ROOT / "docs" / "deviations.md", ROOT / "docs" / "deviations" / f"{schema}.md"]
    lines = [line for file in files for line in file.read_text().splitlines()]
    return "\n".join(line for line in lines if line.startswith("|"))


def statements(text: str) -> list[str]:
    """Return the statements of a text that declare something, comments and line breaks taken out."""
    text = re.sub(r"--[^\n]*", "", text)
    return [" ".join(found.split()) for found in STATEMENT.findall(text)]


def seed_text(seed: str) -> str:
    """Return a seed, up to where it repeats itself in a sketch of a migration."""
    assert SEEDS is not None
    (file,) = SEEDS.glob(f"{seed}_*.txt")
    return file.read_text().split("## Migrations")[0]


@pytest.fixture(scope="module")
def reference(test_databases: TestDatabases) -> Iterator[str]:
    """A scratch database that holds the seeds; a connection string."""
    name = f"{test_databases.clone()}"
    drop_database(test_databases.control, name)
    test_databases.control.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
    conninfo = test_databases.server.conninfo(name)
    with psycopg.connect(conninfo, autocommit=True) as connection:
        load(connection)
    yield conninfo
    test_databases.drop(name)


def test_every_difference_from_the_seeds_is_listed(reference: str, fresh_database: str) -> None:
    with (
        psycopg.connect(reference, autocommit=True) as seed,
        psycopg.connect(fresh_database, autocommit=True) as here,
    ):
        found = differences(catalog(seed), catalog(here))
    assert len(found) > 100
    if lines := faults(found, listed()):
        pytest.fail(f"mend {LIST.relative_to(ROOT)}:\n" + "\n".join(lines), pytrace=False)


@pytest.mark.parametrize(
    ("breach", "fault"),
    [
        (
            "alter table slots.games drop column name",
            "column\tslots.games.name\ttext not null\tnothing",
        ),
        ("alter table slots.games alter name drop not null", "\ttext not null\ttext\t"),
        ("alter table slots.games alter name type varchar(9)", "\tcharacter varying(9) not null\t"),
        ("alter table slots.sessions alter state drop default", "column\tslots.sessions.state"),
        ("alter table slots.games add extra integer", "column\tslots.games.extra\tnothing\tadded"),
        (
            "alter table sparc.sessions drop constraint valid_code",
            "constraint\tsparc.sessions.valid_code",
        ),
        (
            "alter table sparc.users add constraint x check (true)",
            "constraint\tsparc.users.x\tnothing",
        ),
        (
            "alter table slots.rl_store drop constraint rl_store_session_id_fkey",
            "rl_store_session_id_fkey",
        ),
        (
            "alter table xp.xp_users drop constraint xp_users_external_user_id_uidx",
            "index\txp.xp_users.xp_users_external_user_id_uidx",
        ),
        (
            'drop policy "Users can create sessions" on sparc.sessions',
            "policy\tsparc.sessions.Users can",
        ),
        (
            'alter policy "Users can create sessions" on sparc.sessions with check (true)',
            "with check true",
        ),
        ("alter type sparc.attribute add value 'luck'", "type\tsparc.attribute"),
        (
            "drop function sparc.get_session_details; create function sparc.get_session_details(id uuid)"
            " returns integer language sql return 1",
            "function\tsparc.get_session_details",
        ),
        (
            "drop trigger on_session_complete on sparc.sessions",
            "trigger\tsparc.sessions.on_session_complete",
        ),
        ("create table cards.extra (id integer)", "relation\tcards.extra\tnothing\tadded"),
        ("alter table xp.xp_users disable row level security", "relation\txp.xp_users"),
        (
            "alter table cards.games drop column is_public cascade",
            "no difference: column cards.games.is_public",
        ),
    ],
)
def test_a_planted_difference_is_found(
    reference: str, database: str, breach: str, fault: str
) -> None:
    with (
        psycopg.connect(reference, autocommit=True) as seed,
        psycopg.connect(database, autocommit=True) as here,
    ):
        wanted = catalog(seed)
        here.execute("begin")
        here.execute(breach.encode())
        found = faults(differences(wanted, catalog(here)), listed())
        here.execute("rollback")
    assert any(fault in line for line in found), found


def test_every_listed_difference_has_its_reason_in_the_documents() -> None:
    missing = [
        f"{' '.join(key)}: {reason}"
        for key, (_, _, reason) in listed().items()
        if not reason or reason not in reasons(key[1].split(".")[0])
    ]
    shared = (ROOT / "docs" / "deviations.md").read_text()
    missing += [reason for _, _, reason in RULES if reason not in shared]
    assert missing == []


@pytest.mark.skipif(SEEDS is None, reason="the seeds themselves are not beside this clone")
@pytest.mark.parametrize("seed", ["000", "001", "004"])
def test_the_copy_declares_what_the_seed_declares(seed: str) -> None:
    declared = statements(seed_text(seed))
    copied = statements((HERE / f"{seed}.psql").read_text())
    added = {"CREATE TABLE wallets", "CREATE TABLE metrics"} if seed == "000" else set()
    assert len(declared) > 10
    assert [s for s in copied if not s.startswith(tuple(added) or ("-",))] == declared


@pytest.mark.skipif(SEEDS is None, reason="the seeds themselves are not beside this clone")
def test_the_copy_holds_every_definition_of_seed_003() -> None:
    """The seed describes: columns and names stand between backticks in its steps 4 and 5."""
    steps = seed_text("003").split("## Step 4")[1].split("## Step 6")[0].replace("${schema}.", "")
    copy = " ".join((HERE / "003.psql").read_text().split())
    columns = re.findall(
        r"`(\w+ (?:bigint|int|text|uuid|jsonb|boolean|timestamptz)\b[^`]*)`", steps
    )
    names = re.findall(r"`(xp_\w+_(?:u?idx|chk))`", steps)
    assert len(columns) > 40
    assert len(names) > 10
    for column in columns:
        # the seed says "primary key" and "references" in words of their own
        assert re.sub(r" primary key$| null$", "", column) in copy, column
    for name in names:
        assert name in copy, name


@pytest.mark.skipif(SEEDS is None, reason="the seeds themselves are not beside this clone")
def test_every_column_of_seed_002_is_here(fresh_database: str) -> None:
    """The seed gives tables as rows of name, type and note under a numbered heading."""
    tables = {
        "2.1": "games",
        "2.2": "sessions",
        "2.3": "wallets",
        "2.4": "gameplay_events",
        "2.5": "rl_store",
        "2.6": "metrics",
    }
    types = {
        "timestamp": "timestamp with time zone",
        "decimal": "numeric(20,4)",
        "float": "double precision",
        "enum": "slots.game_state",
    }
    with psycopg.connect(fresh_database, autocommit=True) as here:
        ours = catalog(here)
    seen = 0
    for section in re.split(r"^(?=2\.\d )", seed_text("002"), flags=re.MULTILINE)[1:]:
        table = tables[section[:3]]
        for name, kind in re.findall(r"^(\w+)\t(\w+)", section.split("\n3. ")[0], re.MULTILINE):
            if name != "Column":
                definition = ours["column", f"slots.{table}.{name}"][1]
                assert definition.startswith(types.get(kind, kind.lower())), (table, name)
                seen += 1
    assert seen > 30


def test_the_figures_can_be_measured(fresh_database: str) -> None:
    """Every case of the script that gives the documents' figures runs; the figures are for a quiet machine."""
    with psycopg.connect(fresh_database, autocommit=True) as connection:
        lines = list(measure_indexes.lines(connection, calls=2, rounds=1))
    assert len(lines) == len(measure_indexes.CASES) + 2
    assert all(re.search(r"\d", line.partition(": ")[2]) for line in lines)
