"""The demo: each system plays on the deployed database and says what happened."""

import importlib
import pkgutil

from rich.console import Console

from runner.server import Server

ORDER = ("slots", "cards", "xp", "sparc")
QUERIES = (
    "select name, ok, detail from core.health()",
    "select entry_no, kind, amount, balance_after from slots.wallet_entries"
    " order by created_at desc, entry_no desc limit 5",
    "select code, sqlstate, meaning from core.errors order by sqlstate limit 5",
)


def play(server: Server, console: Console) -> None:
    """Play every system in turn, then say how to look around."""
    written = {found.name for found in pkgutil.iter_modules(__path__)}
    with server.connect() as conn:
        for system in ORDER:
            if system in written:
                console.rule(f"[bold]{system}")
                importlib.import_module(f"{__name__}.{system}").play(conn, console)
    console.rule("[bold]look around")
    console.print(f"The database: [bold]{server.url()}[/]", soft_wrap=True, highlight=False)
    console.print("Open it with scripts/gamekeeper psql, and try:", highlight=False)
    for query in QUERIES:
        console.print(f"  {query};", soft_wrap=True, highlight=False)
