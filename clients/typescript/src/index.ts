export * from "./api.js";
export * from "./errors.js";
export * from "./runtime.js";
export type { Args, Client, Returns } from "./send.js";
export { Shards, type ShardMap, type ShardsOptions, slotIn, slotOf, slotOfCode, type Way, wayOf } from "./shards.js";
