"""`html`: one page, needing nothing else and no network, with the drafts and a note beside each finding.

Everything that comes from a draft is escaped by the template; scripts and styles are let in by their hashes alone.
"""

from __future__ import annotations

import hashlib
import unicodedata
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from urllib.parse import urlsplit

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from linter.finding import Finding, Severity
from linter.report import Style
from linter.report._lines import Line, Piece, lines
from linter.report._terminal import hidden, printable
from linter.report.full import summary
from linter.result import FileResult, RuleInfo, RunResult
from linter.settings import describe
from linter.version import version
from linter.wording import counted


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the page shows it. `number` is what it is called in its file, from 1; '' for what is missing."""

    id: str
    number: str
    place: str
    finding: Finding
    rule: RuleInfo


@dataclass(frozen=True, slots=True)
class FileView:
    """A file as the page shows it; `notes` are found at places of the draft, `missing` and `suppressed` stand below."""

    id: str
    result: FileResult
    context: str
    lines: tuple[Line, ...]
    notes: tuple[Note, ...]
    missing: tuple[Note, ...]
    suppressed: tuple[tuple[Note, str], ...]


def render(run: RunResult, style: Style) -> str:
    """The page."""
    script, sheet = _asset("page.js"), _asset("page.css")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    environment.filters |= {
        "shown": shown,
        "counted": counted,
        "host": _host,
        "fixes": _fixes,
        "hover": _hover,
        "worst": _worst,
    }
    page = environment.from_string(_asset("page.html.jinja")).render(
        headline=headline(run),
        summary=summary(run),
        counts=[(severity, count) for severity in Severity if (count := run.count(severity))],
        rules=run.by_rule() if style.statistics else dict(sorted(run.by_rule().items())),
        statistics=style.statistics,
        problems=run.problems,
        files=[_view(file, f"f{number}", run.rules) for number, file in enumerate(run.files, 1)],
        version=version(),
        script=Markup(script),
        style=Markup(sheet),
        policy=_policy(script, sheet),
    )
    return page + "\n"


def headline(run: RunResult) -> str:
    """What the writer has to know first."""
    errors, warnings, suggestions = (run.count(severity) for severity in Severity)
    what = "this" if len(run.checked) == 1 else "these"
    if not run.checked:
        return "Nothing was checked"
    if errors:
        return f"{counted(errors, 'thing')} to change before you send {what}"
    if run.problems:
        return "Not everything could be checked"
    if warnings:
        return f"{counted(warnings, 'thing')} to reconsider before you send {what}"
    return "Nothing found to change" + (f", {counted(suggestions, 'thing')} to add" if suggestions else "")


def shown(text: str) -> Markup:
    """The text, escaped, with characters that are invisible or steer the text's direction written out."""
    if text.isascii() and text.isprintable():
        return escape(text)
    return Markup("").join(
        Markup('<span class="hidden" title="{}">{:04X}</span>').format(_name(character), ord(character))
        if hidden(character) and character != "\t"
        else escape(character)
        for character in text
    )


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def _hover(piece: Piece, file: FileView) -> str:
    """What the mark of a piece says when a pointer rests on it."""
    notes = [file.notes[number] for number in piece.findings]
    return "\n".join(
        f"{note.number}. {printable(note.finding.message)} {printable(note.finding.help)}".rstrip() for note in notes
    )


def _fixes(finding: Finding) -> list[str]:
    """How each fix mends the finding, said once; with the text that it writes where the title does not hold it."""
    said = []
    for fix in finding.fixes:
        text = " ".join(edit.text.strip() for edit in fix.edits).strip()
        head = fix.title.partition(' "')[0]  # a title cuts a long text short
        title = fix.title if text in fix.title else f"{head} “{text}”"
        said.append(f"{'Fix' if fix.safety == 'safe' else 'Fix, with care'}: {title}")
    return list(dict.fromkeys(said))


def _worst(piece: Piece, file: FileView) -> str:
    """The worst severity of the findings that a piece belongs to."""
    return max((file.notes[number].finding.severity for number in piece.findings), key=lambda one: one.rank).value


def _host(address: str) -> str:
    return urlsplit(address).hostname or address


def _view(file: FileResult, name: str, rules: dict[str, RuleInfo]) -> FileView:
    def info(finding: Finding) -> RuleInfo:
        return rules.get(finding.rule) or RuleInfo(finding.rule, finding.severity, "")

    placed = [finding for finding in file.findings if not info(finding).missing]
    missing = [finding for finding in file.findings if info(finding).missing]
    context = describe(file.context) if file.context is not None else ""
    if file.draft is None:
        return FileView(name, file, context, (), (), (), ())
    place = file.draft.place

    def notes(prefix: str, findings: list[Finding], numbered: bool) -> Iterator[Note]:
        for index, finding in enumerate(findings, 1):
            where = "line {}, column {}".format(*place(finding.start))
            yield Note(f"{name}-{prefix}{index}", str(index) * numbered, where, finding, info(finding))

    hushed = list(notes("s", [one.finding for one in file.suppressed], False))
    return FileView(
        id=name,
        result=file,
        context=context,
        lines=tuple(lines(file.draft, placed)),
        notes=tuple(notes("n", placed, True)),
        missing=tuple(notes("m", missing, False)),
        suppressed=tuple(zip(hushed, [one.reason for one in file.suppressed], strict=True)),
    )


def _asset(name: str) -> str:
    return (resources.files("linter.report") / "_page" / name).read_text(encoding="utf-8")


def _policy(script: str, sheet: str) -> str:
    """The page's content security policy: nothing but its own script and style, known by their hashes."""
    hashes = [f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in (script, sheet)]
    return (
        f"default-src 'none'; script-src {hashes[0]}; style-src {hashes[1]}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
