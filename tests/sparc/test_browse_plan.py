"""Browsing 100 000 sessions goes through idx_sessions_public_waiting, as the seed expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection]

SESSIONS = 100_000

# Rows as they gather in years: most are over, every tenth is public and waits. Triggers are off: they
# would write 100 000 events.
ROWS = f"""
select test.sparc_adventure('seer');
insert into sparc.adventures (creator_id, name, status, difficulty)
select test.user('seer'), 'Adventure ' || i, 'published', (array['easy', 'medium', 'hard'])[1 + i % 3]::sparc.difficulty_level
from generate_series(1, 500) as i;
set session_replication_role = replica;
with a as (select array_agg(id) as ids from sparc.adventures)
insert into sparc.sessions (seer_id, adventure_id, code, is_public, status, scheduled_start, created_at, max_players)
select test.user('seer'), a.ids[1 + i % 500], lpad(upper(to_hex(i)), 6, '0'), i % 3 > 0,
  (array['completed', 'completed', 'completed', 'completed', 'cancelled', 'active', 'waiting', 'completed', 'starting_soon', 'completed'])
    [1 + i % 10]::sparc.session_status,
  case when i % 7 < 4 then now() + i % 1000 * interval '1 hour' end, now() - i * interval '1 minute', 2 + i % 5
from a, generate_series(1, {SESSIONS}) as i;
reset session_replication_role;
analyze sparc.sessions, sparc.adventures, sparc.users, sparc.session_players;
"""

SEED_QUERY = """
select s.id, s.code, s.status, a.name, a.thumbnail_url, count(sp.user_id) as player_count, s.max_players
from sparc.sessions s
join sparc.adventures a on s.adventure_id = a.id
left join sparc.session_players sp on s.id = sp.session_id and sp.is_active = true
where s.is_public = true and s.status in ('waiting', 'starting_soon')
group by s.id, a.id
having count(sp.user_id) < s.max_players
order by s.scheduled_start nulls last, s.created_at desc
limit 20
"""


@pytest.fixture
def many(connect: Connect, fresh_database: str) -> Iterator[psycopg.Connection]:
    """A database with 100 000 sessions, as its owner."""
    owner = connect(conninfo=fresh_database)
    owner.execute(ROWS.encode())
    yield owner
    owner.close()


def plans(connection: psycopg.Connection, query: str) -> str:
    """Run a query and return the plans of every statement in it, those inside functions too."""
    said: list[str] = []
    connection.add_notice_handler(lambda notice: said.append(notice.message_primary or ""))
    connection.execute(
        "load 'auto_explain'; set auto_explain.log_min_duration = 0;"
        " set auto_explain.log_nested_statements = on; set auto_explain.log_level = notice"
    )
    connection.execute(query.encode())
    return "\n".join(said)


def test_the_seeds_query_uses_the_seeds_index(many: psycopg.Connection) -> None:
    """The seed's own query reads sessions through idx_sessions_public_waiting."""
    plan = plans(many, SEED_QUERY)
    assert "idx_sessions_public_waiting" in plan
    assert "Seq Scan on sessions" not in plan


def test_a_page_reads_as_far_as_it_shows(many: psycopg.Connection) -> None:
    """browse_sessions walks the index in order and stops; it sorts ties only, and a late page costs no more."""
    first = plans(many, "select id from sparc.browse_sessions()")
    assert "Index Scan using idx_sessions_public_waiting on sessions" in first
    assert "Incremental Sort" in first
    assert "Seq Scan on sessions" not in first
    late = many.execute(
        "select id from sparc.sessions where is_public and status = 'waiting' and scheduled_start is null"
        " order by created_at limit 1 offset 100"
    ).fetchone()
    assert late
    second = plans(many, f"select id from sparc.browse_sessions(after => '{late[0]}')")
    assert "Index Scan using idx_sessions_public_unscheduled on sessions" in second
    assert "Seq Scan on sessions" not in second


def test_pages_are_the_seeds_order(many: psycopg.Connection) -> None:
    """Fifty pages in turn are the first thousand rows of the seed's order, each once."""
    expected = many.execute(
        "select id from sparc.sessions where is_public and status in ('waiting', 'starting_soon')"
        " order by scheduled_start nulls last, created_at desc, id desc limit 1000"
    ).fetchall()
    found: list[tuple[object]] = []
    for _ in range(50):
        after = found[-1][0] if found else None
        found += many.execute(
            "select id from sparc.browse_sessions(after => %s, page_size => 20)", [after]
        ).fetchall()
    assert found == expected


@pytest.mark.usefixtures("many")
def test_a_client_s_own_query_uses_the_index_too(connect: Connect, fresh_database: str) -> None:
    """Under row level security the seed's query still goes through the partial index."""
    client = connect(role="anon", conninfo=fresh_database)
    rows = client.execute(("explain " + SEED_QUERY).encode()).fetchall()
    plan = "\n".join(line for (line,) in rows)
    assert "idx_sessions_public_waiting" in plan
    assert "Seq Scan on sessions" not in plan
