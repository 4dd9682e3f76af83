"""The style holds for every file, and the checker of bodies sees what it should."""

import pytest

from runner import bodies, lint


@pytest.mark.parametrize("name", lint.CHECKS)
def test_finds_nothing(name: str) -> None:
    """A linter has no complaint about any file."""
    if complaint := lint.CHECKS[name]([]):
        pytest.fail(complaint, pytrace=False)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("SELECT 1;\n", "SELECT is not in lower case"),
        ("do $$\nbegin\n  IF true then\n  end if;\nend\n$$;\n", "IF is not in lower case"),
        ("select\n   1;\n", "the indent is not a multiple of two spaces"),
        ("select\n\t1;\n", "a tab"),
        ("select 1; \n", "a space at the line's end"),
        ("select 1,2;\n", "a comma follows no space, and one follows it"),
        (
            "do $$\nbegin\n  perform f(1 , 2);\nend\n$$;\n",
            "a comma follows no space, and one follows it",
        ),
        ("do $$\nbegin\n  assert 1 != 2;\nend\n$$;\n", "!= is written <>"),
        (
            "do $$\nbegin\nexception\n  when sqlstate 'KG004' then null;\nend\n$$;\n",
            "a handler names a state of class KG: ask core.caught",
        ),
        (
            "do $$\nbegin\n  assert sqlstate in ('KG004', 'KG005');\nend\n$$;\n",
            "a handler names a state of class KG: ask core.caught",
        ),
        ("select 1;", "the file does not end in one newline"),
        ("select 1;\n\n", "the file does not end in one newline"),
    ],
)
def test_style_sees(text: str, fault: str) -> None:
    """Each fault of style is named once."""
    assert [found for _, found in lint.style_faults(text)] == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "select 'SELECT', \"FROM\"; -- WHERE\n",
        "select '{a,b}'::text[], 'a , b', e'!=';\n",
        "/* AND */ select e'it\\'s OR', 'it''s NOT';\n",
        "comment on table a.b is\n  'One\n   thing.';\n",
        "select regexp_match(a, $re$FROM (.+) TO$re$);\n",
    ],
)
def test_style_passes(text: str) -> None:
    """Strings, names and comments are no code."""
    assert lint.style_faults(text) == []


FUNCTION = """create function s.f(amount integer, kept s.t) returns setof s.t
language {} as $$
{}
$$;
"""
PLPGSQL = [
    ("select x.a into _a from s.t x;", "the alias x has no `as`", "select x.a into _a from s.t as x;"),
    ("perform g() total;", "the alias total has no `as`", "perform g() as total;"),
    ("update s.t x set a = 1;", "the alias x has no `as`", "update s.t as x set a = 1;"),
    ("_a := amount + 1;", "the parameter amount is not f.amount", "_a := f.amount + 1;"),
    ("_a := kept.a;", "the parameter kept is not f.kept", "_a := f.kept.a;"),
    ("if amount > 1 then return; end if;", "the parameter amount is not f.amount", "if f.amount > 1 then return; end if;"),
    ("for _i in 1..amount loop end loop;", "the parameter amount is not f.amount", "for _i in 1..f.amount loop end loop;"),
    ("case _a when amount then null; end case;", "the parameter amount is not f.amount", "case _a when f.amount then null; end case;"),
    ("execute 'x' using amount;", "the parameter amount is not f.amount", "execute 'x' using f.amount;"),
    ("return query select t.* from s.t as t where t.a = amount;", "the parameter amount is not f.amount", "return query select t.* from s.t as t where t.a = f.amount;"),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "fault", "mended"), PLPGSQL, ids=[row[0] for row in PLPGSQL])
def test_bodies_sees_what_is_wrong_in_plpgsql(statement: str, fault: str, mended: str) -> None:
    """Each fault is named on its line, and mended by one insertion."""
    head = "declare\n  _a integer;\n  _kind s.kind;\nbegin\n  "
    text = FUNCTION.format("plpgsql", f"{head}{statement}\nend")
    assert [found.message for found in bodies.faults(text)] == [fault]
    assert text.count("\n", 0, bodies.faults(text)[0].offset) == 6
    assert bodies.mend(text) == FUNCTION.format("plpgsql", f"{head}{mended}\nend")


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (FUNCTION.format("sql", "select t.* from s.t where t.a = amount"), ["the parameter amount is not f.amount"]),
        ("create function f(a integer) returns integer return a + 1;", ["the parameter a is not f.a"]),
        (
            "create function f(a s.t) returns setof s.t begin atomic select x.b c from s.t x where x.d = (a).d; end;",
            ["the alias c has no `as`", "the alias x has no `as`", "the parameter a is not f.a"],
        ),
        ("create view s.v as select t.a b from s.t;", ["the alias b has no `as`"]),
        (
            FUNCTION.format("plpgsql", "declare\n  total integer;\nbegin\n  for n in 1..2 loop end loop;\nend"),
            ["the local total is not called _total", "the local n is not called _n"],
        ),
    ],
)  # fmt: skip
def test_bodies_sees_what_is_wrong_in_sql(text: str, faults: list[str]) -> None:
    """Bodies in SQL, views and declarations are held to the same names."""
    assert [found.message for found in bodies.faults(text)] == faults


@pytest.mark.parametrize(
    "statement",
    [
        "select distinct on (x.a) x.a into _a from s.t as x order by x.a;",
        "insert into s.t as x (amount) values (f.amount) on conflict (amount) where amount > 0 do update set amount = excluded.amount;",
        "perform g(amount => f.amount);",
        "select x.a as amount into _a from s.t as x order by amount;",
        "select kept.a into _a from s.t as kept;",
        "_kind := 'x'; select 1, 'y' into _a, _kind;",
        "_kept.a := case when f.kept.a >= 1 then f.kept.b = 2 end;",
        "if new.a <> old.a and tg_op = 'UPDATE' and not found then raise 'é %', f.amount; end if;",
    ],
)
def test_bodies_passes(statement: str) -> None:
    """Columns, named arguments and sorted results are no parameters."""
    declared = "declare\n  _a integer;\n  _kind s.kind;\n  _kept s.t := f.kept;\nbegin\n  "
    assert bodies.faults(FUNCTION.format("plpgsql", f"{declared}{statement}\nend")) == []
