-- Deploy gamekeeper:sparc/sessions/dice_secrets to pg
-- requires: core/chance/hmac_pad core/keys/wall_clock sparc/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- No role is granted this table. What is drawn with a secret takes it from the row inside one query: Postgres would write
-- the value of a variable into a plan, and any caller can have plans printed (debug_print_plan).
create table sparc.dice_secrets (
  session_id uuid not null references sparc.sessions (id) on delete cascade,
  secret_number integer not null check (secret_number > 0),
  from_number bigint not null check (from_number > 0),
  secret bytea not null check (length(secret) = 32),
  secret_hash text not null generated always as (encode(sha256(secret), 'hex')) stored,
  inner_block bytea not null generated always as (core.hmac_pad(secret, 54)) stored,
  outer_block bytea not null generated always as (core.hmac_pad(secret, 92)) stored,
  revealed_in xid8,
  created_at timestamptz not null default core.wall_clock(),
  primary key (session_id, secret_number)
);
comment on table sparc.dice_secrets is
  'What the dice of a session follow from; see "Fair dice" in docs/sparc.md. A session has one secret, and one more each '
  'time that sparc.reseed_all ran. Shown by sparc.revealed_secrets, once the session is over.';
comment on column sparc.dice_secrets.session_id is 'The session.';
comment on column sparc.dice_secrets.secret_number is '1, and one more for each time that the session was reseeded.';
comment on column sparc.dice_secrets.from_number is 'The first roll number that it serves, until the next secret does.';
comment on column sparc.dice_secrets.secret is '32 bytes from the strong random source: the key of every draw. [secret]';
comment on column sparc.dice_secrets.secret_hash is 'SHA-256 of secret in hex, published before the first roll. [none]';
comment on column sparc.dice_secrets.inner_block is 'core.hmac_pad(secret, 54). [secret]';
comment on column sparc.dice_secrets.outer_block is 'core.hmac_pad(secret, 92). [secret]';
comment on column sparc.dice_secrets.revealed_in is
  'The transaction in which the session ended; null while it goes on. From the next one on the secret is shown.';
comment on column sparc.dice_secrets.created_at is 'When it was drawn.';
alter table sparc.dice_secrets enable row level security;
commit;
