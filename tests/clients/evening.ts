// A program of a client developer: tsc checks it, and a test runs it before a stub of PostgREST.
import { PostgrestClient } from "@supabase/postgrest-js";
import { call, type Database, followGame, NotFound } from "gamekeeper-client";

const client = (token: string | undefined) =>
  new PostgrestClient<Database>(process.env.API_URL!, { headers: { Authorization: `Bearer ${token}` } });
const user = client(process.env.USER_TOKEN);
const service = client(process.env.SERVICE_TOKEN);

// rewards, with the types of postgrest-js alone
const policy: Database["xp"]["Functions"]["create_rule"]["Args"]["definition"] = {
  baseXp: 100,
  streakCurve: [{ dayIndex: 0, multiplier: 1 }],
  grace: { allowedMisses: 1, windowDays: 1 },
  claimWindow: { startLocalTime: "05:00", durationHours: 24, anchor: "ANCHOR_TIMEZONE" },
  streakModel: { type: "WeeklyCycleReset" },
};
const rule = await service.schema("xp").rpc("create_rule", { policy_key: "daily", definition: policy });
await service.schema("xp").rpc("activate_rule", { policy_key: "daily", version: rule.data!.version });
await call(user, "xp", "register_user", { external_user_id: process.env.USER_ID!, reward_tz: "Europe/Brussels" });
const key = crypto.randomUUID();
for (let i = 0; i < 2; i++) {
  const receipt = await call(user, "xp", "claim", { policy_key: "daily", correlation_id: key });
  console.log(receipt.status, receipt.xp);
}
const plain = await user.schema("xp").rpc("claim", { policy_key: "weekly", correlation_id: crypto.randomUUID() });
console.log(plain.status, plain.error?.code, plain.error?.message.split(":")[0], plain.error?.details);
try {
  await call(user, "xp", "claim", { policy_key: "weekly", correlation_id: crypto.randomUUID() });
} catch (error) {
  if (error instanceof NotFound) console.log(error.code, error.status, error.detail.policyKey);
}

// a bet and a spin
const game = await call(service, "slots", "create_game", {
  name: "Letters",
  rng_signature: { algorithm: "hmac-sha256", reels: [["A", "B"]] },
  symbol_map: { A: { payouts: { "1": 1.9 } }, B: {} },
});
const wallet = await call(user, "slots", "create_wallet", { currency: "AUD", daily_limit: 1000 });
await call(service, "slots", "wallet_operation", { wallet_id: wallet.wallet_id, operation: "credit", amount: 100 });
const session = await call(user, "slots", "create_session", { game_id: game.game_id, wallet_id: wallet.wallet_id });
await call(user, "slots", "act", { session_id: session.session_id, action: { type: "PlaceBet", amount: 5 } });
const spin = await call(user, "slots", "act", { session_id: session.session_id, action: { type: "Spin" } });
console.log(spin.state, spin.result.stops?.length);

// cards, and a follower that reads the whole log
await call(user, "cards", "upsert_player", { display_name: "Ana", avatar_seed: "a", color: "teal" });
const ticket = await call(user, "cards", "create_game", { config: { maxPlayers: 2 } });
const game_id = ticket.game_id;
await call(user, "cards", "add_bot", { game_id });
await call(user, "cards", "start_game", { game_id });
await call(user, "cards", "continue_game", { game_id });
const numbers: number[] = [];
const following = followGame(user, game_id, { show: (event) => void numbers.push(event.event_index) });
await following.look();
following.stop();
console.log(numbers.length > 3, numbers.every((number, at) => number === at));
