"""Shared word lists: one YAML file of strings a list, in `rules/words/`; rules name them as `$list`."""

from __future__ import annotations

from pathlib import Path

from linter.fold import fold
from linter.yaml import YamlError, read_yaml


def rules_folder() -> Path:
    """The folder of the rules: inside the package in an installation, beside it in a checkout.

    Raises `FileNotFoundError` when neither is there, which only a broken installation can cause.
    """
    package = Path(__file__).resolve().parent.parent
    if (package / "_rules").is_dir():
        return package / "_rules"
    if (package.parent / "rules").is_dir() and (package.parent / "pyproject.toml").is_file():
        return package.parent / "rules"
    raise FileNotFoundError(
        f"the installation has no rules: neither {package / '_rules'} nor {package.parent / 'rules'}"
    )


def load_words(folder: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Every word list of a rules' folder by its name: entries folded, none twice, in the file's order.

    Raises `YamlError` for a file that is not a list of strings.
    """
    return {path.stem: read_words(path) for path in sorted(((folder or rules_folder()) / "words").glob("*.yaml"))}


def read_words(path: Path) -> tuple[str, ...]:
    """The entries of one word list. Raises `YamlError`."""
    document = read_yaml(path)
    if not isinstance(document.values, list) or not document.values:
        raise YamlError(path, "a word list is a list of strings")
    for index, entry in enumerate(document.values):
        if not isinstance(entry, str) or not entry.strip():
            raise YamlError(path, f"'{entry}' is not a string", "Put it in quotes.", *document.place((index,)))
    return tuple(dict.fromkeys(fold(entry).text.strip() for entry in document.values))
