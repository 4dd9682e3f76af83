-- Deploy gamekeeper:cards/players/player_secret to pg
-- requires: core/keys/strong_random core/chance/hmac_pad core/keys/now_utc cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- THE SECRET. No grant to any client role, no policy, no constraint whose violation would print the row; it goes from
-- the random source into the row and never stands in a variable.
create table cards.player_secret (
  is_only boolean primary key default true constraint player_secret_is_only check (is_only),
  inner_block bytea not null,
  outer_block bytea not null,
  made_at timestamptz not null default core.now_utc()
);
comment on table cards.player_secret is
  'The one secret from which cards.player_id_of makes the ids of players, drawn by the deploy. Granted to no client '
  'role. Servers that share the players of one platform hold the same; whoever knows it can tell which player an '
  'account is.';
comment on column cards.player_secret.is_only is 'True: there is one row.';
comment on column cards.player_secret.inner_block is 'core.hmac_pad(secret, 54). [secret]';
comment on column cards.player_secret.outer_block is 'core.hmac_pad(secret, 92). [secret]';
comment on column cards.player_secret.made_at is 'When it was drawn.';
alter table cards.player_secret alter column inner_block set statistics 0;
alter table cards.player_secret alter column outer_block set statistics 0;
alter table cards.player_secret enable row level security;
insert into cards.player_secret (inner_block, outer_block)
select core.hmac_pad(s.secret, 54), core.hmac_pad(s.secret, 92)
from (select core.strong_random() as secret offset 0) as s;
commit;
