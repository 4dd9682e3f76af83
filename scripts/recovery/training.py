"""Somebody who trains between crashes: tells the priorities of experiences, and knows what it told."""

from typing import Any

from recovery.report import Check
from runner.server import Connection

GAME = """
select game_id from slots.create_game('Trained', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 1}}}')
"""
SESSION = """
select s.session_id
from slots.create_wallet('AUD', 1000000, '{}', gen_random_uuid()) as w
cross join lateral slots.wallet_operation(w.wallet_id, 'credit', 100) as paid
cross join lateral slots.create_session(%s, '{}', (paid).wallet_id) as s
"""
# 48 steps, so three stretches that prioritised sampling knows.
PLAY = """
select count(*) from slots.act_many(%s, (select jsonb_agg('{"type": "Spin", "amount": 1}'::jsonb) from generate_series(1, 48)))
"""
DRAW = (
    "select array_agg(distinct s.id order by s.id) from slots.rl_sample(64, %s, 'prioritised') as s"
)
HELD = """
select count(*)
from unnest(%s::bigint[], %s::double precision[]) as t (id, priority)
join slots.rl_priorities as p on p.block_no = t.id / 16 + 1 and p.priorities[t.id %% 16 + 1] = t.priority
"""
# The upper nodes of each tree, against the priorities that they stand for.
TREES = """
select count(*), count(*) filter (where abs(r.total - m.total) > 1e-9 * m.total or r.least <> m.least)
from (select t.alpha, sum(t.sums[64]) as total, min(t.least) as least from slots.rl_trees as t where t.level = 2 group by t.alpha) as r
cross join lateral (
  select sum(power(v.priority, r.alpha)) as total, min(v.priority) as least
  from slots.rl_priorities as p cross join lateral unnest(p.priorities) as v (priority)
) as m
"""


def value(conn: Connection, query: str, *arguments: object) -> Any:
    """Return the one value of a query."""
    row = conn.execute(query.encode(), arguments).fetchone()
    assert row is not None
    return row[0]


class Trainer:
    """Tells other priorities each time, of whatever it draws."""

    def __init__(self, conn: Connection) -> None:
        """Play what there is to learn from."""
        self.told: dict[int, float] = {}
        self.times = 0
        value(conn, PLAY, value(conn, SESSION, value(conn, GAME)))

    def tell(self, conn: Connection) -> None:
        """Draw a batch and tell its priorities; what was answered has to outlive any crash."""
        self.times += 1
        ids = value(conn, DRAW, self.times)
        given = {id_: self.times + place / 128 for place, id_ in enumerate(ids)}
        known = value(conn, "select slots.rl_update_priorities(%s, %s)", ids, list(given.values()))
        assert known == len(ids)
        self.told |= given

    def check(self, conn: Connection) -> Check:
        """Compare what was told with what is there, and the trees with the priorities."""
        held = value(conn, HELD, list(self.told), list(self.told.values()))
        trees, wrong = conn.execute(TREES.encode()).fetchall()[0]
        return Check(
            "priorities outlive crashes",
            0 < len(self.told) == held and trees > 0 and wrong == 0,
            f"{len(self.told)} told, {held} held, {wrong} of {trees} trees wrong",
        )
