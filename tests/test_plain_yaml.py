"""YAML into plain text: what is read, and what is refused, where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import plain_yaml


def parse(text: str) -> tuple[object, list[str]]:
    value, problems, _ = plain_yaml.parse(text.encode(), "f.yaml")
    return value, [str(problem) for problem in problems]


@pytest.mark.parametrize("scalar", ["no", "12:30", "2019-03-10", "1e3", "0x10", "~", "null", "1_000", "on", "3.10"])
def test_every_scalar_stays_what_was_typed(scalar: str) -> None:
    assert parse(f"a: {scalar}\nb: [{scalar}]") == ({"a": scalar, "b": [scalar]}, [])


def test_an_empty_value_is_empty_text() -> None:
    assert parse("a:\nb: ''") == ({"a": "", "b": ""}, [])


def test_an_alias_stands_for_its_value() -> None:
    assert parse("a: &x [1, 2]\nb: *x") == ({"a": ["1", "2"], "b": ["1", "2"]}, [])


def test_every_key_given_twice_is_named_where_it_stands() -> None:
    value, problems = parse("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n")
    assert value == {"a": "1", "b": {"c": "1"}}
    assert problems == [
        "f.yaml:4:3: error: `c` is given twice here; keep one of the two [duplicate-key]",
        "f.yaml:5:1: error: `a` is given twice here; keep one of the two [duplicate-key]",
    ]


BOMB = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("text", "where", "code"),
    [
        ("a: [1, 2", "f.yaml:1:4", "yaml-syntax"),
        ("a: 1\n\tb: 2", "f.yaml:2:1", "yaml-syntax"),
        ("a: 1\n---\nb: 2", "f.yaml:2:1", "yaml-documents"),
        ("? [a, b]\n: 1", "f.yaml:1:3", "yaml-key"),
        ("*x : 1", "f.yaml:1:1", "yaml-key"),
        ("a: *nothing", "f.yaml:1:4", "yaml-alias"),
        ("a: &x [*x]", "f.yaml:1:8", "yaml-alias"),
        ("a: !!python/object/apply:os.system [id]", "f.yaml:1:4", "yaml-tag"),
        ("a: !!int 3", "f.yaml:1:4", "yaml-tag"),
        ("[" * 5000, "f.yaml:1:33", "yaml-depth"),
        ("a: b\nc: d\x1be", "f.yaml:2:5", "yaml-syntax"),
        ("a: b\x00c", "f.yaml:1:5", "yaml-syntax"),
        (BOMB, "f.yaml:6:10", "yaml-alias"),
    ],
)
def test_what_is_refused_is_refused_where_it_stands(text: str, where: str, code: str) -> None:
    _, problems = parse(text)
    assert [(problem.split(": ")[0], problem.rsplit("[", 1)[1]) for problem in problems] == [(where, f"{code}]")]


@pytest.mark.parametrize(
    ("text", "where", "remedy"),
    [
        ("a: She said: no", "f.yaml:1:12", "if `: ` is part of a text, put the whole text in quotes"),
        ("a: {b: She said: no}", "f.yaml:1:16", "if `: ` or `, ` is part of a text, put the whole text in quotes"),
        ("a: 1\n\tb: 2", "f.yaml:2:1", "a line is indented by spaces, not by tabs"),
        ("a:\n\t- b", "f.yaml:2:1", "a line is indented by spaces, not by tabs"),
    ],
)
def test_the_commonest_slips_are_told_with_what_to_do(text: str, where: str, remedy: str) -> None:
    _, [problem] = parse(text)
    assert problem.startswith(f"{where}: error: not YAML here: ")
    assert problem.endswith(f"; {remedy} [yaml-syntax]")


@pytest.mark.parametrize("text", ["a: [1, 2", "a: 'b' c", "a: {b: c"])
def test_other_slips_are_not_told_to_be_these(text: str) -> None:
    _, [problem] = parse(text)
    assert "quotes" not in problem
    assert "tabs" not in problem


def test_a_file_that_is_not_utf8_is_refused_where_it_breaks() -> None:
    _, problems, _ = plain_yaml.parse(b"a: b\nc: caf\xe9\n", "f.yaml")
    assert [str(problem) for problem in problems] == [
        "f.yaml:2:7: error: byte 0xe9 is not UTF-8 text; save the file as UTF-8 [not-utf8]"
    ]


@given(st.text(max_size=60) | st.text(alphabet="ab:- []{}&*!'\"\n#?|>%\t,", max_size=60))
def test_no_text_raises(text: str) -> None:
    plain_yaml.parse(text.encode("utf-8", "surrogatepass"), "f.yaml")
    plain_yaml.positions(text.encode("utf-8", "surrogatepass"), "f.yaml")


@given(st.recursive(st.text("abc 1", max_size=5), lambda inner: st.lists(inner, max_size=3)))
def test_positions_know_every_value(value: object) -> None:
    import yaml

    text = yaml.safe_dump({"a": value}, default_style='"')
    found = plain_yaml.positions(text.encode(), "f.yaml")
    paths = set(_paths(plain_yaml.parse(text.encode(), "f.yaml").value, ()))
    assert set(found.values) == paths


def _paths(value: object, path: tuple[str | int, ...]) -> list[tuple[str | int, ...]]:
    inner: list[tuple[str | int, ...]] = []
    if isinstance(value, dict):
        inner = [one for key, child in value.items() for one in _paths(child, (*path, key))]
    elif isinstance(value, list):
        inner = [one for index, child in enumerate(value) for one in _paths(child, (*path, index))]
    return [path, *inner]


def test_what_an_alias_stands_for_is_not_shared() -> None:
    value, *_ = parse("a: &a {b: [c]}\nd: *a\n")
    assert isinstance(value, dict)
    assert value["a"] == value["d"]
    assert value["a"] is not value["d"]
    assert value["a"]["b"] is not value["d"]["b"]
