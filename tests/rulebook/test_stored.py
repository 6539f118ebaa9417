"""Stored rulebooks are those of the files, and are read anew when anything about them changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from linter import Context, Draft
from linter.engine import Linter
from linter.rulebook import Rulebook, RulebookError, load_rulebook, stored
from linter.rulebook.stored import Stored
from linter.store import Store

RULE = """\
id: extra/cat
level: warning
summary: A cat
message: 'A cat: {match}'
why: Dogs.
match:
  - phrases: [black (cat|tom), $pets]
  - tokens: [{LOWER: purr}]
unless:
  - {phrases: [not a .. cat], within: sentence}
examples:
  bad: ["A [[black cat]] sat.", "Hear it [[purr]]."]
  good: ["A dog sat."]
"""
TEXT = "A black cat sat. It will purr. My tabby is not a black cat. Write to jane.doe@mailnord.org."


@pytest.fixture
def extra(tmp_path: Path) -> Path:
    """A folder with one more rule."""
    folder = tmp_path / "more"
    (folder / "extra").mkdir(parents=True)
    (folder / "words").mkdir()
    (folder / "words" / "pets.yaml").write_text("- tabby\n- white mouse\n")
    (folder / "extra" / "cat.yaml").write_text(RULE)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "cache"))


def kept(store: Store, folder: Path) -> Rulebook:
    """A rulebook that was loaded from its files, and then stored."""
    book = Stored(store).load((folder,))
    Stored(store).keep((folder,), Linter(book))
    return book


def never(*args: object) -> Rulebook:
    raise AssertionError("the files were read again")


def test_a_stored_rulebook_finds_the_same(store: Store, extra: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = kept(store, extra)
    monkeypatch.setattr(stored, "load_rulebook", never)
    book = Stored(store).load((extra,))
    assert stored._content(book)[:3] == stored._content(plain)[:3]
    assert book.templates
    assert not plain.templates
    assert [rule.path for rule in book.rules.values()] == [rule.path for rule in plain.rules.values()]
    draft = Draft.from_text(TEXT)
    found = Linter(book).lint(draft, Context())
    assert found == Linter(plain).lint(draft, Context())
    assert [finding.match for finding in found if finding.rule == "extra/cat"] == ["black cat", "purr"]


def test_places_are_still_known(store: Store, extra: Path) -> None:
    plain = kept(store, extra)
    book = Stored(store).load((extra,))
    assert book.templates
    for keys in ((), ("match", 1), ("examples", "bad", 1), ("nowhere",)):
        rules = [found.rules["extra/cat"].document for found in (plain, book)]
        assert rules[0].place(keys) == rules[1].place(keys)
        assert rules[0].value_place(keys) == rules[1].value_place(keys)


@pytest.mark.parametrize("change", ["rule", "words", "more", "fewer", "identity"])
def test_a_change_is_noticed(store: Store, extra: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    kept(store, extra)
    if change == "rule":
        (extra / "extra" / "cat.yaml").write_text(RULE.replace("level: warning", "level: error"))
    elif change == "words":
        (extra / "words" / "pets.yaml").write_text("- white mouse\n")
    elif change == "more":
        (extra / "words" / "others.yaml").write_text("- dog\n")
    elif change == "fewer":
        (extra / "extra" / "cat.yaml").unlink()
    else:
        monkeypatch.setattr(stored, "identity", lambda: "another release")
    book = Stored(store).load((extra,))
    assert not book.templates
    assert stored._content(book) == stored._content(load_rulebook((extra,)))


def test_a_broken_rule_is_an_error_each_time(store: Store, extra: Path) -> None:
    kept(store, extra)
    (extra / "extra" / "cat.yaml").write_text(RULE + "colour: black\n")
    for _ in range(2):
        with pytest.raises(RulebookError, match="unknown key 'colour'"):
            Stored(store).load((extra,))


@pytest.mark.parametrize("data", [b"", b"[]", b'{"rules": 1}', json.dumps({"rules": [["a", "{}"]]}).encode()])
def test_what_we_did_not_write_is_read_around(store: Store, extra: Path, data: bytes) -> None:
    store.put(f"rules/{Stored(store).digest((extra,))}", data)
    assert "extra/cat" in Stored(store).load((extra,)).rules
