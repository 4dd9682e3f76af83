"""The TypeScript client: built and packed, type-checked, run before a stub of PostgREST; its followers under every fault."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from uuid import uuid4

import pytest
from tests.clients.postgrest import serve, token

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


def checked(project: Path, text: str) -> str:
    """Type-check and compile a program; return the complaints."""
    (project / "evening.ts").write_text(text)
    done = run(project, "bin/tsc", "-p", ".")
    return done.stdout + done.stderr


EVENING = (HERE / "evening.ts").read_text()


def test_the_package_has_its_types_and_nothing_else(project: Path) -> None:
    names = {
        str(path.relative_to(project / "node_modules" / "gamekeeper-client"))
        for path in (project / "node_modules" / "gamekeeper-client").rglob("*.*")
    }
    wanted = {
        f"dist/{n}.{e}" for n in ("api", "errors", "index", "runtime") for e in ("js", "d.ts")
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
