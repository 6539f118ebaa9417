"""Rule, platform and word files are read strictly, with file, line and column of whatever is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.rulebook import Rulebook, RulebookError, UnknownName, load_rulebook

RULE = """\
id: my/rule
level: warning
summary: A rule
message: Found it.
why: Because.
match:
  - phrases: [dear sir or madam]
examples:
  bad:
    - "[[Dear Sir or Madam]], hello."
  good:
    - "Hi Dana."
"""
PLATFORM = """\
id: bazaar
name: Bazaar
levels:
  contact/email:
    profile: error
    message: {pre-contract: error, contract: off, ended: warning}
"""


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_own_rules_are_added(tmp_path: Path) -> None:
    book = load_rulebook([_write(tmp_path, "my/rule.yaml", RULE)])
    assert book.rules["my/rule"].summary == "A rule"
    assert "contact/email" in book.rules


def test_a_later_folder_replaces_a_rule(tmp_path: Path) -> None:
    text = RULE.replace("my/rule", "contact/email")
    assert load_rulebook([_write(tmp_path, "contact/email.yaml", text)]).rules["contact/email"].summary == "A rule"


def test_own_platform(tmp_path: Path) -> None:
    assert load_rulebook([_write(tmp_path, "platforms/bazaar.yaml", PLATFORM)]).platform("bazaar").name == "Bazaar"


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("level: warning", "levle: warning", "2:1", "unknown key 'levle'. Did you mean 'level'?"),
        ("level: warning", "level: fatal", "2:1", "'level': input should be 'error', 'warning' or 'suggestion'"),
        ("level: warning", "level: warning\nlevel: error", "3:1", "the key 'level' stands twice"),
        ("id: my/rule", "id: my/other", "1:1", "the id is 'my/other'. It must be the path: 'my/rule'."),
        ("  - phrases: [dear sir or madam]", "  - phrases: [on $aps]", "7:", "no word list is called '$aps'"),
        ("  - phrases: [dear sir or madam]", "  - phrases: ['(a']", "7:", "cannot read"),
        ("  - phrases: [dear sir or madam]", "  - phrase: [a]", "7:5", "unknown key 'phrase'. Did you mean 'phrases'?"),
        (
            "  - phrases: [dear sir or madam]",
            "  - tokens: [{LOWR: a}]",
            "7:",
            "tokens have no LOWR. Did you mean 'LOWER'?",
        ),
        ("  - phrases: [dear sir or madam]", "  - tokens: [{LOWER: a, OP: '{1,9999}'}]", "7:", "repeats without bound"),
        ("  - phrases: [dear sir or madam]", "  - regex: '(a'", "7:", "the regex cannot be read"),
        ("  - phrases: [dear sir or madam]", "  - regex: 'a*'", "7:", "matches the empty text"),
        (
            "  - phrases: [dear sir or madam]",
            "  - identifier: emial",
            "7:",
            "no identifier is called 'emial'. Did you mean 'email'?",
        ),
        (
            "  - phrases: [dear sir or madam]",
            "  - signal: tool",
            "7:",
            "no signal is called 'tool'. Did you mean 'tools'?",
        ),
        ("  - phrases: [dear sir or madam]", "  - {regex: a, identifier: email}", "7:", "needs exactly one of"),
        ("match:", "require:\n  - phrases: [a]\nmatch:", "1:1", "needs either 'match' or 'require'"),
        ('"[[Dear Sir or Madam]], hello."', '"Hello."', "10:", "a bad example marks nothing"),
        ('  good:\n    - "Hi Dana."\n', "", "8:1", "good"),
        ("match:\n  - phrases: [dear sir or madam]\n", "match: [\n", "", "this is not YAML"),
    ],
)
def test_broken_rule(tmp_path: Path, old: str, new: str, place: str, problem: str) -> None:
    assert old in RULE
    _write(tmp_path, "my/rule.yaml", RULE.replace(old, new))
    with pytest.raises(RulebookError) as error:
        load_rulebook([tmp_path])
    assert f"rule.yaml:{place}" in str(error.value)
    assert problem in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("contact/email:", "contact/emial:", "no rule is called 'contact/emial'. Did you mean 'contact/email'?"),
        ("contract: off, ", "", "'message' has no level for contract"),
        ("id: bazaar", "id: shop", "It must be the file's name: 'bazaar'."),
        ("profile: error", "profile: error\n    read: yesterday", "'yesterday' is not a day"),
        ("profile: error", "profil: error", "unknown key 'profil'. Did you mean 'profile'?"),
    ],
)
def test_broken_platform(tmp_path: Path, old: str, new: str, problem: str) -> None:
    _write(tmp_path, "platforms/bazaar.yaml", PLATFORM.replace(old, new))
    with pytest.raises(RulebookError) as error:
        load_rulebook([tmp_path])
    assert "bazaar.yaml:" in str(error.value)
    assert problem in str(error.value)


@pytest.mark.parametrize(
    ("text", "problem"), [("a: b\n", "list of strings"), ("- 3\n", "'3' is not a string"), ("[]\n", "list")]
)
def test_broken_words(tmp_path: Path, text: str, problem: str) -> None:
    _write(tmp_path, "words/own.yaml", text)
    with pytest.raises(RulebookError, match=problem):
        load_rulebook([tmp_path])


def test_words_of_yaml_1_1_stay_words(tmp_path: Path) -> None:
    _write(tmp_path, "words/own.yaml", "- on\n- off\n- no\n")
    assert load_rulebook([tmp_path]).words["own"] == ("on", "off", "no")


def test_a_misspelled_ending_is_no_silence(tmp_path: Path) -> None:
    _write(tmp_path, "my/rule.yml", RULE)
    with pytest.raises(RulebookError, match="Rename the file"):
        load_rulebook([tmp_path])


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="no such folder"):
        load_rulebook([tmp_path / "nowhere"])


def test_selectors(rulebook: Rulebook) -> None:
    assert rulebook.resolve("contact/email") == {"contact/email"}
    assert rulebook.resolve("communication") == rulebook.resolve("communication/")
    assert len(rulebook.resolve("communication")) == 5
    with pytest.raises(UnknownName) as error:
        rulebook.resolve("contact/emial")
    assert error.value.nearest == "contact/email"
    with pytest.raises(UnknownName) as error:
        rulebook.platform("upwrk")
    assert error.value.nearest == "upwork"


@pytest.mark.parametrize(
    ("fix", "place", "problem"),
    [
        ("{safety: safe}", "9:3", "needs exactly one of phrases, replace, insert, like; has none"),
        ("{replace: match, insert: tools}", "9:3", "needs exactly one of phrases, replace, insert"),
        ("{insert: tools}", "1:1", "a fix of 'require' is an 'insert', and only that"),
        ("{like: my/other}", "9:4", "no rule is called 'my/other'"),
        ("{like: contact/phone}", "9:4", "takes its own fixes from elsewhere. Name that rule."),
        ("{like: contact/email, with: x}", "9:3", "'like' goes without 'with'"),
        ("{phrases: [(hi]}", "9:14", "cannot read '(hi'"),
        ("{replace: word}", "9:4", "'fix.0.replace'"),
    ],
)
def test_broken_fix(tmp_path: Path, fix: str, place: str, problem: str) -> None:
    _write(tmp_path, "my/rule.yaml", RULE.replace("examples:", f"fix:\n- {fix}\nexamples:"))
    with pytest.raises(RulebookError) as error:
        load_rulebook([tmp_path])
    assert problem in str(error.value)
    assert f"rule.yaml:{place}" in str(error.value)


def test_alias(tmp_path: Path) -> None:
    _write(tmp_path, "my/rule.yaml", RULE + "aliases: [old/name]\n")
    assert load_rulebook([tmp_path]).resolve("old/name") == {"my/rule"}


def test_every_level_of_a_real_platform_has_its_evidence(rulebook: Rulebook) -> None:
    for platform in rulebook.platforms.values():
        if platform.id == "generic":
            continue
        for key, verdict in platform.file.levels.items():
            assert verdict.policy.startswith("https://"), (platform.id, key)
            assert verdict.read, (platform.id, key)
            assert verdict.evidence != "none", (platform.id, key)


def test_every_rule_has_a_verdict_everywhere(rulebook: Rulebook) -> None:
    for platform in rulebook.platforms.values():
        assert [rule for rule in rulebook.rules if platform.verdict(rule) is None] == []
