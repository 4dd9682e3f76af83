"""The bench harness measures what it says, and its cases run."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from rich.console import Console

import benchmarks
from benchmarks import report
from benchmarks.harness import (
    BYTES,
    MET,
    MISSED,
    MORE_ROUNDS,
    SECONDS,
    UNCLEAR,
    UNMEASURED,
    Bar,
    Case,
    Context,
    Database,
    Measured,
    Options,
    Outcome,
    Sample,
    Unavailable,
    Variant,
    counted,
    prepare,
    take_sample,
)
from benchmarks.peers import PEERS, append_variants
from runner import ROOT, STATE, Problem
from runner.testing import TestDatabases

FAST = Options(quick=True, seconds=0.2, rounds=2)


def measured(case: Case, databases: TestDatabases) -> benchmarks.Outcome:
    """Run a made-up case on a clone of the test template."""
    return benchmarks.run_case(
        case, databases.server.conninfo("postgres"), databases.template, FAST
    )


def constant(name: str, value: float) -> Variant:
    """Return a variant that always measures the same."""
    return Variant(name, "nothing", measure=lambda _: Sample(value, calls=1))


def test_a_rate_is_measured_with_its_latency_and_growth(test_databases: TestDatabases) -> None:
    outcome = measured(
        Case(
            "core",
            "inserts",
            [
                Variant(
                    "ours",
                    "an insert",
                    script="insert into kept (note) values (repeat('x', 100));",
                    setup="create table kept (id bigserial primary key, note text)",
                ),
                Variant(
                    "once",
                    "a setting",
                    script="select :number;",
                    once="select 1",
                    variables={"number": 7},
                ),
            ],
            [Bar("ours", ">=", 0.001, of="once")],
        ),
        test_databases,
    )
    assert outcome.error is None
    ours = outcome.variants["ours"]
    assert [sample.calls > 0 for sample in ours.samples] == [True, True]
    assert (ours.median_of("p99_ms") or 0) > 0
    smallest_row = 100
    assert (ours.median_of("bytes_per_row") or 0) > smallest_row
    assert outcome.verdict(outcome.case.bars[0]) == MET


def test_a_role_and_its_claims_reach_the_session(test_databases: TestDatabases) -> None:
    user = "8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10"
    outcome = measured(
        Case(
            "core",
            "as a user",
            [
                Variant(
                    "ours",
                    "reads its id",
                    script=f"select 1 / (auth.uid() = '{user}' and current_user = 'authenticated')::int;",
                    role="authenticated",
                    claims='{"sub": "' + user + '", "role": "authenticated"}',
                )
            ],
        ),
        test_databases,
    )
    assert outcome.variants["ours"].missing is None
    assert outcome.variants["ours"].samples


@pytest.mark.parametrize(("op", "word"), [(">=", "met"), ("<=", "missed")])
def test_a_bar_is_a_ratio_of_medians(op: str, word: str, test_databases: TestDatabases) -> None:
    bar = Bar("ours", op, 1.9, of="floor")
    case = Case("core", "bytes", [constant("ours", 200), constant("floor", 100)], [bar], unit=BYTES)
    outcome = measured(case, test_databases)
    assert outcome.ratio(bar) == 200 / 100
    assert outcome.verdict(bar) == word


def outcome_of(bar: Bar, ours: list[float], floor: list[float]) -> Outcome:
    """Return an outcome with these rounds."""
    case = Case("core", "rounds", [constant("ours", 0), constant("floor", 0)], [bar])
    rounds = {"ours": ours, "floor": floor}
    return Outcome(
        case, {v.name: Measured(v, [Sample(x) for x in rounds[v.name]]) for v in case.variants}
    )


@pytest.mark.parametrize(
    ("op", "ours", "word"),
    [
        (">=", [11, 12, 11, 13, 12], MET),
        (">=", [8, 9, 8, 9, 9], MISSED),
        (">=", [7, 12, 11, 9, 12], UNCLEAR),
        ("<=", [11, 12, 11, 13, 12], MISSED),
        ("<=", [8, 9, 8, 9, 9], MET),
        ("<=", [7, 12, 11, 9, 12], UNCLEAR),
        (">=", [10, 10, 10, 10, 10], MET),
        (">=", [], UNMEASURED),
    ],
)
def test_a_bar_is_met_or_missed_only_by_the_whole_interval(
    op: str, ours: list[float], word: str
) -> None:
    bar = Bar("ours", op, 1, of="floor")
    outcome = outcome_of(bar, ours, [10] * len(ours))
    assert outcome.verdict(bar) == word
    assert outcome.interval(bar) == outcome.interval(bar)
    if ours:
        low, high = outcome.interval(bar) or (0, 0)
        assert min(ours) / 10 <= low <= (outcome.ratio(bar) or 0) <= high <= max(ours) / 10


def test_noise_that_both_variants_feel_in_a_round_widens_no_interval() -> None:
    bar = Bar("ours", ">=", 0.5, of="floor")
    load = [1.0, 3.0, 0.4, 2.0, 1.5]
    outcome = outcome_of(bar, [6 * each for each in load], [10 * each for each in load])
    assert outcome.interval(bar) == pytest.approx((0.6, 0.6))


def test_an_unclear_bar_asks_for_more_rounds_up_to_a_limit(test_databases: TestDatabases) -> None:
    values = iter([2, 0.5, 2, 0.5, *[2.0] * 100])
    taken: list[str] = []

    def wavering(_: Context) -> float:
        taken.append("ours")
        return next(values)

    def steady(_: Context) -> float:
        taken.append("floor")
        return 1

    def rounds(bar: Bar, options: Options) -> int:
        variants = [
            Variant("ours", "", measure=wavering),
            Variant("floor", "", measure=steady),
        ]
        place = (test_databases.server.conninfo("postgres"), test_databases.template)
        outcome = benchmarks.run_case(Case("core", "more", variants, [bar]), *place, options)
        assert outcome.error is None
        return len(outcome.variants["ours"].samples)

    bar = Bar("ours", ">=", 1, of="floor")
    assert 4 < rounds(bar, Options(rounds=4)) <= 4 * MORE_ROUNDS
    assert rounds(bar, Options(rounds=4)) == 4
    values = iter([2, 0.5] * 100)
    assert rounds(bar, Options(rounds=2)) == 2 * MORE_ROUNDS
    assert rounds(bar, replace(FAST, rounds=2)) == 2
    firsts = {tuple(taken[at : at + 2]) for at in range(0, len(taken), 2)}
    assert firsts == {("ours", "floor"), ("floor", "ours")}


def test_a_variant_that_cannot_run_is_told_and_the_case_goes_on(
    test_databases: TestDatabases,
) -> None:
    bar = Bar("ours", ">=", 1, of="broken")
    broken = Variant("broken", "fails", script="select 1/0;")
    case = Case("core", "half", [constant("ours", 1), broken], [bar])
    outcome = measured(case, test_databases)
    assert outcome.variants["ours"].samples
    assert "division by zero" in (outcome.variants["broken"].missing or "")
    assert outcome.verdict(bar) == "not measured"


def test_a_bar_over_a_variant_that_stopped_is_not_measured() -> None:
    bar = Bar("ours", ">=", 0.5, of="floor")
    outcome = outcome_of(bar, [6.0], [10.0])
    assert outcome.verdict(bar) == "met"
    outcome.variants["ours"].missing = "it fell in the second round"
    assert outcome.verdict(bar) == "not measured"


def test_a_bar_over_a_variant_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown variant"):
        Case("core", "typo", [constant("ours", 1)], [Bar("ours", ">=", 1, of="flour")])


def test_the_report_has_tables_markdown_and_plots(
    test_databases: TestDatabases, tmp_path: Path
) -> None:
    bar = Bar("ours", "<=", 0.5, of="seed")
    case = Case("core", "time", [constant("ours", 1), constant("seed", 4)], [bar], unit=SECONDS)
    outcome = measured(case, test_databases)
    console = Console(record=True, width=120)
    console.print(report.case_table(outcome), report.summary([outcome]))
    assert "met: ours <= 0.5 x seed, measured 0.25" in console.export_text()
    plots = report.plots([outcome], tmp_path)
    assert [plot.name for plot in plots] == ["core.png", "bars.png"]
    assert all(plot.read_bytes().startswith(b"\x89PNG") for plot in plots)


@pytest.mark.parametrize("case", benchmarks.all_cases(), ids=lambda case: case.name)
def test_every_case_runs_on_small_data(case: Case, test_databases: TestDatabases) -> None:
    # One round of a second at most; peers would be installed from the network, so they are left out.
    peers = [v.name for v in case.variants if v.name.split(",")[0].split()[0] in PEERS]
    kept = [variant for variant in case.variants if variant.name not in peers]
    bars = [bar for bar in case.bars if {bar.variant, bar.of}.isdisjoint(peers)]
    outcome = benchmarks.run_case(
        replace(case, variants=kept, bars=bars),
        test_databases.server.conninfo("postgres"),
        test_databases.template,
        Options.smoke(),
    )
    assert outcome.error is None
    assert {name: found.missing for name, found in outcome.variants.items() if found.missing} == {}


def test_a_run_leaves_its_document_and_plots(
    test_databases: TestDatabases, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = Bar("ours", "<=", 0.2, of="seed")
    case = Case("core", "time", [constant("ours", 1), constant("seed", 4)], [bar], unit=SECONDS)
    monkeypatch.setattr(benchmarks, "all_cases", lambda: [case])
    console = Console(record=True, width=120)
    place = (test_databases.server.conninfo("postgres"), test_databases.template, tmp_path, console)
    with pytest.raises(Problem, match="not published"):
        benchmarks.main(*place, quick=True, publish=True)
    with pytest.raises(Problem, match="published whole"):
        benchmarks.main(*place, systems=["core"], publish=True)
    readme = tmp_path / "README.md"
    readme.write_text(
        "Before\n<!-- measured: written by scripts/bench --publish -->\nold\n<!-- measured: end -->\nAfter\n"
    )
    benchmarks.main(*place, rounds=1, publish=True)
    (written,) = (tmp_path / "bench-results").glob("*.json")
    document = json.loads(written.read_text())
    assert document["machine"]["postgres"]["synchronous_commit"] == "on"
    assert [variant["median"] for variant in document["cases"][0]["variants"]] == [1, 4]
    published = tmp_path / "docs" / "benchmarks"
    assert json.loads((published / "latest.json").read_text()) == document
    assert (published / "core.png").exists() and "| seed | 4 s |" in (
        published / "latest.md"
    ).read_text()
    assert "`scripts/bench --rounds 1 --publish`" in readme.read_text()
    assert (
        "| time | 1 s | 0.25 | 0.25 to 0.25 | ours <= 0.2 x seed | **missed** |\n"
        in readme.read_text()
    )
    assert readme.read_text().startswith("Before\n<!--") and readme.read_text().endswith(
        "-->\nAfter\n"
    )
    assert "old" not in readme.read_text()


def test_readme_quotes_the_published_run() -> None:
    run = json.loads((ROOT / "docs" / "benchmarks" / "latest.json").read_text())
    readme = (ROOT / "README.md").read_text()
    assert report.quoted(readme, run) == readme
    with pytest.raises(ValueError, match="no place"):
        report.quoted("nothing to replace", run)


@pytest.mark.parametrize("chosen", [{"only": "no such case"}, {"systems": ["xp"], "only": "act"}])
def test_a_name_that_fits_nothing_is_refused_with_the_names_that_there_are(
    chosen: dict[str, Any], tmp_path: Path
) -> None:
    place = ("", "", tmp_path, Console())
    with pytest.raises(Problem, match="xp-xp-claim") as refused:
        benchmarks.main(*place, quick=True, **chosen)
    assert ("slots-slots-wallet-operation" in str(refused.value)) == ("systems" not in chosen)
    with pytest.raises(Problem, match="no system is called slot: cards, core, slots, sparc, xp"):
        benchmarks.main(*place, quick=True, systems=["slot"])


@pytest.mark.parametrize("events", [1, 3])
@pytest.mark.parametrize("peer", [peer for peer in PEERS if peer != "pgledger"])
def test_a_peer_appends_what_it_is_told(
    peer: str, events: int, test_databases: TestDatabases
) -> None:
    payload = '{"card": "d0:hearts:A", "_v": 1}'
    variants = append_variants(payload, events=events, only=lambda name: name.startswith(peer))
    case = Case("cards", "peers", variants)
    options = Options(quick=True, seconds=0.5, rounds=1, peers=STATE / "peers")
    # Not a clone of the tests': a peer's functions have no place in our coverage.
    server, name = (
        test_databases.server.conninfo("postgres"),
        f"gamekeeper_bench_{os.getpid()}_peer",
    )
    with (
        Database(server, test_databases.template, name) as conninfo,
        psycopg.connect(conninfo, autocommit=True) as conn,
    ):
        ctx = Context(conninfo, conn, options)
        for variant in variants:
            try:
                prepare(ctx, variant.setup)
                sample = take_sample(ctx, case, variant)
            except Unavailable as reason:
                pytest.skip(str(reason))
            assert sample.calls > 0 and sample.value > 0 and (sample.p99_ms or 0) > 0
        rows = {
            "message-db": "select count(*), min(data ->> 'card') from message_store.messages",
            "eventsourcing": "select count(*), min(convert_from(state, 'utf8')::jsonb ->> 'card')"
            " from eventsourcing_events",
            "emmett": "select count(*), min(message_data ->> 'card') from emt_messages",
        }
        found = conn.execute(rows[peer].encode()).fetchone()
    assert found and found[0] >= sample.calls * events and found[0] % events == 0
    assert found[1] == "d0:hearts:A"


def test_a_warm_up_is_not_counted() -> None:
    """What ended in the warm-up counts neither for the rate nor for the latency."""
    # client, number, latency in microseconds, script, second and microsecond of the end: one call each half second
    slow = [b"0 %d 500000 0 %d %d" % (n, 100 + n // 2, n % 2 * 500_000) for n in range(1, 5)]
    quick = [b"1 %d 250000 0 %d %d" % (n, 102 + n // 4, n % 4 * 250_000) for n in range(1, 9)]
    assert counted(slow + quick, 2) == ([250_000] * 8, 4.0)
    assert counted(slow, 0) == ([500_000] * 4, 2.0)
    assert counted([], 1) == ([], 0.0)
