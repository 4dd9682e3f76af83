"""core.ensure_partitions with the real pg_partman, where the server offers it."""

from __future__ import annotations

import psycopg
import pytest


def test_partman_makes_the_partitions_of_a_table_it_manages(fresh_database: str) -> None:
    """A table handed to pg_partman gets its partitions from it, closed like ours, on maintain()."""
    with psycopg.connect(fresh_database, autocommit=True) as owner:
        offered = owner.execute(
            "select split_part(default_version, '.', 1)::int from pg_available_extensions"
            " where name = 'pg_partman'"
        ).fetchone()
        if offered is None:
            pytest.skip("pg_partman is not available on this server")
        owner.execute("create schema partman; create extension pg_partman schema partman")
        owner.execute(
            "create table core.sample (at timestamptz not null) partition by range (at);"
            "create table core.sample_default partition of core.sample default;"
            "alter table core.sample enable row level security;"
            "alter table core.sample owner to gamekeeper;"
            "alter table core.sample_default owner to gamekeeper;"
            "grant usage, create on schema partman to gamekeeper;"
            "grant all on all tables in schema partman to gamekeeper;"
            "grant execute on all functions in schema partman to gamekeeper;"
            "grant execute on all procedures in schema partman to gamekeeper;"
            "insert into core.partitioned_tables values ('core.sample', 'month', 2, null)"
        )
        # pg_partman 4 always makes the default partition itself; so does 5 unless told not to
        owner.execute("drop table core.sample_default")
        kind = "'native', 'monthly'" if offered[0] < 5 else "'1 month'"
        owner.execute("set role gamekeeper")  # so that it owns the partitions
        owner.execute(f"select partman.create_parent('core.sample', 'at', {kind}, p_premake => 2)")
        owner.execute("reset role")
        before = owner.execute(
            "select count(*) from core.partitions where table_name = 'core.sample'"
        ).fetchone()
        assert before is not None and before[0] > 1, "pg_partman made its first partitions"
        owner.execute("update partman.part_config set premake = 8, infinite_time_partitions = true")

        ran = owner.execute(
            "select ok, detail from core.maintain_once() where task = 'core.partitions'"
        ).fetchone()
        assert ran is not None and ran[0], ran

        after = owner.execute(
            "select count(*), count(*) filter (where not c.relrowsecurity) from core.partitions p"
            " join pg_class c on c.oid = p.partition where p.table_name = 'core.sample'"
        ).fetchone()
        assert after is not None
        assert after[0] > before[0], "pg_partman made further ones through core.maintain_once()"
        assert after[1] == 0, "all of them have row level security"
        detail = owner.execute(
            "select detail from core.health() where name = 'core.partman'"
        ).fetchone()
        assert detail is not None and "core.sample" in detail[0]
