"""`proposal-lint doctor`"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator
from importlib import metadata

import typer

from linter.cli._output import out
from linter.errors import PlacedError
from linter.version import version
from linter.wording import counted

PACKAGES = ("spacy", "typer", "pydantic", "regex", "PyYAML", "pathspec", "wcwidth")
SAMPLE = "You can write to me at someone@sample-draft.org before we start.\n"  # no reserved host: those are allowed


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor() -> int:
    """Check the installation: versions, rules, configuration, a sample draft. Exit code 2 if something is broken."""
    broken = False
    for name, examine in (
        ("proposal-lint", lambda: f"{version()}, Python {platform.python_version()}, {sys.executable}"),
        ("packages", _packages),
        ("rules", _rules),
        ("configuration", _configuration),
        ("sample draft", _sample),
        ("language server", _server),
    ):
        fine, answer = _examined(examine)
        broken = broken or not fine
        out(f"{'ok ' if fine else 'BAD'}  {name}: {answer}\n")
    return 2 if broken else 0


def _examined(examine: Callable[[], str]) -> tuple[bool, str]:
    try:
        return True, examine()
    except PlacedError as error:
        return False, str(error)
    except Exception as error:  # whatever is broken, the rest is looked at too
        return False, f"{type(error).__name__}: {error}"


def _packages() -> str:
    return ", ".join(f"{name} {metadata.version(name)}" for name in PACKAGES)


def _rules() -> str:
    from linter.cli.rules import load
    from linter.rulebook.words import rules_folder

    book = load((), None, False)
    folders = ", ".join((str(rules_folder()), *_own()))
    return f"{counted(len(book.rules), 'rule')}, platforms {', '.join(book.platforms)}, from {folders}"


def _own() -> Iterator[str]:
    from linter.config import ConfigFinder
    from linter.files import absolute

    yield from map(str, ConfigFinder().of(absolute(".")).rules_dirs)


def _configuration() -> str:
    from linter.cli.rules import load
    from linter.config import ConfigFinder
    from linter.files import absolute
    from linter.suppress import with_own_rules

    found = ConfigFinder().of(absolute("."))
    book = load((), None, False)
    found.check_names(with_own_rules(book.resolve), book.platforms)
    return str(found.path) if found.path is not None else "none for this folder; the defaults hold"


def _sample() -> str:
    from linter.context import Context
    from linter.draft import Draft
    from linter.engine import Linter
    from linter.rulebook import load_rulebook

    found = Linter(load_rulebook()).lint(Draft.from_text(SAMPLE), Context())
    if not any(finding.rule == "contact/email" for finding in found):
        raise PlacedError("", "the email address in a sample draft is not found", "Install proposal-lint afresh.")
    return "linted, its email address is found"


def _server() -> str:
    try:
        return f"pygls {metadata.version('pygls')}; see docs/editors.md"
    except metadata.PackageNotFoundError:  # an extra that not everybody wants
        return "not installed; for editors: pip install 'proposal-lint[lsp]'"
