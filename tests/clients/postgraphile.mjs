// A move, a spin, a claim and a roll over HTTP through PostGraphile, as a client would make them.
import { createServer } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { makePgService } from "postgraphile/adaptors/pg";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import gamekeeper from "./preset.mjs";

const claimsOf = (request) => JSON.parse(request?.headers["x-claims"] ?? '{"role": "anon"}');
const preset = {
  extends: [PostGraphileAmberPreset, gamekeeper],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ["core", "slots", "cards", "xp", "sparc"] })],
  grafserv: { graphqlPath: "/graphql" },
  grafast: {
    context: ({ node }) => {
      const claims = claimsOf(node?.req);
      return { pgSettings: { role: claims.role, "request.jwt.claims": JSON.stringify(claims) } };
    },
  },
};
const instance = postgraphile(preset);
const served = instance.createServ(grafserv);
const server = createServer();
await served.addTo(server);
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const address = `http://127.0.0.1:${server.address().port}/graphql`;

async function ask(sub, query, variables) {
  const claims = sub === "service" ? { role: "service_role" } : { role: "authenticated", sub };
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", "x-claims": JSON.stringify(claims) },
    body: JSON.stringify({ query, variables }),
  });
  const body = await answer.json();
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data;
}

const { ana, sam, session, duel, turn, night, hero } = JSON.parse(process.env.WORLD);
const bet = await ask(ana, `mutation ($s: UUID!) { slotsAct(input: { sessionId: $s, action: { type: "PlaceBet", amount: 1 } }) { result { state } } }`, { s: session });
const spin = await ask(ana, `mutation ($s: UUID!) { slotsAct(input: { sessionId: $s, action: { type: "Spin" } }) { result { state } } }`, { s: session });
console.log("spin", JSON.stringify(bet.slotsAct.result.state), JSON.stringify(spin.slotsAct.result.state));

const move = await ask(turn, `mutation ($g: UUID!) { cardsPlaceBid(input: { gameId: $g, bid: 1 }) { result { accepted error } } }`, { g: duel });
console.log("move", move.cardsPlaceBid.result.accepted, move.cardsPlaceBid.result.error);

const claim = await ask(ana, `mutation { xpClaim(input: { policyKey: "daily", correlationId: "5a3c1a52-8a0e-4f0b-9f2e-6c1d2b7e9a41" }) { result { status xp } } }`);
console.log("claim", claim.xpClaim.result.status, claim.xpClaim.result.xp);

const declared = await ask(ana, `mutation ($s: UUID!, $c: UUID!) { sparcDeclareRoll(input: { sessionId: $s, characterId: $c, attribute: might, difficulty: 12 }) { result { rowId } } }`, { s: night, c: hero });
const roll = await ask(ana, `mutation ($r: UUID!) { sparcThrowRoll(input: { rollId: $r }) { result { diceCount results } } }`, { r: declared.sparcDeclareRoll.result.rowId });
console.log("roll", roll.sparcThrowRoll.result.results.length === roll.sparcThrowRoll.result.diceCount);

const events = await ask(ana, `query ($s: UUID!) { slotsListEventsList(sessionId: $s, after: "1") { eventIndex } }`, { s: session });
console.log("after", events.slotsListEventsList.map((event) => event.eventIndex).join(" "));
await served.release();
await instance.release();
server.close();
process.exit(0);
