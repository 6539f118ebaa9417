"""What an editor can do about a finding: fix it, take it back here or in the configuration, read the policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from lsprotocol import types
from pygls.uris import from_fs_path
from pygls.workspace import PositionCodec

from linter.config import FILE_NAME
from linter.draft import Draft
from linter.finding import Edit, Finding, Fix
from linter.fixes.apply import fix_draft
from linter.lsp.analysis import Analyser, Analysis, Place
from linter.lsp.configure import ignoring_in_toml, ignoring_in_yaml
from linter.lsp.diagnostics import diagnostic
from linter.lsp.edits import difference
from linter.lsp.ignores import ignoring
from linter.lsp.positions import Positions
from linter.rulebook import Rulebook
from linter.suppress import OWN_RULES

OPEN = "proposal-lint.open"
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.proposal-lint"

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_SHOWN = 40  # characters of a match that a title repeats
_OWN = frozenset(rule.id for rule in OWN_RULES)


@dataclass(frozen=True, slots=True)
class Editor:
    """What the editor can do, and how it counts columns."""

    codec: PositionCodec
    versions: bool = False
    creates: bool = False

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities, codec: PositionCodec) -> Editor:
        """What an editor says of itself."""
        edits = capabilities.workspace and capabilities.workspace.workspace_edit
        operations = (edits and edits.resource_operations) or ()
        versions = bool(edits and edits.document_changes)
        return cls(codec, versions, versions and types.ResourceOperationKind.Create in operations)

    def edit(
        self, uri: str, version: int | None, edits: Sequence[types.TextEdit], new: bool = False
    ) -> types.WorkspaceEdit:
        """Edits of one document, which is to be created first where it is new."""
        if not self.versions:
            return types.WorkspaceEdit(changes={uri: edits})
        document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        change = types.TextDocumentEdit(document, edits)
        create = [types.CreateFile(uri)] if new and self.creates else []
        return types.WorkspaceEdit(document_changes=[*create, change])


@dataclass(frozen=True, slots=True)
class Asked:
    """What the editor asks about: a stretch of a document in one version, and the kinds of actions that it wants.

    `automatic` where the editor asks by itself, as some do wherever the cursor goes.
    """

    uri: str
    version: int | None
    language: str
    place: Place
    root: Path
    analysis: Analysis
    range: types.Range
    only: Sequence[types.CodeActionKind | str] = ()
    automatic: bool = False

    def wants(self, kind: str) -> bool:
        """Whether the editor wants actions of a kind."""
        return not self.only or any(one in ("", kind) or kind.startswith(f"{one}.") for one in map(_kind, self.only))


def actions(asked: Asked, editor: Editor, analyser: Analyser) -> list[types.CodeAction]:
    """The actions for what was found in a stretch; those that write directives are tried out first."""
    result, book = asked.analysis.result, asked.analysis.rulebook
    if result is None or result.draft is None or book is None:
        return []
    offered = _Offered(asked, editor, analyser, result.draft, book, Positions(asked.analysis.text, editor.codec))
    found: list[types.CodeAction] = []
    if asked.wants(types.CodeActionKind.QuickFix.value):
        found += offered.quick_fixes(result.findings)
    if asked.wants(FIX_ALL) and not asked.automatic and not result.problems:  # as `--fix` leaves a draft with problems
        found += offered.fix_all()
    return found


@dataclass(frozen=True, slots=True)
class _Offered:
    asked: Asked
    editor: Editor
    analyser: Analyser
    draft: Draft
    book: Rulebook
    positions: Positions

    def quick_fixes(self, findings: Iterable[Finding]) -> Iterator[types.CodeAction]:
        """The actions for the findings that the stretch touches: fixes first."""
        start, end = (self.positions.offset(place) for place in (self.asked.range.start, self.asked.range.end))
        touched = [finding for finding in findings if finding.start <= end and start <= finding.end]
        yield from self._fixes(touched)
        often = Counter(finding.rule for finding in touched)
        for finding in touched:
            yield from self._directive(finding, f' ("{_short(finding.match)}")' if often[finding.rule] > 1 else "")
        for rule in dict.fromkeys(finding.rule for finding in touched):
            concerned = [finding for finding in touched if finding.rule == rule]
            yield from self._configured(rule, concerned)
        for address in dict.fromkeys(address for finding in touched for address in finding.policy):
            concerned = [finding for finding in touched if address in finding.policy]
            rules = ", ".join(dict.fromkeys(finding.rule for finding in concerned))
            title = f"Read the policy on {rules}"
            command = types.Command(title, OPEN, arguments=[address])
            yield self._action(title, concerned, command=command)

    def fix_all(self) -> Iterator[types.CodeAction]:
        """One action that makes every safe fix, as `--fix` does."""
        place = self.asked.place
        fixed = fix_draft(self.draft, lambda draft: self.analyser.findings(draft.text, place))
        if fixed.draft.text != self.draft.text:
            edit = self._edit([difference(self.draft.text, fixed.draft.text)])
            yield types.CodeAction("Make every safe fix", kind=FIX_ALL, edit=edit)

    def _fixes(self, findings: Sequence[Finding]) -> Iterator[types.CodeAction]:
        fixes = dict.fromkeys(fix for finding in findings for fix in finding.fixes)  # several may share one
        for fix in fixes:
            concerned = [finding for finding in findings if fix in finding.fixes]
            yield self._action(fix.title, concerned, edit=self._edit(fix.edits), preferred=_safe(fix))

    def _directive(self, finding: Finding, which: str) -> Iterator[types.CodeAction]:
        if finding.rule not in _OWN:
            missing = self.book.rules[finding.rule].file.require is not None
            markdown = self.asked.language == "markdown" or self.asked.place.path.lower().endswith(_MARKDOWN)
            if edits := ignoring(
                self.draft, finding, missing, markdown, lambda text: self._mends(text, finding, suppressed=1)
            ):
                title = f"Ignore {finding.rule} {'in this draft' if missing else 'here'}{which}"
                yield self._action(title, [finding], edit=self._edit(edits))

    def _configured(self, rule: str, findings: Sequence[Finding]) -> Iterator[types.CodeAction]:
        path = self.asked.analysis.result.configuration if self.asked.analysis.result is not None else None
        new = path is None
        if path is None:
            folder = self.asked.place.folder
            path = (self.asked.root if folder.is_relative_to(self.asked.root) else folder) / FILE_NAME
            text = ""
        else:
            try:
                text = path.read_bytes().decode("utf-8-sig")
            except (OSError, UnicodeDecodeError):
                return
        edit = (ignoring_in_toml if path.suffix == ".toml" else ignoring_in_yaml)(text, rule)
        uri = from_fs_path(str(path))
        if edit is None or uri is None:
            return
        positions = Positions(text, self.editor.codec)
        change = types.TextEdit(positions.range(edit.start, edit.end), edit.text)
        title = f"Ignore {rule} in {path.name}{' (new)' if new else ''}"
        yield self._action(title, findings, edit=self.editor.edit(uri, None, [change], new))

    def _mends(self, text: str, finding: Finding, suppressed: int = 0) -> bool:
        """Whether an edited text lacks the finding, has nothing that was not there before, and more that is suppressed."""
        before, after = self.asked.analysis.result, self.analyser.analyse(text, self.asked.place).result
        if before is None or after is None or len(after.problems) > len(before.problems):
            return False
        if len(after.suppressed) < len(before.suppressed) + suppressed:
            return False
        old, new = (Counter((one.rule, one.match) for one in result.findings) for result in (before, after))
        wanted = (finding.rule, finding.match)
        return new[wanted] < old[wanted] and not new - old

    def _edit(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        changes = [types.TextEdit(self.positions.range(edit.start, edit.end), edit.text) for edit in edits]
        return self.editor.edit(self.asked.uri, self.asked.version, changes)

    def _action(
        self,
        title: str,
        findings: Sequence[Finding],
        edit: types.WorkspaceEdit | None = None,
        command: types.Command | None = None,
        preferred: bool = False,
    ) -> types.CodeAction:
        return types.CodeAction(
            title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, self.positions) for finding in findings],
            is_preferred=True if preferred else None,
            edit=edit,
            command=command,
        )


def _short(text: str) -> str:
    return shorten(text, _SHOWN, placeholder="…")


def _safe(fix: Fix) -> bool:
    return fix.safety == "safe"


def _kind(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind
