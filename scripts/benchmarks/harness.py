"""Measures how one operation compares with others on the same server, in turn.

A `Case` names an operation of the performance specification, the variants to compare (ours, a floor,
the seed, peers) and the bars between them. Absolute times are not stable on shared machines, so a bar
is a ratio of two medians taken in one run: every round measures every variant once, in random order, so
that no variant always runs on a fresher server. A ratio has an interval, from a bootstrap over the
rounds; a bar is met where all of it is beyond the bar, missed where none of it is, and otherwise unclear,
which asks for more rounds up to a limit.
"""

import gc
import math
import os
import random
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from runner.server import libpq_variables

RATE = "per second"
SECONDS = "seconds"
BYTES = "bytes"
MET, MISSED, UNCLEAR, UNMEASURED = "met", "missed", "unclear", "not measured"
RESAMPLES = 2000
CONFIDENCE = 0.95
WARM_UP = 1  # seconds of pgbench that are not counted, the first after a checkpoint
MORE_ROUNDS = 3  # times the rounds of a case, at most, while a bar is unclear


class Unavailable(Exception):
    """A variant that cannot run here (a peer that could not be installed); the case goes on."""


class Failed(Exception):
    """A measurement that broke; its message is shown in the report."""


@dataclass(frozen=True)
class Options:
    """How much to measure: `quick` is the smoke test, the rest is the claim."""

    quick: bool = False
    seconds: float = 6.0
    rounds: int = 5
    peers: Path = Path(".gamekeeper/peers")

    @classmethod
    def smoke(cls, peers: Path = Path(".gamekeeper/peers")) -> "Options":
        """Return the sizes of the smoke test: it shows that a case runs, not how fast."""
        return cls(quick=True, seconds=0.2, rounds=1, peers=peers)


@dataclass
class Context:
    """What a case's setup and its Python variants get: the case's own database."""

    conninfo: str
    conn: psycopg.Connection
    options: Options
    facts: dict[str, object] = field(default_factory=dict)
    another: Callable[[], "Context"] | None = None

    def sibling(self) -> "Context":
        """Return a second database of the case, as empty as this one was, to compare two sizes in turn."""
        if self.another is None:
            msg = "this case has one database only"
            raise Failed(msg)
        return self.another()

    def size(self, full: int, quick: int) -> int:
        """Return the full size of some data, or its quick size in the smoke test."""
        return quick if self.options.quick else full

    def one(self, query: str, parameters: Sequence[object] | None = None) -> object:
        """Return the first column of the query's first row."""
        row = self.conn.execute(query.encode(), parameters).fetchone()
        if row is None:
            msg = f"no row from: {query}"
            raise Failed(msg)
        return row[0]

    def run(self, statements: str) -> None:
        """Run statements as the owner, each committed."""
        self.conn.execute(statements.encode())


@dataclass(frozen=True)
class Sample:
    """One round of one variant: the value in the case's unit."""

    value: float
    calls: int = 0
    p99_ms: float | None = None
    bytes_per_row: float | None = None


@dataclass(frozen=True)
class Variant:
    """One way to do the operation.

    Give either `script`, a pgbench script, or `measure`, a Python callable that returns a sample (or
    just its value). `once` is SQL that each pgbench client runs before its first transaction; `role`
    and `claims` set the session's role and `request.jwt.claims`. One call handles `rows` rows; rates
    are rows per second. In a case of unit `seconds`, pgbench's value is the time of one client for
    `rows` calls.
    """

    name: str
    work: str
    script: str | None = None
    measure: Callable[[Context], Sample | float] | None = None
    setup: str | Callable[[Context], None] = ""
    once: str = ""
    role: str | None = None
    claims: str | None = None
    variables: dict[str, str | int] = field(default_factory=dict)
    rows: float = 1
    clients: int | None = None
    threads: int | None = None


@dataclass(frozen=True)
class Bar:
    """`variant` / `of` must be `op` `ratio`; without `of`, the variant's own value must be."""

    variant: str
    op: str
    ratio: float
    of: str | None = None

    def met_by(self, value: float) -> bool:
        """Say whether a measured ratio meets the bar."""
        return value >= self.ratio if self.op == ">=" else value <= self.ratio

    def __str__(self) -> str:
        """Return the bar as performance.md words it."""
        return f"{self.variant} {self.op} {self.ratio:g}" + (f" x {self.of}" if self.of else "")


@dataclass(frozen=True)
class Case:
    """An operation of the performance specification with its variants and bars."""

    system: str
    operation: str
    variants: Sequence[Variant]
    bars: Sequence[Bar] = ()
    unit: str = RATE
    setup: str | Callable[[Context], None] = ""
    clients: int = 8
    threads: int = 2
    rounds: int | None = None
    rows_are: str = "calls"

    def __post_init__(self) -> None:
        """Refuse a bar over a variant that the case does not have: it could never be missed."""
        names = {variant.name for variant in self.variants}
        for bar in self.bars:
            if unknown := {bar.variant, bar.of} - names - {None}:
                msg = f"{self.operation}: bar over unknown variant {unknown}"
                raise ValueError(msg)

    @property
    def name(self) -> str:
        """Return the case's short name, for files and `--only`."""
        return re.sub(r"[^a-z0-9]+", "-", f"{self.system} {self.operation}".lower()).strip("-")


@dataclass
class Measured:
    """All rounds of one variant, or why there are none."""

    variant: Variant
    samples: list[Sample] = field(default_factory=list)
    missing: str | None = None

    @property
    def median(self) -> float | None:
        """Return the median value of the rounds."""
        return statistics.median(s.value for s in self.samples) if self.samples else None

    def median_of(self, attribute: str) -> float | None:
        """Return the median of another attribute of the samples, over the rounds that have it."""
        values = [v for s in self.samples if (v := getattr(s, attribute)) is not None]
        return statistics.median(values) if values else None


@dataclass
class Outcome:
    """What one case measured."""

    case: Case
    variants: dict[str, Measured]
    seconds: float = 0.0
    error: str | None = None

    def ratio(self, bar: Bar) -> float | None:
        """Return what the bar is about: a ratio of medians, or one median."""
        rounds = self.rounds(bar)
        return ratio_of_medians(rounds) if rounds else None

    def rounds(self, bar: Bar) -> list[tuple[float, float]]:
        """Return the value of the bar's variant in each round with the value that it is compared with."""
        samples = self.variants[bar.variant].samples
        if bar.of is None:
            return [(sample.value, 1.0) for sample in samples]
        others = self.variants[bar.of].samples
        return [(sample.value, other.value) for sample, other in zip(samples, others, strict=False)]

    def interval(self, bar: Bar) -> tuple[float, float] | None:
        """Return between which ratios the rounds leave the true one: a bootstrap over whole rounds."""
        rounds = self.rounds(bar)
        if not rounds:
            return None
        chance = random.Random(0)  # the same rounds always have the same interval
        ratios = sorted(
            ratio_of_medians(chance.choices(rounds, k=len(rounds))) for _ in range(RESAMPLES)
        )
        outside = round((1 - CONFIDENCE) / 2 * RESAMPLES)
        return ratios[outside], ratios[-1 - outside]

    def verdict(self, bar: Bar) -> str:
        """Say whether the bar is met by the whole interval, by nothing of it, or neither; a variant that stopped shows nothing."""
        interval = self.interval(bar)
        stopped = any(self.variants[name].missing for name in (bar.variant, bar.of) if name)
        if interval is None or stopped:
            return UNMEASURED
        met = {bar.met_by(ratio) for ratio in interval}
        return UNCLEAR if len(met) == 2 else MET if met == {True} else MISSED


def ratio_of_medians(rounds: Sequence[tuple[float, float]]) -> float:
    """Return the median of the first values over the median of the second ones."""
    values, others = zip(*rounds, strict=True)
    other = statistics.median(others)
    return statistics.median(values) / other if other else math.inf


def pgbench_path() -> str:
    """Find pgbench: in the path, or where Debian puts it."""
    found = shutil.which("pgbench")
    if found:
        return found
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))
    if not debian:
        msg = "pgbench is missing: install Debian's package postgresql (it holds pgbench)"
        raise Unavailable(msg)
    return str(debian[-1])


def percentile(values: list[int], part: float) -> float:
    """Return the nearest-rank percentile."""
    ordered = sorted(values)
    return ordered[max(math.ceil(part * len(ordered)) - 1, 0)]


def database_size(ctx: Context) -> int:
    """Return the database's size on disk."""
    return int(str(ctx.one("select pg_database_size(current_database())")))


def with_growth(
    ctx: Context, rows: Callable[[Sample], float], take: Callable[[], Sample]
) -> Sample:
    """Take a sample and add by how many bytes the database grew for each row."""
    before = database_size(ctx)
    sample = take()
    written = rows(sample)
    if not written or sample.bytes_per_row is not None:
        return sample
    return replace(sample, bytes_per_row=max(database_size(ctx) - before, 0) / written)


def counted(logged: Sequence[bytes], warm_up: float) -> tuple[list[int], float]:
    """Return the latencies (microseconds) of transactions that ended after the warm-up, and their rate per second.

    A line of pgbench's log says client, number, latency, script, and the second and microsecond of the end.
    """
    ends = []
    for line in logged:
        fields = line.split(b" ")
        ends.append((int(fields[4]) * 1_000_000 + int(fields[5]), int(fields[2])))
    if not ends:
        return [], 0.0
    begin = min(end - latency for end, latency in ends) + round(warm_up * 1_000_000)
    latencies = [latency for end, latency in ends if end > begin]
    seconds = (max(end for end, _ in ends) - begin) / 1_000_000
    return latencies, len(latencies) / seconds if latencies else 0.0


def pgbench(ctx: Context, case: Case, variant: Variant, seconds: float) -> Sample:
    """Run a variant's script with pgbench for some seconds, which begin after the warm-up.

    After a checkpoint the first write to a page logs the whole page. All calls are in the sample's number of calls;
    its rate and latency are those of the counted seconds.
    """
    clients = variant.clients or case.clients
    threads = min(variant.threads or case.threads, clients)
    script = (variant.script or "").strip()
    if variant.once:
        once = variant.once.strip().rstrip(";")
        script = f"\\if :_started = 0\n{once};\n\\set _started 1\n\\endif\n{script}"
    settings = {"synchronous_commit": "on"}
    if variant.role:
        settings["role"] = variant.role
    if variant.claims:
        settings["request.jwt.claims"] = variant.claims
    options = " ".join(
        "-c " + f"{key}={value}".replace("\\", "\\\\").replace(" ", "\\ ")
        for key, value in settings.items()
    )
    environment = os.environ | libpq_variables(ctx.conninfo) | {"PGOPTIONS": options}
    with tempfile.TemporaryDirectory(prefix="gamekeeper-bench-") as folder:
        Path(folder, "script.sql").write_text(script + "\n")
        command = [pgbench_path(), "--no-vacuum", "--protocol=prepared"]
        command += ["--log", "--log-prefix=t", "--file=script.sql"]
        command += [f"--client={clients}", f"--jobs={threads}"]
        # pgbench knows whole seconds only, and one for each variant is long for a smoke test.
        few = ctx.options.quick and ctx.options.seconds < 1
        warm_up = 0 if ctx.options.quick else WARM_UP
        time_limit = max(math.ceil(seconds), 1) + warm_up
        command.append("--transactions=10" if few else f"--time={time_limit}")
        if variant.once:
            command.append("--define=_started=0")
        command += [f"--define={key}={value}" for key, value in variant.variables.items()]
        command.append(environment["PGDATABASE"])
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            msg = f"{variant.name}: pgbench failed: {done.stderr.strip()[-600:]}"
            raise Failed(msg)
        logged = [
            line for log in Path(folder).glob("t.*") for line in log.read_bytes().splitlines()
        ]
    latencies, rate = counted(logged, warm_up)
    if not latencies:
        msg = f"{variant.name}: no transaction finished: {done.stdout.strip()[-300:]}"
        raise Failed(msg)
    # A time is of `rows` calls of one client, a rate of the rows that all clients handled.
    value = variant.rows / (rate / clients) if case.unit == SECONDS else variant.rows * rate
    return Sample(value, calls=len(logged), p99_ms=percentile(latencies, 0.99) / 1000)


def take_sample(ctx: Context, case: Case, variant: Variant) -> Sample:
    """Measure one variant once."""
    if variant.measure:
        measure = variant.measure

        def by_python() -> Sample:
            result = measure(ctx)
            return result if isinstance(result, Sample) else Sample(float(result))

        if case.unit == BYTES:
            return by_python()
        return with_growth(ctx, lambda s: s.calls * variant.rows, by_python)
    return with_growth(
        ctx,
        lambda s: s.calls * variant.rows,
        lambda: pgbench(ctx, case, variant, ctx.options.seconds),
    )


def prepare(ctx: Context, setup: str | Callable[[Context], None]) -> None:
    """Run a setup, SQL or a callable."""
    if callable(setup):
        setup(ctx)
    elif setup:
        ctx.run(setup)


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds some Python work took."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Database:
    """A database made from a template for one case, dropped at the end."""

    def __init__(self, server: str, template: str, name: str) -> None:
        """Remember where to make it; `server` is a connection string to any of its databases."""
        self.server = server
        self.template = template
        self.name = name[:63]

    def __enter__(self) -> str:
        """Create it and return its connection string."""
        with psycopg.connect(self.server, autocommit=True) as conn:
            name, template = sql.Identifier(self.name), sql.Identifier(self.template)
            conn.execute(sql.SQL("drop database if exists {} with (force)").format(name))
            conn.execute(sql.SQL("create database {} template {}").format(name, template))
        return make_conninfo(self.server, dbname=self.name)

    def __exit__(self, *_: object) -> None:
        """Drop it."""
        with psycopg.connect(self.server, autocommit=True) as conn:
            name = sql.Identifier(self.name)
            conn.execute(sql.SQL("drop database if exists {} with (force)").format(name))


def run_case(
    case: Case,
    server: str,
    template: str,
    options: Options,
    progress: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Run one case in a database of its own, cloned from a deployed template."""
    outcome = Outcome(case, {v.name: Measured(v) for v in case.variants})
    start = time.perf_counter()
    name = f"gamekeeper_bench_{os.getpid()}_{case.system}"
    with ExitStack() as stack:

        def database(suffix: str = "_b") -> Context:
            conninfo = stack.enter_context(Database(server, template, name + suffix))
            conn = stack.enter_context(psycopg.connect(conninfo, autocommit=True))
            return Context(conninfo, conn, options)

        ctx = database("")
        ctx.another = database
        try:
            progress("set-up")
            prepare(ctx, case.setup)
            for measured in outcome.variants.values():
                progress(f"set-up of {measured.variant.name}")
                try:
                    prepare(ctx, measured.variant.setup)
                except (Failed, Unavailable, psycopg.Error) as reason:
                    measured.missing = str(reason).strip()
            if not options.quick:
                ctx.run("vacuum analyze")
            run_rounds(ctx, case, outcome, progress)
        except (Failed, psycopg.Error) as error:
            outcome.error = str(error).strip()
    outcome.seconds = time.perf_counter() - start
    return outcome


def run_rounds(ctx: Context, case: Case, outcome: Outcome, progress: Callable[[str], None]) -> None:
    """Measure every variant once a round, in random order, until every bar is clear or enough is enough."""
    rounds = ctx.options.rounds if ctx.options.quick else (case.rounds or ctx.options.rounds)
    most = rounds if ctx.options.quick else rounds * MORE_ROUNDS
    for number in range(1, most + 1):
        if number > rounds and UNCLEAR not in map(outcome.verdict, case.bars):
            return
        names = [name for name, measured in outcome.variants.items() if not measured.missing]
        for name in random.sample(names, len(names)):
            measured = outcome.variants[name]
            progress(f"round {number} of {max(number, rounds)}: {name}")
            if not ctx.options.quick:
                ctx.run("checkpoint")
            try:
                measured.samples.append(take_sample(ctx, case, measured.variant))
            except (Failed, Unavailable, psycopg.Error) as reason:
                measured.missing = str(reason).strip()
