-- updated_at follows every update.
begin;
select plan(2);

create temporary table touched (id integer, updated_at timestamptz default '2000-01-01');
create trigger touch before update on touched for each row execute function core.touch();
insert into touched values (1);
update touched set id = 2;
select is(updated_at, now(), 'an update sets updated_at to the transaction''s instant') from touched;
update touched set updated_at = '1999-01-01';
select is(updated_at, now(), 'nobody can set another time') from touched;

select * from finish();
rollback;
