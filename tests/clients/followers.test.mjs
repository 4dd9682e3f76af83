// The followers before a stub of a feed: each message lost, late, doubled or out of order, and pages that fail.
import assert from "node:assert/strict";
import test from "node:test";
import { Follower, followGame, followSession, Gap } from "gamekeeper-client";

const range = (a, b) => Array.from({ length: b - a + 1 }, (_, i) => a + i);

/** A feed of `end` events in pages of 100; what is shown. */
function stub(options = {}) {
  const feed = { end: 0, begin: 1, pages: 0, failures: 0, shown: [], errors: [], ...options };
  feed.page = async (after) => {
    feed.pages++;
    await new Promise((done) => setImmediate(done));
    if (feed.failures-- > 0) throw new Error("no answer");
    return range(Math.max(after + 1, feed.begin), feed.end).slice(0, 100);
  };
  feed.follower = new Follower(options.last ?? 0, (n) => n, feed.page, (n) => void feed.shown.push(n), (e) => feed.errors.push(e));
  feed.arrive = (n) => {
    feed.end = Math.max(feed.end, n);
    return feed.follower.arrived(n);
  };
  return feed;
}

async function shownAfter(...arrivals) {
  const feed = stub();
  await Promise.all(arrivals.flat().map(feed.arrive));
  return feed.shown;
}

test("an event that comes live while the page before it is on its way is shown in its place", async () => {
  assert.deepEqual(await shownAfter(9, range(1, 8)), range(1, 9));
});
test("what was missed is fetched to its end, however many pages it has", async () => {
  assert.deepEqual(await shownAfter(range(1, 100), 351), range(1, 351));
});
test("an event that was lost is fetched when the next one arrives", async () => {
  assert.deepEqual(await shownAfter(range(1, 9), 11), range(1, 11));
});
test("a doubled message is shown once", async () => {
  assert.deepEqual(await shownAfter(1, 1, 2, 2, 1, 3), range(1, 3));
});
test("messages out of order are shown in order", async () => {
  assert.deepEqual(await shownAfter(3, 2, 1, 4), range(1, 4));
});
test("messages in order ask for no page", async () => {
  const feed = stub();
  for (const n of range(1, 50)) await feed.arrive(n);
  assert.deepEqual([feed.shown, feed.pages], [range(1, 50), 0]);
});
test("the last message may be lost: a look finds the event", async () => {
  const feed = stub();
  await feed.arrive(1);
  feed.end = 3;
  await feed.follower.look();
  assert.deepEqual(feed.shown, range(1, 3));
});
test("a page that fails is told and loses nothing", async () => {
  const feed = stub({ failures: 1 });
  await feed.arrive(2);
  assert.deepEqual([feed.shown, feed.errors.length], [[], 1]);
  await feed.arrive(3);
  assert.deepEqual(feed.shown, range(1, 3));
});
test("a feed that lost what comes next is told as a gap", async () => {
  const feed = stub({ begin: 11, end: 20, last: 5 });
  await feed.follower.look();
  assert.ok(feed.errors[0] instanceof Gap);
  assert.deepEqual([feed.errors[0].last, feed.errors[0].first, feed.shown], [5, 11, []]);
});
test("an event is shown again where showing it failed", async () => {
  const seen = [];
  let fails = true;
  const show = (n) => {
    seen.push(n);
    if (fails) throw new Error("not drawn");
  };
  const follower = new Follower(0, (n) => n, async (after) => (after < 1 ? [1] : []), show, () => {});
  await follower.look();
  fails = false;
  await follower.look();
  assert.deepEqual([seen, follower.last], [[1, 1], 1]);
});
test("whatever happens to the messages, each event is shown once and in order", async () => {
  for (let seed = 1; seed <= 100; seed++) {
    let state = seed;
    const below = (n) => (state = (state * 48271) % 2147483647) % n;
    const messages = range(1, 200).flatMap((n) => Array(below(4) % 3).fill(n));
    for (let i = below(40); i; i--) {
      const at = below(messages.length);
      messages.splice(Math.max(0, at - below(30)), 0, ...messages.splice(at, 1));
    }
    assert.deepEqual(await shownAfter(messages, 201), range(1, 201), `seed ${seed}`);
  }
});

/** A client whose list functions read a log, and a live source that the test works. */
function session(events, numberKey) {
  const asked = [];
  const client = {
    schema: () => ({
      rpc: async (name, args) => {
        asked.push(name);
        const after = args.after_seq ?? args.after_index;
        return { data: events.filter((e) => e[numberKey] > after).slice(0, args.page_size), error: null, status: 200 };
      },
    }),
  };
  const wires = {};
  const live = (arrived, look) => {
    Object.assign(wires, { arrived, look });
    return () => (wires.stopped = true);
  };
  return { client, live, wires, asked };
}
const settled = () => new Promise((done) => setTimeout(done, 20));

test("followSession shows a whole row as it came, and fetches one that lacks its texts", async () => {
  const events = [{ seq: 1, event_type: "session_created", payload: {} }];
  const { client, live, wires, asked } = session(events, "seq");
  const shown = [];
  const following = followSession(client, "night", { live, everyMs: 60_000, show: (e) => void shown.push(e.payload.from ?? "page") });
  await settled();
  const before = asked.length;
  wires.arrived({ seq: 2, event_type: "scene_changed", payload: { from: "live" } });
  await settled();
  assert.deepEqual([shown, asked.length], [["page", "live"], before]);
  events.push({ seq: 2, event_type: "scene_changed", payload: {} }, { seq: 3, event_type: "player_joined", payload: { from: "list" } });
  wires.arrived({ seq: 3, event_type: "player_joined", payload: { from: "live" } });
  await settled();
  assert.deepEqual([shown, following.last], [["page", "live", "list"], 3]);
  following.stop();
  assert.equal(wires.stopped, true);
});

test("followGame fetches the events that its feed tells of", async () => {
  const events = range(0, 4).map((event_index) => ({ event_index }));
  const { client, live, wires } = session(events, "event_index");
  const shown = [];
  const following = followGame(client, "game", { live, everyMs: 60_000, show: (e) => void shown.push(e.event_index) });
  await settled();
  events.push({ event_index: 5 }, { event_index: 6 });
  wires.arrived({ game_id: "game", next_index: 7 });
  await settled();
  assert.deepEqual(shown, range(0, 6));
  following.stop();
});

test("a feed without messages is looked at now and then", async () => {
  const events = [];
  const { client } = session(events, "seq");
  let seen;
  const shown = new Promise((done) => (seen = done));
  const following = followSession(client, "night", { everyMs: 5, show: (e) => seen(e.seq) });
  await settled();
  events.push({ seq: 1, event_type: "session_created", payload: {} });
  assert.equal(await shown, 1);
  following.stop();
});
