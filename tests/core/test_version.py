"""One release has one number."""

import tomllib

import psycopg

from runner import ROOT


def test_the_database_and_the_package_have_the_same_version(fresh_database: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    with psycopg.connect(fresh_database) as connection:
        assert connection.execute("select core.version()").fetchone() == (project["version"],)
