-- Heads that were published outside, compared with what a restore left.
begin;
select plan(9);
create temp table w as select test.slots_wallet('ann', 100) as whole, test.slots_wallet('ben', 100) as short, test.slots_wallet('cat', 100) as other;
grant select on w to public;
select slots.wallet_operation((select whole from w), 'credit', 5, 'b');
create temp table heads as
select jsonb_agg(jsonb_build_object('walletId', e.wallet_id, 'entryNo', e.entry_no, 'entryHash', encode(e.entry_hash, 'hex')) order by e.entry_no) as heads
from slots.wallet_entries as e, w where e.wallet_id = w.whole;
grant select on heads to public;

select test.as_service();
select results_eq(
  'select r.entry_no, r.verdict, r.last_entry_no from heads, slots.tail_report(heads) as r',
  $$values (1::bigint, 'agree', 2::bigint), (2, 'agree', 2)$$, 'heads of a whole chain agree, the newest and older ones'
);
select is((select r.verdict from w, heads, slots.tail_report(jsonb_build_array(heads -> 1 || jsonb_build_object('entryNo', 3))) as r), 'lost a tail', 'a head beyond the end of the chain is of a tail that was lost');
select is((select r.verdict from w, heads, slots.tail_report(jsonb_build_array(heads -> 1 || jsonb_build_object('entryNo', 1))) as r), 'forked', 'a head where another entry stands is of a fork');
select is((select r.verdict from w, heads, slots.tail_report(jsonb_build_array(heads -> 1 || jsonb_build_object('walletId', w.other))) as r), 'lost a tail', 'a head of another wallet is beyond the end of a shorter one');
select is((select r.verdict from heads, slots.tail_report(jsonb_build_array(heads -> 1 || jsonb_build_object('walletId', gen_random_uuid()))) as r), 'gone', 'a head of a wallet that is not there is gone');
select is((select count(*) from slots.tail_report('[]')), 0::bigint, 'no heads make no report');
select throws_ok($$select slots.tail_report('[{"walletId": "x", "entryNo": 1, "entryHash": "00"}]')$$, 'KG001', null, 'what is no head is refused');
select throws_ok($$select slots.tail_report('{}')$$, 'KG001', null, 'what is no list of heads is refused');
select test.as_operator(test.user('olga'));
select throws_ok($$select slots.tail_report('[]')$$, '42501', null, 'an operator is not told of heads');
select * from finish();
rollback;
