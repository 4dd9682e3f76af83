-- Deploy gamekeeper:xp/ledger/grant_receipt to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.grant_receipt as (
  ledger_id bigint,
  user_id bigint,
  amount bigint,
  reason text,
  correlation_id uuid,
  policy_key text,
  policy_version integer,
  season_id text,
  metadata jsonb,
  created_at timestamptz,
  reward_day_id text,
  is_claim boolean,
  corrected_balance bigint,
  corrected_lifetime bigint,
  corrected_season bigint,
  actor text,
  side_seasons text[],
  corrected_sides bigint[],
  level_reached integer
);
comment on type xp.grant_receipt is 'Answer of xp.grant_xp: the entry of xp.xp_ledger, and the level that it reached.';
comment on column xp.grant_receipt.ledger_id is 'Number in order of writing; boards go by it.';
comment on column xp.grant_receipt.user_id is 'The account.';
comment on column xp.grant_receipt.amount is 'XP; negative when spent, or to be corrected.';
comment on column xp.grant_receipt.reason is 'The code that the service named.';
comment on column xp.grant_receipt.correlation_id is 'Idempotency key of the call that wrote the row.';
comment on column xp.grant_receipt.policy_key is 'GRANT: no policy was asked.';
comment on column xp.grant_receipt.policy_version is '0: no policy was asked.';
comment on column xp.grant_receipt.season_id is 'Season of kind main of the UTC date, or that a correction named; null out of season.';
comment on column xp.grant_receipt.metadata is 'What the service noted.';
comment on column xp.grant_receipt.created_at is 'Instant of the grant.';
comment on column xp.grant_receipt.reward_day_id is 'Null: it is no claim.';
comment on column xp.grant_receipt.is_claim is 'False: it is no claim.';
comment on column xp.grant_receipt.corrected_balance is 'What a correction changed current_balance by: less than amount where the rest was spent before. Null: no correction.';
comment on column xp.grant_receipt.corrected_lifetime is 'What a correction changed lifetime_xp by, which ends at 0. Null: no correction.';
comment on column xp.grant_receipt.corrected_season is 'What a correction changed the XP of its season by, which ends at 0; 0 out of season. Null: no correction.';
comment on column xp.grant_receipt.actor is 'Who gave or took it: auth.uid(), or service_role.';
comment on column xp.grant_receipt.side_seasons is 'Seasons of other kinds that it counts for, likewise; null: none.';
comment on column xp.grant_receipt.corrected_sides is 'What a correction changed the XP of each of side_seasons by, which ends at 0. Null: no correction.';
comment on column xp.grant_receipt.level_reached is 'Highest level that the entry reached for the first time; null: none.';
commit;
