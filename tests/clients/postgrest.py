"""A stub of PostgREST, after its documentation: what it sets for a request, how it calls a function, how it answers an error.

It answers `POST /rpc/<function>`, and `GET /<table>` with a list of columns and filters of the form `eq`. The token's signature is not looked at: the tests are nobody's enemy.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

import psycopg
from psycopg import sql

# What the documentation says an error of ours has to look like, and which status others get.
STATUS = {"40001": 500, "40P01": 500, "42501": 403, "42883": 404, "57014": 500}


class Refused(Exception):
    """The answer to an error."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


def refusal(error: psycopg.Error) -> Refused:
    """Return PostgREST's answer to an error of the database."""
    diag = error.diag
    if error.sqlstate == "PGRST":
        # RAISE sqlstate 'PGRST': the message is a JSON object with code and message and perhaps details and hint; the
        # detail is one with status and headers. Anything else is PGRST121.
        try:
            body, answer = (
                json.loads(diag.message_primary or ""),
                json.loads(diag.message_detail or ""),
            )
            if not {"code", "message"} <= set(body) <= {"code", "message", "details", "hint"}:
                raise ValueError("keys of the message")
            if set(answer) - {"status_text"} != {"status", "headers"} or not isinstance(
                answer["status"], int
            ):
                raise ValueError("keys of the detail")
        except (TypeError, ValueError) as problem:
            return Refused(
                500,
                {
                    "code": "PGRST121",
                    "message": "Could not parse JSON in the \"RAISE SQLSTATE 'PGRST'\" error",
                    "details": str(problem),
                    "hint": None,
                },
            )
        return Refused(answer["status"], {"details": None, "hint": None, **body})
    return Refused(
        STATUS.get(error.sqlstate or "", 400),
        {
            "code": error.sqlstate,
            "message": diag.message_primary,
            "details": diag.message_detail,
            "hint": diag.message_hint,
        },
    )


FIND = """
select p.proretset, p.prorettype = 'void'::regtype, t.typtype in ('c') or p.prorettype = 'record'::regtype,
  array(
    select row_to_json(a)
    from (
      select n.name, format_type(y.oid, null) as type
      from unnest(p.proargnames) with ordinality as n (name, at)
      join unnest(p.proargtypes::oid[]) with ordinality as y (oid, at) using (at)
    ) as a
  )
from pg_proc as p
join pg_type as t on t.oid = p.prorettype
where p.pronamespace = %s::regnamespace and p.proname = %s
order by p.pronargs
"""


def call(
    conn: psycopg.Connection,
    schema: str,
    name: str,
    arguments: dict[str, Any],
    claims: dict[str, Any],
) -> Any:
    """Call a function in a transaction of its own, as PostgREST does."""
    with conn.transaction():
        found = [
            row
            for row in conn.execute(FIND, [schema, name]).fetchall()
            if set(arguments) <= {argument["name"] for argument in row[3]}
        ]
        if not found:
            raise Refused(
                404,
                {
                    "code": "PGRST202",
                    "message": f"no function {schema}.{name}",
                    "details": None,
                    "hint": None,
                },
            )
        many, is_void, is_row, known = found[0]
        types = {argument["name"]: argument["type"] for argument in known}
        become(conn, schema, claims, "POST", f"/rpc/{name}")
        columns = sql.SQL(", ").join(
            sql.SQL("{} {}").format(sql.Identifier(key), sql.SQL(types[key])) for key in arguments
        )
        given = sql.SQL(", ").join(
            sql.SQL("{} := pgrst_body.{}").format(sql.Identifier(key), sql.Identifier(key))
            for key in arguments
        )
        source = (
            sql.SQL("json_to_record({}::json) as pgrst_body ({}), lateral ").format(
                json.dumps(arguments), columns
            )
            if arguments
            else sql.SQL("")
        )
        value = sql.SQL("row_to_json(pgrst_call)" if is_row else "to_json(pgrst_call)")
        query = sql.SQL("select coalesce(json_agg({}), '[]') from {}{}({}) as pgrst_call").format(
            value, source, sql.Identifier(schema, name), given
        )
        row = conn.execute(query).fetchone()
        assert row
        values = row[0]
        if is_void:
            return None
        return values if many else values[0]


BECOME = (
    "select set_config('search_path', %s, true), set_config('role', %s, true), set_config('request.jwt.claims', %s, true),"
    " set_config('request.method', %s, true), set_config('request.path', %s, true)"
)


def become(
    conn: psycopg.Connection, schema: str, claims: dict[str, Any], method: str, path: str
) -> None:
    """Set what PostgREST sets for a request."""
    conn.execute(BECOME, [schema, claims.get("role", "anon"), json.dumps(claims), method, path])


def read(
    conn: psycopg.Connection,
    schema: str,
    table: str,
    asked: dict[str, str],
    claims: dict[str, Any],
) -> Any:
    """Return rows of a table, as its policies show them."""
    columns = sql.SQL(", ").join(map(sql.Identifier, asked.pop("select").split(",")))
    parts = [
        sql.SQL("{}::text = {}").format(sql.Identifier(k), v.removeprefix("eq."))
        for k, v in asked.items()
    ]
    query = sql.SQL(
        "select coalesce(json_agg(t), '[]') from (select {} from {} where {}) as t"
    ).format(
        columns, sql.Identifier(schema, table), sql.SQL(" and ").join([sql.SQL("true"), *parts])
    )
    with conn.transaction():
        become(conn, schema, claims, "GET", f"/{table}")
        row = conn.execute(query).fetchone()
    assert row
    return row[0]


class Handler(BaseHTTPRequestHandler):
    """Answers requests."""

    conninfo: str
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        """Open a connection for as long as the client keeps its own."""
        super().setup()
        self.database = psycopg.connect(self.conninfo, autocommit=True)

    def finish(self) -> None:
        """Close it."""
        self.database.close()
        super().finish()

    def do_POST(self) -> None:
        """Answer POST /rpc/<function>."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        name = self.path.split("?")[0].removeprefix("/rpc/")
        schema = self.headers.get("Content-Profile", "public")
        self.reply(
            lambda claims: call(self.database, schema, name, json.loads(body or b"{}"), claims)
        )

    def do_GET(self) -> None:
        """Answer GET /<table>."""
        path, _, query = self.path.partition("?")
        schema = self.headers.get("Accept-Profile", "public")
        asked = dict(parse_qsl(query))
        self.reply(
            lambda claims: read(self.database, schema, path.removeprefix("/"), asked, claims)
        )

    def reply(self, act: Callable[[dict[str, Any]], Any]) -> None:
        """Send what is answered to the claims of the token, or the refusal."""
        token = self.headers.get("Authorization", "").removeprefix("Bearer ").split(".")
        claims = json.loads(base64.urlsafe_b64decode(token[1] + "==")) if len(token) == 3 else {}
        try:
            answer = act(claims)
            self.answer(204 if answer is None else 200, answer)
        except psycopg.Error as error:
            found = refusal(error)
            self.answer(found.status, found.body)
        except Refused as error:
            self.answer(error.status, error.body)

    def answer(self, status: int, body: Any) -> None:
        """Send an answer."""
        data = b"" if status == 204 else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(conninfo: str) -> Iterator[str]:
    """Serve a database; yield the address."""
    handler = type("Bound", (Handler,), {"conninfo": conninfo})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def token(**claims: Any) -> str:
    """Return a token with claims."""
    parts = ({"alg": "none"}, claims)
    return ".".join(
        [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts]
        + ["x"]
    )
