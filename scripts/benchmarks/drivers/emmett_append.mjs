// Appends events through Emmett's Postgres event store for some seconds and prints one JSON line:
// calls, seconds, p99_ms. It runs from the folder that holds the installed packages.
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql";
import { randomInt } from "node:crypto";

const orders = JSON.parse(process.argv[2]);
const password = orders.password ? `:${encodeURIComponent(orders.password)}` : "";
const address = `${orders.host}:${orders.port}/${orders.dbname}`;
const url = `postgresql://${orders.user}${password}@${address}?max=${orders.clients}`;
const store = getPostgreSQLEventStore(url);
const data = JSON.parse(orders.payload);
const events = Array.from({ length: orders.events }, () => ({ type: "card_played", data }));

await store.schema.migrate();
const run = Date.now().toString(36);
const latencies = [];

async function client(number, until, found) {
  const mine = Math.max(Math.floor(orders.streams / orders.clients), 1);
  while (performance.now() < until) {
    const start = performance.now();
    await store.appendToStream(`game-${run}-${number}-${randomInt(mine)}`, events);
    found.push(performance.now() - start);
  }
}

const clients = Array.from({ length: orders.clients }, (_, number) => number);
await Promise.all(clients.map((number) => client(number, performance.now() + 200, [])));
const begun = performance.now();
const until = begun + orders.seconds * 1000;
await Promise.all(clients.map((number) => client(number, until, latencies)));
const seconds = (performance.now() - begun) / 1000;
latencies.sort((a, b) => a - b);
const p99 = latencies[Math.floor(0.99 * (latencies.length - 1))];
console.log(JSON.stringify({ calls: latencies.length, seconds, p99_ms: p99 }));
await store.close();
