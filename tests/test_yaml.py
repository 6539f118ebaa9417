"""YAML that is read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.yaml import YamlError, load_yaml, read_yaml


def test_words_of_yaml_1_1_are_words() -> None:
    text = "a: [on, off, yes, no, y, n]\nb: 2026-11-23\nc: 9:00\nd: 010\ne: 1_000\nf: [true, False, null, ~, 1.5, -2]\n"
    assert load_yaml(text, "x").values == {
        "a": ["on", "off", "yes", "no", "y", "n"],
        "b": "2026-11-23",
        "c": "9:00",
        "d": 10,
        "e": "1_000",
        "f": [True, False, None, None, 1.5, -2],
    }


def test_words_as_keys_are_words() -> None:
    assert load_yaml("{off: 1, no: 2, <<: 3}", "x").values == {"off": 1, "no": 2, "<<": 3}


def test_every_value_knows_its_place() -> None:
    document = load_yaml("a: 1\nb:\n  - x\n  - c: 2\n", "x")
    assert document.place() == (1, 1)
    assert document.place(("b",)) == (2, 1)
    assert document.place(("b", 0)) == (3, 5)
    assert document.place(("b", 1, "c")) == (4, 5)
    assert document.place(("b", 1, "missing")) == (4, 5)
    assert document.place(("b", 7)) == (2, 1)
    assert document.value_place(("a",)) == (1, 4)


def test_the_first_line_can_be_another() -> None:
    assert load_yaml("a: 1\nb: 2", "x", first_line=5).place(("b",)) == (6, 1)
    with pytest.raises(YamlError) as caught:
        load_yaml("a: 1\na: 2", "x", first_line=5)
    assert caught.value.line == 6


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_text_has_no_value(text: str) -> None:
    assert load_yaml(text, "x").values is None


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("a: 1\na: 2", (2, 1), "the key 'a' stands twice"),
        ("b:\n  - {a: 1, a: 2}", (2, 12), "the key 'a' stands twice"),
        ("a: [1", (1, 6), "this is not YAML"),
        ("a: b: c", (1, 5), "mapping values are not allowed"),
        ("a: 'x", (1, 6), "this is not YAML"),
        ("\ta: b", (1, 1), "this is not YAML"),
        ("a: *b", (1, 4), "undefined alias"),
        ("a: 1\nb: \x01", (2, 4), "a control character"),
        ("a: \ud800", (1, 4), "a control character"),
        ("a: 1\n---\nb: 2", (2, 1), "another document"),
        ("a: !!python/object:os.system x", (1, 4), "unknown tag 'python/object:os.system'"),
        ("? [a]\n: b", (1, 3), "a key must be a word"),
        ("a: &x [*x]", (1, 4), "aliases multiply without end or hold themselves"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, place: tuple[int, int], problem: str) -> None:
    with pytest.raises(YamlError) as caught:
        load_yaml(text, "x.yaml")
    assert problem in caught.value.problem
    assert (caught.value.line, caught.value.column) == place
    assert str(caught.value).startswith(f"x.yaml:{place[0]}:{place[1]}: ")


@pytest.mark.parametrize("text", ["[" * 50_000, "[a," * 50_000, "{a: " * 5_000, "- " * 50_000])
def test_deep_nesting_is_refused_and_does_not_end_the_process(text: str) -> None:
    with pytest.raises(YamlError, match=r"nested too deeply|not YAML"):
        load_yaml(text, "x")


def test_deep_indentation_is_refused() -> None:
    with pytest.raises(YamlError, match="nested too deeply"):
        load_yaml("\n".join(" " * depth + "a:" for depth in range(3000)), "x")


def test_aliases_that_multiply_are_refused() -> None:
    rows = ["- &a [1,1,1,1,1,1,1,1,1,1]"]
    rows += [f"- &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 10)}]" for n in range(8)]
    with pytest.raises(YamlError, match="multiply"):
        load_yaml("\n".join(rows), "x")


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_yaml(path).values == {"a": 1}


@pytest.mark.parametrize(("data", "place"), [(b"a: 1\nb: caf\xe9", (2, 7)), (b"\xff\xfea\0", (1, 1))])
def test_another_encoding_is_an_error(tmp_path: Path, data: bytes, place: tuple[int, int]) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(YamlError, match="is not UTF-8") as caught:
        read_yaml(path)
    assert (caught.value.line, caught.value.column) == place


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(YamlError, match="cannot be read"):
        read_yaml(tmp_path / "a.yaml")
