// A program where people live on two servers: tsc checks it, and a test runs it before a stub of PostgREST for each.
import { PostgrestClient } from "@supabase/postgrest-js";
import { readFileSync } from "node:fs";
import { call, type Database, followGame, NoWay, Shards, slotIn, slotOf, slotOfCode, wayOf } from "gamekeeper-client";

type Who = { id: string | null; token: string };
type Asked = { name: string; given: Record<string, string | boolean | null>; person: string | null };
const { people, any, vectors, asked }: {
  people: { [name in "ann" | "ben" | "cai" | "dov" | "eve" | "service"]: Who };
  any: string;
  vectors: { ids: { id: string }[]; uuids: { uuid: string }[]; codes: { code: string }[] };
  asked: Asked[];
} = JSON.parse(readFileSync("shards.json", "utf8"));
const show = (name: string, value: unknown) => console.log(JSON.stringify({ [name]: value }));

// slots and ways, as everywhere
show("slots", {
  ids: await Promise.all(vectors.ids.map(({ id }) => slotOf(id))),
  uuids: vectors.uuids.map(({ uuid }) => slotIn(uuid)),
  codes: vectors.codes.map(({ code }) => slotOfCode(code)),
});
const ways = asked.map(({ name, given, person }) => wayOf(name, given, person).catch((error) => error.name));
show("ways", await Promise.all(ways));

// each caller, and what their client sends
const sent: { path: string; key: unknown; code: string | null }[] = [];
let refused = async (_: string) => {};
const watch: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init);
  const code: string | null = answer.ok ? null : (await answer.clone().json()).code;
  const key = init?.body ? JSON.parse(String(init.body)).idempotency_key : undefined;
  sent.push({ path: new URL(String(input)).pathname, key, code });
  if (code) await refused(code);
  return answer;
};
const shardsOf = ({ id, token }: Who) => {
  const open = (address: string) =>
    new PostgrestClient<Database>(address, { headers: { Authorization: `Bearer ${token}` }, fetch: watch });
  return new Shards({ any: open(any), open, person: id });
};
const { ann, ben, cai, dov, eve, service } = people;
const [a, b, c] = [shardsOf(ann), shardsOf(ben), shardsOf(cai)];
const backend = shardsOf(service);
show("shards", await a.names());

// wallets where their owners live, and one's own rows under policies
for (const [name, shards, { id }] of [["ann", a, ann], ["ben", b, ben]] as const) {
  const wallet = await call(shards, "slots", "create_wallet", { currency: "AUD", daily_limit: 100 });
  await call(backend, "slots", "wallet_operation", { wallet_id: wallet.wallet_id, operation: "credit", amount: 10 });
  const home = await shards.ofPerson(id!);
  const rows = await home.schema("slots").from("wallets").select("wallet_id, balance");
  show(`wallet ${name}`, [home === (await shards.ofId(wallet.wallet_id)), rows.data?.length, rows.data?.[0]?.balance]);
}

// a game of people of both servers
await call(b, "cards", "upsert_player", { display_name: "Ben", avatar_seed: "b", color: "navy" });
const ticket = await call(a, "cards", "create_game", { config: { maxPlayers: 4 } });
for (const shards of [b, shardsOf(dov)]) await call(shards, "cards", "join_game", { join_code: ticket.join_code! });
await call(a, "cards", "start_game", { game_id: ticket.game_id });
const view = await call(b, "cards", "player_view", { game_id: ticket.game_id });
show("seats", view.players.map((seat) => seat.displayName));
const own = await call(b, "cards", "create_game", { config: { maxPlayers: 2 } });
const games = await call(b, "cards", "my_games", {});
show("games", games.map(({ game_id }) => [own.game_id, ticket.game_id].indexOf(game_id)));
show("page", (await call(b, "cards", "my_games", { page_size: 1 })).length);
const seen: number[] = [];
const following = followGame(b, ticket.game_id, { show: (event) => void seen.push(event.event_index) });
await following.look();
following.stop();
show("followed", seen.length > 3 && seen.every((index, at) => index === at));

// a slot that moves is waited for, with the same key
const known = await c.map();
const tell = async (version: number, map: readonly string[]) => {
  for (const shard of await backend.names()) {
    const one = await backend.only(shard);
    await call(one, "core", "set_shard_map", { version, here: shard, addresses: { ...known.addresses }, map: [...map] });
  }
};
refused = async (code) => {
  refused = async () => {};
  const headers = { Authorization: `Bearer ${service.token}`, "Content-Profile": "core" };
  if (code === "KG014") await fetch(`${known.addresses.s2}/rpc/end_the_move`, { method: "POST", body: "{}", headers });
};
sent.length = 0;
await call(shardsOf(eve), "slots", "create_wallet", { currency: "AUD", daily_limit: 100 });
const tries = sent.filter(({ path }) => path === "/rpc/create_wallet");
show("moving", [tries.map(({ code }) => code), new Set(tries.map(({ key }) => key)).size, typeof tries[0]?.key]);

// a map that is old costs one refusal
const slot = await slotOf(cai.id!);
await tell(3, known.shards.map((shard, at) => (at === slot ? "s2" : shard)));
sent.length = 0;
const wallet = await call(c, "slots", "create_wallet", { currency: "AUD", daily_limit: 100 });
show("old map", [sent.map(({ path, code }) => [path, code]), sent[0]?.key === sent.at(-1)?.key, known.version, (await c.map()).version]);
show("carries", slotIn(wallet.wallet_id) === slot);

// what both servers keep of a person, in pages
const kept = await call(b, "core", "export_my_data", { system: "cards" });
const paged: typeof kept = [];
for (let page = kept; page.length; ) {
  const last = paged.at(-1);
  const after = last && { system: last.system, table_name: last.table_name, key: last.key };
  page = await call(b, "core", "export_my_data", { system: "cards", page_size: 1, ...(after && { after }) });
  paged.push(...page);
}
show("kept", kept.map(({ table_name, row }) => [table_name, row?.display_name ?? null]));
show("paged", JSON.stringify(paged) === JSON.stringify(kept));

// what is about all that one server has
try {
  await call(backend, "core", "task_gauges", {});
} catch (error) {
  show("no way", error instanceof NoWay && error.called);
}
show("named", Array.isArray(await call(await backend.only("s2"), "core", "task_gauges", {})));
await call(b, "core", "close_account", {});
