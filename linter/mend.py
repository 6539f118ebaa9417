"""Fix drafts where they stand: check one, make its fixes, write it whole or not at all, and tell what is left."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

from linter import files
from linter.draft import Draft, DraftError
from linter.errors import PlacedError
from linter.finding import Finding
from linter.fixes.apply import fix_draft
from linter.result import FileResult, Mended
from linter.settings import Fixing

if TYPE_CHECKING:
    from linter.checker import Checker


def mend_source(checker: Checker, source: files.Source, stdin: Callable[[], bytes], fixing: Fixing) -> FileResult:
    """The outcome for a draft after its fixes; what was read of standard input is kept in `mended`, to be written on.

    A draft with a problem, such as a directive that names an unknown rule, is checked and left as it is.
    """
    if source.error is not None:
        return checker.check_source(source)
    piped = source.location is None or source.stdin
    try:
        data = stdin() if piped or source.location is None else files.read(source.location)
    except DraftError:
        return checker.check_source(source)
    first = checker.check_source(source, lambda: data)
    if first.draft is None or first.problems:
        return replace(first, mended=Mended(data, data)) if piped else first
    location = source.location

    def lint(draft: Draft) -> Sequence[Finding]:
        return checker.check_draft(draft, location).findings

    original = Draft.from_bytes(data, source.path)
    with checker.plainly():  # masked text would be written back
        fixed = fix_draft(original, lint, fixing.unsafe)
    if fixed.draft.text == original.text:
        return replace(first, mended=Mended(data, data)) if piped else first
    bom = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    mended = Mended(data, bom + fixed.draft.text.encode(), fixed.mended)
    if fixing.write and location is not None and not piped:
        try:
            if files.read(location) != data:
                raise DraftError("the file has changed meanwhile and is not fixed", "Run again.", 0, 0)
            files.write(location, mended.after)
        except OSError as error:
            problem = f"the fixed file cannot be written: {error.strerror or error}"
            return replace(first, problems=(PlacedError(source.path, problem, "Mend its permissions.", 0, 0),))
        except DraftError as error:
            return replace(first, problems=(PlacedError(source.path, error.problem, error.remedy, 0, 0),))
    return replace(checker.check_draft(fixed.draft, location), mended=mended)


def unified_diff(path: str, mended: Mended) -> str:
    """What changes, as a patch; only LF ends a line there."""
    name = path.replace("\\", "/")
    before, after = (list(StringIO(data.decode(), newline="\n")) for data in (mended.before, mended.after))
    lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
