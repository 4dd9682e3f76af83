// A preset for PostGraphile 5 over Gamekeeper's schemas: what clients may call and read, under names that do not clash.
// Put it behind PostGraphileAmberPreset (docs/install.md); pgServices and grafserv are yours.
import { TYPES } from "postgraphile/@dataplan/pg";
import { makePgSmartTagsPlugin } from "postgraphile/utils";

const isListed = (procedure) => /\[(client|operator|service)\]/.test(procedure.getDescription() ?? "");

const rules = [
  // Helpers are no part of the contract.
  { kind: "procedure", match: (procedure) => !isListed(procedure), tags: { behavior: "-*" } },
  // A connection has an argument `after` of its own, so functions that page by theirs are lists.
  {
    kind: "procedure",
    match: (procedure) => isListed(procedure) && procedure.proretset && (procedure.proargnames ?? []).includes("after"),
    tags: { behavior: "+list -connection -proc:resource:connection -queryField:resource:connection" },
  },
  // The table of summaries has a field of the same name.
  { kind: "procedure", match: "cards.game_summary", tags: { name: "summary_of_game" } },
];

// PostGraphile does not know the type of a transaction's number.
const xid8 = {
  name: "GamekeeperXid8Plugin",
  gather: {
    hooks: {
      pgCodecs_findPgCodec(_, event) {
        if (!event.pgCodec && event.pgType.typname === "xid8") event.pgCodec = TYPES.text;
      },
    },
  },
};

export default { plugins: [makePgSmartTagsPlugin(rules), xid8] };
