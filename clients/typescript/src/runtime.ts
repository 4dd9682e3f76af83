// Calls with errors as classes and safe repetition, and followers of the two feeds.
import type { Database } from "./api.js";
import { Gap } from "./errors.js";
import { type Args, type Client, complete, type Name, type Returns, send, type System } from "./send.js";
import { Shards } from "./shards.js";

/**
 * Calls a function. Where it is safe, it is sent again after a lost answer or RETRY_LATER, with the same key; a key that is left
 * out is made here. What the server refuses is thrown as the class of its code. Where people live on several servers, take
 * `Shards`, which sends it to the one where it belongs, or a client of the router.
 */
export async function call<S extends System, F extends Name<S>>(
  client: Client | Shards<Client>,
  schema: S,
  name: F,
  args: Args<S, F>,
  { tries = 5 }: { tries?: number } = {},
): Promise<Returns<S, F>> {
  const given = complete(schema, name, args);
  return client instanceof Shards ? client.call(schema, name, given, tries) : send(client, schema, name, given, tries);
}

/**
 * Shows each event of a feed once and in order, whatever of its messages is lost, late, doubled or out of order.
 * Only the event after the last one is shown. Anything else is a sign to fetch pages: what is old is dropped, what is further
 * on comes with its page.
 */
export class Follower<E> {
  private work: Promise<void> = Promise.resolve();

  constructor(
    /** The number of the last event that was shown. */
    public last: number,
    private readonly number: (event: E) => number,
    private readonly page: (after: number) => Promise<E[]>,
    private readonly show: (event: E) => void | Promise<void>,
    private readonly failed: (error: unknown) => void = (error) => console.error(error),
  ) {}

  /** A message came with a whole event. */
  arrived(event: E): Promise<void> {
    return this.next(async () => {
      if (this.number(event) === this.last + 1) await this.give(event);
      else if (this.number(event) > this.last) await this.pages();
    });
  }

  /** Look for what comes after the last event: at the start, after a message without its event, now and then. */
  look(): Promise<void> {
    return this.next(() => this.pages());
  }

  private next(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(step).catch(this.failed);
    return this.work;
  }

  private async pages(): Promise<void> {
    for (let events = await this.page(this.last); events.length; events = await this.page(this.last)) {
      for (const event of events) {
        const number = this.number(event);
        if (number > this.last + 1) throw new Gap(this.last, number);
        if (number === this.last + 1) await this.give(event);
      }
    }
  }

  private async give(event: E): Promise<void> {
    await this.show(event);
    this.last += 1;
  }
}

type Row = Record<string, unknown>;

/** Begins to listen: calls `arrived` with each published row and `look` whenever something may have been missed; returns what ends it. */
export type Live = (arrived: (row: Row) => void, look: () => void) => () => void;

type Channel = {
  on(type: "postgres_changes", filter: Row, listener: (change: { new: Row }) => void): Channel;
  subscribe(status: (status: string) => void): unknown;
};
type Realtime = { channel(name: string): Channel; removeChannel(channel: Channel): unknown };

/** Listens through Supabase Realtime. */
export function realtime(
  supabase: { channel(name: string): unknown; removeChannel(channel: never): unknown },
  filter: { schema: string; table?: string; filter: string },
): Live {
  return (arrived, look) => {
    const client = supabase as unknown as Realtime;
    const channel = client.channel(`${filter.schema}:${filter.filter}`);
    channel
      .on("postgres_changes", { event: "*", ...filter }, (change) => arrived(change.new))
      .subscribe((status) => status === "SUBSCRIBED" && look());
    return () => void client.removeChannel(channel);
  };
}

export type Following = { readonly last: number; look(): Promise<void>; stop(): void };
export type FollowOptions<E> = {
  /** The number of the last event that is known already. */
  after?: number;
  show: (event: E) => void | Promise<void>;
  /** What a page or `show` threw, a `Gap` too; the next message tries again. */
  failed?: (error: unknown) => void;
  /** Where messages come from; without, the feed is only looked at every `everyMs`. */
  live?: Live;
  /** How often to look even without a message, since the last one may be the one that is lost. */
  everyMs?: number;
};

function follow<E>(follower: Follower<E>, { live, everyMs = 5000 }: FollowOptions<E>, arrived: (row: Row) => void): Following {
  const look = () => follower.look();
  const timer = setInterval(look, everyMs);
  const stop = live?.(arrived, look);
  void look();
  return {
    get last() {
      return follower.last;
    },
    look,
    stop() {
      clearInterval(timer);
      stop?.();
    },
  };
}

const PAGE = 100;

export type GameEvent = Database["cards"]["CompositeTypes"]["event_record"];
export type SessionEvent = Database["sparc"]["Tables"]["session_events"]["Row"];

/** Follows the log of a card game. Its feed, cards.game_feed, tells only that there is more: the events are fetched. */
export function followGame(client: Client | Shards<Client>, gameId: string, options: FollowOptions<GameEvent>): Following {
  const follower = new Follower<GameEvent>(
    options.after ?? -1,
    (event) => event.event_index,
    (after) => call(client, "cards", "list_events", { game_id: gameId, after_index: after, page_size: PAGE }),
    options.show,
    options.failed,
  );
  return follow(follower, options, () => void follower.look());
}

/** The published row of these lacks texts that list_session_events joins in (docs/sparc.md, "The feed"). */
const WITH_TEXTS = new Set([
  "player_joined",
  "player_returned",
  "player_left",
  "player_kicked",
  "session_updated",
  "roll_declared",
  "dice_rolled",
  "roll_revealed",
]);

/** Follows the events of a session: a published row is shown as it is where it is whole, else fetched. */
export function followSession(
  client: Client | Shards<Client>,
  sessionId: string,
  options: FollowOptions<SessionEvent>,
): Following {
  const follower = new Follower<SessionEvent>(
    options.after ?? 0,
    (event) => event.seq,
    (after) =>
      call(client, "sparc", "list_session_events", { session_id: sessionId, after_seq: after, page_size: PAGE }),
    options.show,
    options.failed,
  );
  return follow(follower, options, (row) => {
    const event = row as SessionEvent;
    void (WITH_TEXTS.has(event.event_type) ? follower.look() : follower.arrived(event));
  });
}
