"""The TypeScript client: built and packed, type-checked, run before a stub of PostgREST; its followers under every fault."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from gamekeeper import NoWay
from gamekeeper.shards import slot_of, way_of
from tests.clients.platforms import platform_of
from tests.clients.postgrest import serve, token

from clients import catalog
from runner import ROOT, STATE, snippets

SOURCE = ROOT / "clients" / "typescript"
HERE = ROOT / "tests" / "clients"
PACKAGES = ("typescript@7", "@types/node@22", "@supabase/postgrest-js@2", "@supabase/supabase-js@2")
CONFIG = {
    "compilerOptions": {
        "target": "ES2022",
        "module": "NodeNext",
        "strict": True,
        "skipLibCheck": True,
        "types": ["node"],
    },
    "include": ["*.ts"],
}


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder."""
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a client developer, with the packed client installed."""
    try:
        modules = snippets.npm_folder(STATE / "node-typescript", PACKAGES) / "node_modules"
    except snippets.Missing as reason:
        pytest.skip(str(reason))
    folder = tmp_path_factory.mktemp("project")
    built = folder / "client"
    shutil.copytree(SOURCE, built, ignore=shutil.ignore_patterns("dist", "node_modules"))
    (built / "node_modules").symlink_to(modules)
    packed = run(built, "npm", "pack", "--json", PATH=f"{modules / '.bin'}:{os.environ['PATH']}")
    assert packed.returncode == 0, packed.stdout + packed.stderr
    (archive,) = built.glob("gamekeeper-client-*.tgz")
    installed = folder / "node_modules" / "gamekeeper-client"
    installed.mkdir(parents=True)
    shutil.unpack_archive(archive, folder / "unpacked")
    shutil.copytree(folder / "unpacked" / "package", installed, dirs_exist_ok=True)
    for name in ("@supabase", "@types", "typescript", "@typescript", "tslib", "undici-types"):
        if (modules / name).exists():
            (folder / "node_modules" / name).symlink_to(modules / name)
    (folder / "package.json").write_text('{"private": true, "type": "module"}\n')
    (folder / "tsconfig.json").write_text(json.dumps(CONFIG))
    (folder / "bin").symlink_to(modules / ".bin")
    return folder


def checked(project: Path, text: str, name: str = "evening") -> str:
    """Type-check and compile a program; return the complaints."""
    (project / f"{name}.ts").write_text(text)
    done = run(project, "bin/tsc", "-p", ".")
    return done.stdout + done.stderr


EVENING = (HERE / "evening.ts").read_text()


def test_the_package_has_its_types_and_nothing_else(project: Path) -> None:
    names = {
        str(path.relative_to(project / "node_modules" / "gamekeeper-client"))
        for path in (project / "node_modules" / "gamekeeper-client").rglob("*.*")
    }
    wanted = {
        f"dist/{n}.{e}"
        for n in ("api", "errors", "index", "runtime", "send", "shards", "ways")
        for e in ("js", "d.ts")
    }
    assert names == wanted | {"package.json"}


def test_the_program_plays_before_postgrest(project: Path, fresh_database: str) -> None:
    assert checked(project, EVENING) == ""
    user = str(uuid4())
    with serve(fresh_database) as address:
        done = run(
            project,
            "node",
            "evening.js",
            API_URL=address,
            USER_ID=user,
            USER_TOKEN=token(sub=user, role="authenticated"),
            SERVICE_TOKEN=token(role="service_role"),
        )
    assert done.stdout.splitlines() == [
        "NEW 100",
        "ALREADY_CLAIMED 100",
        '404 KG004 NOT_FOUND {"policyKey": "weekly"}',
        "NOT_FOUND 404 weekly",
        "Evaluating 1",
        "true true",
    ], done.stderr


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"PlaceBet", amount: 5', '"PlaceBet"'),
        ('{ policy_key: "daily", correlation_id: key }', '{ policy_key: "daily" }'),
        ('"cards", "start_game"', '"cards", "draw_due"'),
        ("spin.result.stops?.length", "spin.result.stop"),
        ('streakModel: { type: "WeeklyCycleReset" }', 'streakModel: { type: "Weekly" }'),
    ],
)
def test_a_wrong_program_is_refused_by_the_compiler(project: Path, right: str, wrong: str) -> None:
    assert right in EVENING
    assert "error TS" in checked(project, EVENING.replace(right, wrong))


def test_the_types_fit_supabase_js(project: Path) -> None:
    program = """
import { createClient } from "@supabase/supabase-js";
import { call, type Database, followSession, realtime } from "gamekeeper-client";
const supabase = createClient<Database>("http://127.0.0.1", "key");
const receipt = await call(supabase, "xp", "claim", { policy_key: "daily", correlation_id: "x" });
const status: string = receipt.status;
const rows = await supabase.schema("sparc").from("characters").select("id, name");
const name: string | undefined = rows.data?.[0]?.name;
const { data } = await supabase.schema("slots").rpc("act", { session_id: "x", action: { type: "Spin" } });
const payout: number | undefined = data?.result.payout;
const live = realtime(supabase, { schema: "sparc", filter: "session_id=eq.x" });
followSession(supabase, "x", { live, show: (event) => console.log(event.seq, status, name, payout) }).stop();
"""
    assert checked(project, program) == ""


def test_the_followers_are_exact_under_every_fault(project: Path) -> None:
    shutil.copy(HERE / "followers.test.mjs", project)
    done = run(project, "node", "--test", "--test-reporter", "tap", "followers.test.mjs")
    assert done.returncode == 0, done.stdout
    assert "# pass 14" in done.stdout, done.stdout


# Several servers --------------------------------------------------------------------------------

VECTORS = json.loads((ROOT / "tests" / "vectors" / "slots.json").read_text(encoding="utf-8"))
SAMPLE_IDS = {
    "game_id": "019b0000-0000-7000-8010-000000000000",
    "session_id": "019b0000-0000-7000-8020-000000000000",
    "wallet_id": "019B0000-0000-7000-BFF0-000000000000",
    "user_id": "5121",
    "join_code": " xyzabcde ",
    "owner_id": "f58aaf71-2198-41ea-960c-eb3468ca3468",
    "external_user_id": "USER_2ABC",
    "person_id": "cf9d97a7-c84d-458f-b8d6-0e53413f5d4f",
    "is_public": True,
}
SOMEBODY = "8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10"


def asked(found: catalog.Catalog) -> list[dict[str, Any]]:
    """Return calls of every function: with ids, with none of them, and by nobody."""
    calls = []
    for function in found.functions:
        name = f"{function.schema}.{function.name}"
        given = {a.name: SAMPLE_IDS[a.name] for a in function.arguments if a.name in SAMPLE_IDS}
        calls += [
            {"name": name, "given": given, "person": SOMEBODY},
            {"name": name, "given": dict.fromkeys(given), "person": SOMEBODY},
            {"name": name, "given": {**given, "join_code": "nonsense"}, "person": None},
        ]
    return calls


def way(call: dict[str, Any]) -> Any:
    """Return where the Python client sends a call."""
    try:
        found = way_of(call["name"], call["given"], call["person"])
    except NoWay:
        return "NoWay"
    return {
        "kind": found.kind,
        **({"slot": found.slot} if found.kind in ("slot", "all", "export") else {}),
        **({"isGame": found.is_game} if found.kind == "slot" else {}),
    }


MOVING = "update core.slots set state = 'moving' where slot = %s"
END_THE_MOVE = """
create function core.end_the_move() returns void language sql security definer
as $$update core.slots set state = 'here' where state = 'moving'$$;
grant execute on function core.end_the_move() to service_role
"""


def test_a_program_plays_on_two_servers(project: Path, test_databases: Any) -> None:
    """It prints what it found; tests/clients/shards.ts says of what."""
    assert checked(project, (HERE / "shards.ts").read_text(), "shards") == ""
    with platform_of(test_databases, 2) as platform:
        where = {"ann": "s1", "ben": "s2", "cai": "s1", "dov": "s2", "eve": "s2"}
        ids = {name: str(platform.somebody(shard)) for name, shard in where.items()}
        people = {
            name: {"id": made, "token": token(sub=made, role="authenticated")}
            for name, made in ids.items()
        }
        people["service"] = {"id": None, "token": token(role="service_role")}
        calls = asked(catalog.read(platform.servers["s1"]))
        with serve(platform.servers["s1"]) as one, serve(platform.servers["s2"]) as two:
            platform.tell(1, platform.map, {"s1": one, "s2": two})
            with psycopg.connect(platform.servers["s2"]) as owner:
                owner.execute(MOVING.encode(), [slot_of(ids["eve"])])
                owner.execute(END_THE_MOVE)
            (project / "shards.json").write_text(
                json.dumps({"people": people, "any": two, "vectors": VECTORS, "asked": calls})
            )
            done = run(project, "node", "shards.js")
        closed = f"select count(*) from core.closed_persons where person_id = '{ids['ben']}'"
        everywhere = [platform.count(shard, closed) for shard in platform.servers]
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = {}
    for line in done.stdout.splitlines():
        said.update(json.loads(line))
    for kind, key in (("ids", "id"), ("uuids", "uuid"), ("codes", "code")):
        wanted = {line[key]: line["slot"] for line in VECTORS[kind]}
        assert dict(zip(wanted, said["slots"][kind], strict=True)) == wanted
    answered = list(zip(calls, said["ways"], strict=True))
    assert [(call, found) for call, found in answered if found != way(call)] == []
    assert {found if isinstance(found, str) else found["kind"] for _, found in answered} == {
        "NoWay",
        "all",
        "export",
        "home",
        "pages",
        "slot",
    }
    del said["slots"], said["ways"]
    assert said == {
        "shards": ["s1", "s2"],
        "wallet ann": [True, 1, 10],
        "wallet ben": [True, 1, 10],
        "seats": ["Player", "Ben", "Player"],
        "games": [0, 1],
        "page": 1,
        "followed": True,
        "moving": [["KG014", None], 1, "string"],
        "old map": [
            [
                ["/rpc/create_wallet", "KG013"],
                ["/rpc/current_shard_map", None],
                ["/rpc/create_wallet", None],
            ],
            True,
            1,
            3,
        ],
        "carries": True,
        "kept": [
            ["cards.game_players", None],
            ["cards.game_players", None],
            ["cards.players", "Ben"],
        ],
        "paged": True,
        "no way": "core.task_gauges",
        "named": True,
    }
    assert everywhere == [1, 1]
