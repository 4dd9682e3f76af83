"""The demo: each system plays on the deployed database and says what happened."""

from rich.console import Console

from demos import cards, cluster, slots, sparc, xp
from runner.server import Server

play_cluster = cluster.play
SYSTEMS = {"slots": slots, "cards": cards, "xp": xp, "sparc": sparc}
QUERIES = (
    "select name, ok, detail from core.health()",
    "select entry_no, kind, amount, balance_after from slots.wallet_entries"
    " order by created_at desc, entry_no desc limit 5",
    "select event_index, type, payload from cards.game_events order by game_id desc, event_index limit 5",
)


def play(server: Server, console: Console) -> None:
    """Play every system in turn, then say how to look around."""
    with server.connect() as conn:
        for name, system in SYSTEMS.items():
            console.rule(f"[bold]{name}")
            system.play(conn, console)
        conn.execute("call core.maintain()")
    console.rule("[bold]look around")
    console.print(f"The database: [bold]{server.url()}[/]", soft_wrap=True, highlight=False)
    console.print("Open it with scripts/gamekeeper psql, and try:", highlight=False)
    for query in QUERIES:
        console.print(f"  {query};", soft_wrap=True, highlight=False)
