-- Pages are bounded.
begin;
select plan(5);

select is(core.check_page_size(1), 1, 'a page may have one row');
select is(core.check_page_size(1000), 1000, 'a page may have a thousand rows');
select throws_ok('select core.check_page_size(0)', 'KG001', null, 'a page of no rows is refused');
select throws_ok('select core.check_page_size(1001)', 'KG001', null, 'a page of more than a thousand rows is refused');
select throws_ok('select core.check_page_size(null)', 'KG001', null, 'a page of unknown size is refused');

select * from finish();
rollback;
