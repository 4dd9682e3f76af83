// Where a call goes when the platform is spread over several servers: the map, the slots, and the way to each shard.
import { type Database, ProfileNeeded, RetryLater, WrongShard } from "./api.js";
import { NoWay } from "./errors.js";
import { type Client, type Given, type Name, pause, type Returns, send, type System } from "./send.js";
import {
  ALL,
  ALPHABET,
  CODE_LENGTH,
  DEFINITIONS,
  EXPORT_PAGE_SIZE,
  EXPORTS,
  HOME,
  KEYS,
  LOBBY,
  LOBBY_SLOT,
  ONE_SERVER,
  OWNERS,
  PAGE_SIZE,
  PAGES,
  ROOMS,
  SLOTS,
} from "./ways.js";

/** The slot of a person: the first ten bits of SHA-256 of the id, with A to Z made small. */
export async function slotOf(person: string): Promise<number> {
  const small = person.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(small));
  return new DataView(digest).getUint16(0) >> 6;
}

/** The slot that an id carries: the ten bits after the variant. */
export function slotIn(id: string): number {
  return parseInt(id.replaceAll("-", "").slice(16, 19), 16) & (SLOTS - 1);
}

/** The slot that a join code of cards carries; null for what is no such code. */
export function slotOfCode(code: string): number | null {
  const places = [...code.replace(/^ +| +$/g, "").toUpperCase()].map((sign) => ALPHABET.indexOf(sign));
  if (places.length !== CODE_LENGTH || places.includes(-1)) return null;
  return places.slice(0, 3).reduce((sum, place) => sum * ALPHABET.length + place, 0) % SLOTS;
}

/**
 * Where a call goes: to the shard of a slot, to all shards, or to the home of definitions. What it goes to for a game is told
 * the caller's profile first, where the caller lives elsewhere.
 */
export type Way =
  | { readonly kind: "slot"; readonly slot: number; readonly isGame: boolean }
  | { readonly kind: "all" | "export"; readonly slot: number }
  | { readonly kind: "pages" }
  | { readonly kind: "home" };

function slotBy(kind: string, value: unknown): number | null {
  if (value == null) return null;
  if (kind === "code") return slotOfCode(String(value));
  return kind === "number" ? Number(value) % SLOTS : slotIn(String(value));
}

/** Says where a call goes; person is the id of the user who calls, if there is one. */
export async function wayOf(name: string, given: Given, person: string | null): Promise<Way> {
  if (ONE_SERVER.has(name)) throw new NoWay(name);
  if (name in PAGES) return { kind: "pages" };
  if (ALL.has(name) || EXPORTS.has(name)) {
    return { kind: ALL.has(name) ? "all" : "export", slot: await slotOf(String(given.person_id ?? person ?? "")) };
  }
  if (DEFINITIONS.has(name)) return { kind: "home" };
  if (ROOMS.has(name)) return { kind: "slot", slot: LOBBY_SLOT, isGame: false };
  const wanted = LOBBY[name];
  if (wanted === null || (wanted !== undefined && given[wanted] === true)) return { kind: "slot", slot: LOBBY_SLOT, isGame: true };
  const system = name.split(".")[0] ?? "";
  for (const [argument, kind] of KEYS[system] ?? []) {
    const slot = slotBy(kind, given[argument]);
    if (slot !== null) return { kind: "slot", slot, isGame: kind === "game" || kind === "code" };
  }
  const owner = OWNERS.map((argument) => given[argument]).find(Boolean) ?? person;
  return { kind: "slot", slot: owner && system !== "sparc" ? await slotOf(String(owner)) : 0, isGame: false };
}

/** Which shard each slot lives on (of no slot on one machine), and how each shard is reached. */
export type ShardMap = {
  readonly version: number;
  readonly addresses: { readonly [shard: string]: string };
  readonly shards: readonly string[];
};

function mapOf(rows: Database["core"]["Functions"]["current_shard_map"]["Returns"]): ShardMap {
  const shards: string[] = [];
  for (const row of rows) for (const slot of row.slots ?? []) shards[slot] = row.shard ?? "";
  return {
    version: Math.max(0, ...rows.map((row) => row.version ?? 0)),
    addresses: Object.fromEntries(rows.map((row) => [row.shard, row.address ?? ""])),
    shards,
  };
}

export type ShardsOptions<C extends Client> = {
  /** A client of any of the servers, which is asked for the map. */
  any: C;
  /** Makes a client of a shard, with the same token: from its address in the map, or from its name. */
  open: (address: string, shard: string) => C;
  /** The id of the user whom the token is of; null for the service and for strangers. */
  person: string | null;
  /** Others of the same platform, whose map is shared. */
  beside?: Shards<Client>;
};

/**
 * The servers of one platform, as one caller reaches them: what `call` and the followers take instead of a client. Fetches the map
 * when it is needed, and again when a shard says that it is old. On one machine there is no map, and every call goes to the one
 * server.
 */
export class Shards<C extends Client> {
  private readonly any: C;
  private readonly open: (address: string, shard: string) => C;
  private readonly person: string | null;
  private readonly known: { map: ShardMap | null };
  private readonly ways = new Map<string, C>();
  /** The shards that know the caller's profile. */
  private readonly brought = new Set<string>();

  constructor({ any, open, person, beside }: ShardsOptions<C>) {
    this.any = any;
    this.open = open;
    this.person = person;
    this.known = beside?.known ?? { map: null };
  }

  /** The map, fetched once. */
  async map(): Promise<ShardMap> {
    return this.known.map ?? this.fetchMap(this.any);
  }

  /** The client of one shard, for calls about all that it has. */
  async only(shard: string): Promise<C> {
    const address = (await this.map()).addresses[shard];
    if (address === undefined) throw new RangeError(`the map has no shard ${shard}`);
    let way = this.ways.get(address);
    if (!way) this.ways.set(address, (way = this.open(address, shard)));
    return way;
  }

  /** The names of the shards that have slots, in order; none on one machine. */
  async names(): Promise<string[]> {
    return [...new Set((await this.map()).shards)].sort();
  }

  /** The names of all shards, in order, also of those without slots: they may have a profile, or know who has left. */
  async servers(): Promise<string[]> {
    const { addresses } = await this.map();
    return Object.keys(addresses).filter((name) => name !== HOME).sort();
  }

  /** The client of a slot's shard. */
  async ofSlot(slot: number): Promise<C> {
    const shard = (await this.map()).shards[slot];
    return shard === undefined ? this.any : this.only(shard);
  }

  /** The client of where a person lives: their tables of slots and xp can be read there. */
  async ofPerson(person: string): Promise<C> {
    return this.ofSlot(await slotOf(person));
  }

  /** The client of where a wallet, a session of slots or a game of cards lives. */
  ofId(id: string): Promise<C> {
    return this.ofSlot(slotIn(id));
  }

  /** The client of where sparc lives. */
  ofSparc(): Promise<C> {
    return this.ofSlot(0);
  }

  /** The client of where definitions are written. */
  async ofDefinitions(): Promise<C> {
    return HOME in (await this.map()).addresses ? this.only(HOME) : this.any;
  }

  /** Makes a call where it belongs; `call` of this package does it with the arguments completed. */
  async call<S extends System, F extends Name<S>>(schema: S, name: F, given: Given, tries: number): Promise<Returns<S, F>> {
    if ((await this.map()).shards.length === 0) return send(this.any, schema, name, given, tries);
    const way = await wayOf(`${schema}.${name}`, given, this.person);
    switch (way.kind) {
      case "home":
        return send(await this.ofDefinitions(), schema, name, given, tries);
      case "pages":
        return this.page(schema, name, { page_size: PAGE_SIZE, ...given }, tries);
      case "all":
        return this.everywhere(way.slot, schema, name, given, tries);
      case "export":
        return this.exported(way.slot, schema, name, { page_size: EXPORT_PAGE_SIZE, ...given }, tries);
      case "slot":
        return this.routed(way.slot, way.isGame, schema, name, given, tries);
    }
  }

  /**
   * One page of the pages of all shards: the newest rows by the id that pages go by. A game whose result came home from another
   * shard is in the pages of both, and is one row.
   */
  private async page<S extends System, F extends Name<S>>(
    schema: S,
    name: F,
    given: Given & { page_size: number },
    tries: number,
  ): Promise<Returns<S, F>> {
    const key = PAGES[`${schema}.${name}`] ?? "";
    const shards = await this.names();
    const pages = await Promise.all(shards.map(async (shard) => send(await this.only(shard), schema, name, given, tries)));
    const rows = [...new Map((pages as Row[][]).flat().map((row) => [row[key], row])).values()];
    const newest = rows.sort((one, other) => (String(one[key]) < String(other[key]) ? 1 : -1));
    return newest.slice(0, given.page_size) as Returns<S, F>;
  }

  /**
   * One page of the pages of all shards, in the order of system, table and key. What several shards have is one row: as the
   * person's home has it, or else the first of them by name. All have to have one map, before and after, or rows that move are missed.
   */
  private async exported<S extends System, F extends Name<S>>(
    slot: number,
    schema: S,
    name: F,
    given: Given & { page_size: number },
    tries: number,
  ): Promise<Returns<S, F>> {
    for (let attempt = 1; ; attempt++) {
      const known = await this.fetchMap(await this.ofSlot(slot));
      const versions = new Set([known.version]);
      const rows = new Map<string, ExportedRow>();
      const home = known.shards[slot] ?? "";
      for (const shard of [home, ...(await this.servers()).filter((other) => other !== home)]) {
        const one = await this.only(shard);
        versions.add(await versionOf(one));
        for (const row of (await send(one, schema, name, given, tries)) as ExportedRow[]) {
          const place = JSON.stringify([row.system, row.table_name, row.key]);
          if (!rows.has(place)) rows.set(place, row);
        }
        versions.add(await versionOf(one));
      }
      if (versions.size === 1) return [...rows.values()].sort(byPlace).slice(0, given.page_size) as Returns<S, F>;
      const newest = Math.max(...versions);
      await this.refresh(newest);
      if (attempt >= tries) {
        const message = "RETRY_LATER: the map changes while all shards are asked";
        throw new RetryLater(message, 503, { slot: null, mapVersion: newest }, "");
      }
      await pause(attempt);
    }
  }

  /** Makes a call on every shard of the map as it is now, and answers with what one of them said. */
  private async everywhere<S extends System, F extends Name<S>>(
    slot: number,
    schema: S,
    name: F,
    given: Given,
    tries: number,
  ): Promise<Returns<S, F>> {
    const { shards } = await this.fetchMap(await this.ofSlot(slot));
    const answers = new Map<string, Returns<S, F>>();
    for (const shard of await this.servers()) {
      answers.set(shard, await send(await this.only(shard), schema, name, given, tries));
    }
    return answers.get(shards[slot] ?? "") as Returns<S, F>;
  }

  /** Makes a call on the shard of a slot; one that refuses it for an old map is asked for the new one. */
  private async routed<S extends System, F extends Name<S>>(
    slot: number,
    isGame: boolean,
    schema: S,
    name: F,
    given: Given,
    tries: number,
  ): Promise<Returns<S, F>> {
    for (let attempt = 1; ; attempt++) {
      const { shards, version } = await this.map();
      const shard = shards[slot] ?? "";
      try {
        if (isGame) await this.bringProfile(shard, tries);
        if (`${schema}.${name}` === "cards.upsert_player") this.brought.clear();
        return await send(await this.only(shard), schema, name, given, tries);
      } catch (error) {
        const isWrong = error instanceof WrongShard;
        if (attempt >= tries || !(isWrong || error instanceof ProfileNeeded)) throw error;
        if (error instanceof ProfileNeeded) this.brought.delete(shard);
        const newer = isWrong ? Number(error.detail.mapVersion) : 0;
        if (newer > version && (await this.refresh(newer))) continue;
      }
      await pause(attempt);
    }
  }

  /** Tells a shard the caller's profile where the caller lives on another, the first time that they go there. */
  private async bringProfile(shard: string, tries: number): Promise<void> {
    if (this.person === null || this.brought.has(shard)) return;
    const home = await this.ofPerson(this.person);
    const there = await this.only(shard);
    if (home === there) return;
    const [own] = await send(home, "cards", "my_profile", {}, tries);
    const profile = { display_name: own?.display_name, avatar_seed: own?.avatar_seed, color: own?.color };
    await send(there, "cards", "upsert_player", profile, tries);
    this.brought.add(shard);
  }

  /** Asks the shards for a map of this version, and says whether one had it. */
  private async refresh(version: number): Promise<boolean> {
    for (const shard of await this.names()) {
      if ((await this.fetchMap(await this.only(shard))).version >= version) return true;
    }
    return false;
  }

  private async fetchMap(client: Client): Promise<ShardMap> {
    const found = mapOf(await send(client, "core", "current_shard_map", {}, 5));
    if (this.known.map === null || found.version >= this.known.map.version) this.known.map = found;
    return this.known.map;
  }
}

type Row = { readonly [column: string]: unknown };
type ExportedRow = { readonly system: string; readonly table_name: string; readonly key: readonly unknown[] };

/** The version of the map that a server has. */
async function versionOf(client: Client): Promise<number> {
  return mapOf(await send(client, "core", "current_shard_map", {}, 5)).version;
}

/** The order of exported rows, which is the server's: texts sign by sign, numbers by their size. */
function byPlace(one: ExportedRow, other: ExportedRow): number {
  const [places, others] = [one, other].map((row) => [row.system, row.table_name, ...row.key]);
  for (const [at, place] of (places ?? []).entries()) {
    const order = compared(place, others?.[at]);
    if (order !== 0) return order;
  }
  return 0;
}

function compared(one: unknown, other: unknown): number {
  if (typeof one !== "string" || typeof other !== "string") return Number(one) - Number(other);
  const [signs, others] = [[...one], [...other]];
  for (const [at, sign] of signs.entries()) {
    if (sign !== others[at]) return (sign.codePointAt(0) ?? 0) - (others[at]?.codePointAt(0) ?? -1);
  }
  return signs.length - others.length;
}
