"""A run over drafts, with the real rulebook and an engine that only looks for words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from linter import engine
from linter.config import ConfigError
from linter.context import Document, Stage, Waiver
from linter.draft import Draft, DraftError
from linter.errors import UsageProblem
from linter.options import Options
from linter.result import FileResult, RunResult, explain
from linter.rulebook import Rulebook, load_rulebook
from linter.rulebook.compiler import Match
from linter.run import check
from linter.settings import FailLevel, Flags, Selection

WORDS = {"contact/email": r"\S+@\S+", "off-platform/invitation": "whatsapp", "contact/website": "my site"}


class FakeLinter(engine.Linter):
    """The engine's verdicts on simple matches."""

    def matches(self, draft: Draft) -> list[Match]:
        text = draft.folded.text
        if "slow" in text:
            raise DraftError("a rule's regex takes too long", "Mend the rule.", 3, 1)
        if "crash" in text:
            raise RuntimeError("boom")
        return [
            Match(rule, match.start(), match.end())
            for rule, pattern in WORDS.items()
            for match in re.finditer(pattern, text[draft.body :])
            for match in [re.compile(pattern).search(text, draft.body + match.start())]
            if match
        ]


@cache
def built_in_rules() -> Rulebook:
    """The built-in rules, loaded once."""
    return load_rulebook()


def quick_rulebook(extra: Sequence[Path] = ()) -> Rulebook:
    """The rulebook, with the built-in rules loaded once for all tests."""
    return load_rulebook(extra) if extra else built_in_rules()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and the simple engine."""
    monkeypatch.setattr(engine, "Linter", FakeLinter)
    monkeypatch.setattr("linter.linters.load_rulebook", quick_rulebook)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(text.encode())


def rules(run: RunResult, path: str = "a.txt") -> list[str]:
    return [finding.rule for finding in one(run, path).findings]


def one(run: RunResult, path: str = "a.txt") -> FileResult:
    return next(file for file in run.files if file.path == path)


MAIL = "Hello.\nWrite to me@there.org on WhatsApp.\n"


def test_a_draft_is_checked() -> None:
    write("a.txt", MAIL)
    run = check(["a.txt"], Options())
    assert rules(run) == ["contact/email", "off-platform/invitation"]
    assert run.exit_code == 1
    assert one(run).findings[0].policy


def test_selection_and_levels() -> None:
    write("a.txt", MAIL)
    contact = Options(Flags(selection=Selection(select=("contact",))))
    assert rules(check(["a.txt"], contact)) == ["contact/email"]
    assert rules(check(["a.txt"], Options(Flags(selection=Selection(ignore=("contact/email",)))))) == [
        "off-platform/invitation"
    ]
    never = check(["a.txt"], Options(Flags(fail_level=FailLevel.NEVER)))
    assert (len(rules(never)), never.exit_code) == (2, 0)


def test_precedence_from_end_to_end() -> None:
    write(".proposal-lint.yaml", "stage: ended\noverrides:\n- {files: ['a.*'], document: message}\n")
    write("a.txt", f"---\nplatform: generic\nwaive: [legal]\n---\n{MAIL}")
    file = one(check(["a.txt"], Options(Flags(stage=Stage.CONTRACT))))
    assert file.context is not None
    assert (file.context.platform, file.context.document, file.context.stage) == (
        "generic",
        Document.MESSAGE,
        Stage.CONTRACT,
    )
    assert file.context.waivers == {Waiver.LEGAL}
    origins = dict(file.origins)
    assert (origins["platform"], origins["stage"]) == ("front matter", "flag")
    assert "override 1" in origins["document"]
    assert "stage contract (flag)" in explain(file)
    isolated = one(check(["a.txt"], Options(isolated=True)))
    assert isolated.context is not None
    assert isolated.context.document is Document.PROPOSAL


@pytest.mark.parametrize(
    ("front", "line", "problem"),
    [
        ("document: profil", 2, "'profil' is no document. Did you mean 'profile'?"),
        ("# x\nplatform: upwrk", 3, "'upwrk' is no platform. Did you mean 'upwork'?"),
        ("waive: [enterprise, legl]", 2, "'legl' is no waive. Did you mean 'legal'?"),
        ("stage: [ended]", 2, "'['ended']' is no stage"),
        ("stage: on", 2, "is no stage"),
        ("platform: {a: 1}", 2, "is no platform"),
        ("platform: [", 2, "front matter is not YAML"),
    ],
)
def test_broken_front_matter_is_a_problem_and_the_rest_is_checked(front: str, line: int, problem: str) -> None:
    write("a.txt", f"---\n{front}\n---\n{MAIL}")
    run = check(["a.txt"], Options())
    (found,) = one(run).problems
    assert problem in str(found)
    assert found.line in (line, line + 1)
    assert rules(run) == ["contact/email", "off-platform/invitation"]
    assert run.exit_code == 2


def test_one_broken_draft_stops_no_other() -> None:
    write("a.txt", MAIL)
    Path("b.txt").write_bytes(b"caf\xe9")
    write("c.txt", "so\n\nslow")
    write("d.txt", "crash")
    run = check([".", "nope.txt"], Options())
    assert rules(run) == ["contact/email", "off-platform/invitation"]
    assert [file.path for file in run.files if file.problems] == ["b.txt", "c.txt", "d.txt", "nope.txt"]
    assert [str(problem).split(":")[0] for problem in run.problems] == ["b.txt", "c.txt", "d.txt", "nope.txt"]
    assert "RuntimeError: boom" in str(one(run, "d.txt").problems[0])
    assert isinstance(one(run, "d.txt").problems[0].__cause__, RuntimeError)
    assert run.exit_code == 2


def test_a_broken_configuration_is_one_problem_of_the_files_it_governs() -> None:
    write("a.txt", MAIL)
    write("sub/.proposal-lint.yaml", "ignore: [contact/emial]")
    write("sub/b.txt", MAIL)
    write("sub/c.txt", MAIL)
    run = check(["."], Options())
    assert len(run.problems) == 1
    assert ".proposal-lint.yaml:1:10: no rule is called 'contact/emial'. Did you mean 'contact/email'?" in str(
        run.problems[0]
    )
    assert rules(run) == ["contact/email", "off-platform/invitation"]
    assert [file.path for file in run.files if file.problems] == ["sub/b.txt", "sub/c.txt"]
    with pytest.raises(ConfigError):
        check(["a.txt"], Options(config=Path("nope.yaml")))


def test_a_broken_folder_of_rules_is_a_problem() -> None:
    write("a.txt", MAIL)
    write("r/contact/x.yaml", "id: contact/x\nlevl: error\n")
    assert "contact/x.yaml" in str(check(["a.txt"], Options(Flags(rules_dirs=(Path("r"),)))).problems[0])
    assert "no such folder" in str(check(["a.txt"], Options(Flags(rules_dirs=(Path("none"),)))).problems[0])


@pytest.mark.parametrize(
    ("flags", "problem"),
    [
        (Flags(platform="upwrk"), "--platform: no platform is called 'upwrk'. Did you mean 'upwork'?"),
        (Flags(platform="zzz"), "Known are: generic, upwork."),
        (Flags(selection=Selection(select=("contact/emial",))), "--select: no rule is called 'contact/emial'. Did you"),
        (
            Flags(selection=Selection(extend=("x",))),
            "--extend-select: no rule is called 'x'. `proposal-lint rules list`",
        ),
        (
            Flags(selection=Selection(ignore=("contcat",))),
            "--ignore: no rule is called 'contcat'. Did you mean 'contact'?",
        ),
    ],
)
def test_a_flag_that_names_something_unknown_ends_the_run(flags: Flags, problem: str) -> None:
    write("a.txt", MAIL)
    with pytest.raises(UsageProblem) as caught:
        check(["a.txt"], Options(flags))
    assert problem in str(caught.value)


def test_excludes_are_relative_to_their_configuration(folder: Path) -> None:
    write("p/.proposal-lint.yaml", "exclude: [old/, '*.md']")
    for name in ("p/a.txt", "p/old/b.txt", "p/c.md", "old/d.txt", "e.md"):
        write(name, "x")
    assert [file.path for file in check(["."], Options()).files] == ["e.md", "old/d.txt", "p/a.txt"]
    assert [file.path for file in check(["p/c.md"], Options()).files] == ["p/c.md"]
    assert check(["p/c.md", "p/old"], Options(force_exclude=True)).files == ()
    assert [file.path for file in check(["."], Options(exclude=("p", "e.*"))).files] == ["old/d.txt"]
    assert [file.path for file in check([str(folder)], Options(exclude=("p/", "e.*"))).files] == [
        str(folder / "old/d.txt")
    ]
    with pytest.raises(UsageProblem, match="--exclude: '!' is no pattern"):
        check(["."], Options(exclude=("!",)))


def test_standard_input_is_as_the_file() -> None:
    write("p/.proposal-lint.yaml", "overrides:\n- {files: ['*.md'], document: profile}\n")
    text = f"{MAIL}\n%% proposal-lint: ignore[contact/email]\nyou@there.org\n"
    write("p/a.md", text)
    (from_file,) = check(["p/a.md"], Options()).files
    (from_stdin,) = check(["-"], Options(stdin_filename="p/a.md"), text.encode).files
    assert from_file == from_stdin
    assert len(from_file.suppressed) == 1
    (nameless,) = check(["-"], Options(), text.encode).files
    assert nameless.path == "-"
    assert nameless.context is not None
    assert nameless.context.document is Document.PROPOSAL


def test_suppressed_findings_are_counted() -> None:
    write("a.txt", "me@there.org <!-- proposal-lint: ignore[contact/email] mine -->\nyou@there.org\n")
    file = one(check(["a.txt"], Options()))
    assert [finding.match for finding in file.findings] == ["you@there.org"]
    assert [(taken.finding.match, taken.reason) for taken in file.suppressed] == [("me@there.org", "mine")]
    assert [(rule.id, rule.summary) for rule in file.rules] == [("contact/email", "Email address, plain or disguised")]
    hidden = one(check(["a.txt"], Options(redact=True))).suppressed[0]
    assert (hidden.finding.match, hidden.reason) == ("•" * 12, "")
    unheeded = one(check(["a.txt"], Options(inline=False)))
    assert (len(unheeded.findings), unheeded.suppressed) == (2, ())


def test_a_dead_suppression_is_a_finding() -> None:
    write("a.txt", "hello <!-- proposal-lint: ignore[contact/email] -->\n")
    run = check(["a.txt"], Options())
    assert rules(run) == ["lint/unused-ignore"]
    assert run.exit_code == 1
    assert rules(check(["a.txt"], Options(Flags(selection=Selection(ignore=("lint/unused-ignore",)))))) == []
    assert rules(check(["a.txt"], Options(Flags(selection=Selection(select=("contact",)))))) == []


@pytest.mark.parametrize(
    "flags",
    [
        Flags(stage=Stage.CONTRACT),
        Flags(waive=frozenset((Waiver.ENTERPRISE,))),
        Flags(selection=Selection(select=("off-platform", "lint"))),
    ],
)
def test_a_suppression_is_alive_whatever_the_stage_or_selection(flags: Flags) -> None:
    write("a.txt", "me@there.org <!-- proposal-lint: ignore[contact/email] -->\n")
    file = one(check(["a.txt"], Options(flags)))
    assert (file.findings, file.suppressed) == ((), ())


def test_an_unknown_rule_in_a_suppression_is_a_problem_and_the_rest_is_reported() -> None:
    write("a.txt", f"{MAIL}x <!-- proposal-lint: ignore[contact/emial] -->\n")
    run = check(["a.txt"], Options())
    assert "a.txt:3:3: a directive names 'contact/emial', which is no rule. Did you mean 'contact/email'?" in str(
        run.problems[0]
    )
    assert (run.exit_code, len(rules(run))) == (2, 2)
    assert check(["a.txt"], Options(inline=False)).exit_code == 1


def test_redaction_masks_what_was_not_selected_too() -> None:
    write("a.txt", MAIL)
    flags = Flags(selection=Selection(select=("off-platform",)))
    file = one(check(["a.txt"], Options(flags, redact=True)))
    assert file.draft is not None
    assert file.draft.line(2) == "Write to •••••••••••• on ••••••••."


def test_empty_drafts_are_fine() -> None:
    write("a.txt", "")
    write("b.txt", "\n\n")
    Path("c.txt").write_bytes(b"\xef\xbb\xbf")
    run = check(["."], Options())
    assert (run.exit_code, len(run.checked)) == (0, 3)
