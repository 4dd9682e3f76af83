// One call to one server: sent again where that is safe, its refusal thrown as the class of its code.
import { type Database, ERRORS, REPEATS } from "./api.js";

type Answer = {
  data: unknown;
  error: { code: string; message: string; details: string | null; hint: string | null } | null;
  status: number;
};
type Rpc = { schema(name: string): { rpc(name: string, args: object): PromiseLike<Answer> } };

/** What makes the requests: a client of @supabase/supabase-js or of @supabase/postgrest-js. */
export type Client = { schema(name: never): { rpc(name: never, args: never): PromiseLike<unknown> } };

type Functions<S extends keyof Database> = Database[S]["Functions"];
type Form<T> = T extends { Args: infer A; Returns: infer R } ? { Args: A; Returns: R } : never;
export type System = keyof Database & string;
export type Name<S extends System> = keyof Functions<S> & string;
export type Args<S extends keyof Database, F extends keyof Functions<S>> = Form<Functions<S>[F]>["Args"];
export type Returns<S extends keyof Database, F extends keyof Functions<S>> = Form<Functions<S>[F]>["Returns"];

/** Arguments with their key. */
export type Given = Readonly<Record<string, unknown>>;

/** SQLSTATEs of a conflict, a lost connection and RETRY_LATER: the same call may succeed if it is sent again. */
const AGAIN = /^(40001|40P01|08...|57P0[123]|KG014|PGRST00[0-3])$/;

function repetition(schema: string, name: string) {
  return REPEATS[`${schema}.${name}`] ?? { repeat: "natural", key: null };
}

/** The arguments as every try sends them: a key that is left out is made here. */
export function complete<S extends System, F extends Name<S>>(schema: S, name: F, args: Args<S, F>): Given {
  const given: Record<string, unknown> = { ...(args as Record<string, unknown>) };
  if (repetition(schema, name).key === "idempotency_key") given.idempotency_key ??= crypto.randomUUID();
  return given;
}

/** Sends a call to one server, again after a lost answer or RETRY_LATER where it is safe. */
export async function send<S extends System, F extends Name<S>>(
  client: Client,
  schema: S,
  name: F,
  given: Given,
  tries: number,
): Promise<Returns<S, F>> {
  const { repeat, key } = repetition(schema, name);
  const safe = repeat === "none" || repeat === "natural" || (key !== null && given[key] != null);
  for (let attempt = 1; ; attempt++) {
    const answer = await (client as unknown as Rpc).schema(schema).rpc(name, given);
    if (!answer.error) return answer.data as Returns<S, F>;
    const passing = answer.status === 0 || answer.status >= 502 || AGAIN.test(answer.error.code);
    if (!safe || !passing || attempt >= tries) throw refused(answer.error, answer.status);
    await pause(attempt);
  }
}

/** Waits before another try: longer each time, and not all at once. */
export function pause(attempt: number): Promise<void> {
  return new Promise((done) => setTimeout(done, 50 * 2 ** attempt * (0.5 + Math.random())));
}

function refused(error: NonNullable<Answer["error"]>, status: number): Error {
  const kind = ERRORS[error.code];
  if (!kind) return Object.assign(new Error(error.message), error, { status });
  return new kind(error.message, status, JSON.parse(error.details ?? "{}"), error.hint ?? "");
}
