// Calls with pg and postgres.js through a pooler in transaction mode, with the settings of docs/what-to-send.md.
import pg from "pg";
import postgres from "postgres";

const claims = (sub) => JSON.stringify({ sub, role: "authenticated" });
const people = ["00000000-0000-4000-8000-0000000000a1", "00000000-0000-4000-8000-0000000000a2"];
const become = "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)";
const check = "select count(*)::integer as problems, auth.uid() as who from xp.validate_definition(definition => $1)";
const document = { baseXp: 0 };

async function withPg(sub) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const found = [];
  for (let i = 0; i < 12; i++) {
    await client.query("begin");
    await client.query(become, [claims(sub)]);
    found.push((await client.query(check, [JSON.stringify(document)])).rows[0]);
    await client.query("commit");
  }
  await client.end();
  return found;
}

async function withPostgres(sub) {
  const sql = postgres(process.env.DATABASE_URL, { prepare: false, max: 1 });
  const found = [];
  for (let i = 0; i < 12; i++) {
    const [row] = await sql.begin(async (sql) => {
      await sql.unsafe(become, [claims(sub)]);
      return sql`select count(*)::integer as problems, auth.uid() as who
        from xp.validate_definition(definition => ${sql.json(document)})`;
    });
    found.push(row);
  }
  await sql.end();
  return found;
}

for (const driver of [withPg, withPostgres]) {
  const found = await Promise.all(people.map(driver));
  const good = found.every((rows, at) => rows.every((row) => row.who === people[at] && row.problems > 0));
  console.log(driver.name, found.flat().length, good);
}
