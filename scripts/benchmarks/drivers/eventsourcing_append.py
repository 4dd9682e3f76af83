"""Appends events through the eventsourcing library's Postgres recorder for some seconds.

Runs as a program of its own, with the library's folder among its orders, so that the bench never
imports it. Prints one JSON line: calls, seconds, p99_ms.
"""

from __future__ import annotations

import json
import multiprocessing
import random
import sys
import threading
import time
import uuid
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

ORDERS = json.loads(sys.argv[1])
sys.path.insert(0, ORDERS["folder"])

from eventsourcing.persistence import StoredEvent  # noqa: E402
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore  # noqa: E402


def recorder(threads: int) -> PostgresApplicationRecorder:
    """Return the recorder of the bench's table, with one connection to a thread."""
    datastore = PostgresDatastore(
        ORDERS["dbname"],
        ORDERS["host"],
        ORDERS["port"],
        ORDERS["user"],
        ORDERS["password"],
        pool_size=threads,
        connect_timeout=30,
        enable_db_functions=True,
    )
    return PostgresApplicationRecorder(datastore, events_table_name="eventsourcing_events")


def append(made: PostgresApplicationRecorder, until: float, latencies: list[float]) -> None:
    """Append to streams of this thread's own until the time is over."""
    versions = dict.fromkeys(
        (uuid.uuid4() for _ in range(max(ORDERS["streams"] // ORDERS["clients"], 1))), 0
    )
    streams = list(versions)
    state = ORDERS["payload"].encode()
    while (start := time.perf_counter()) < until:
        stream = random.choice(streams)
        first = versions[stream]
        made.insert_events(
            [
                StoredEvent(stream, first + number, "card_played", state)
                for number in range(ORDERS["events"])
            ]
        )
        versions[stream] = first + ORDERS["events"]
        latencies.append(time.perf_counter() - start)


def work(barrier: Barrier, results: Queue[list[float]]) -> None:
    """Be one process: its share of the threads, started when all processes are connected."""
    threads = ORDERS["clients"] // ORDERS["processes"]
    made = recorder(threads)
    latencies: list[list[float]] = [[] for _ in range(threads)]
    append(made, time.perf_counter() + 0.2, [])
    barrier.wait(timeout=60)
    until = time.perf_counter() + ORDERS["seconds"]
    running = [threading.Thread(target=append, args=(made, until, found)) for found in latencies]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    results.put([latency for found in latencies for latency in found])
    made.datastore.close()


def main() -> None:
    """Start the processes and print what they did."""
    # Before the processes start: two that make it at once get in each other's way, and one stops.
    made = recorder(1)
    made.create_table()
    made.datastore.close()
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(ORDERS["processes"])
    results: Queue[list[float]] = context.Queue()
    running = [
        context.Process(target=work, args=(barrier, results)) for _ in range(ORDERS["processes"])
    ]
    for process in running:
        process.start()
    latencies = sorted(
        latency for _ in running for latency in results.get(timeout=ORDERS["seconds"] + 60)
    )
    for process in running:
        process.join()
    answer = {
        "calls": len(latencies),
        "seconds": ORDERS["seconds"],
        "p99_ms": latencies[int(0.99 * (len(latencies) - 1))] * 1000,
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
