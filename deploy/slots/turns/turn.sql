-- Deploy gamekeeper:slots/turns/turn to pg
-- requires: slots/wallets/wallets slots/wallets/wallet_entries slots/limits/accounts slots/sessions/sessions slots/sessions/gameplay_events slots/learning/rl_store
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What is done in a session is first worked out in memory and then written (slots.save_turn), so that a hundred actions cost
-- little more rows, locks and checks than one.
create type slots.turn as (
  session slots.sessions,
  wallet slots.wallets,
  account slots.accounts,
  entries slots.wallet_entries[],
  events slots.gameplay_events[],
  experiences slots.rl_store[],
  by_service boolean,
  actor uuid
);
comment on type slots.turn is
  'An action of a session that is not written yet: the locked rows as it leaves them, and the rows that it adds.';
comment on column slots.turn.session is 'The session.';
comment on column slots.turn.wallet is 'Its wallet; null for a session without one.';
comment on column slots.turn.account is 'The account that the wallet counts on; null without a wallet.';
comment on column slots.turn.entries is 'Entries of the wallet, in order.';
comment on column slots.turn.events is 'Events, in order: one for each action, and before a CashOut the spin that it played.';
comment on column slots.turn.experiences is 'An experience for each event.';
comment on column slots.turn.by_service is 'Whether the service plays; otherwise the owner does.';
comment on column slots.turn.actor is 'Who plays (auth.uid()); null for a service that claims no id, and for upkeep.';
commit;
