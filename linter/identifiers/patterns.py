"""Regular expressions that are compiled when first used: most drafts need few of them."""

from __future__ import annotations

import re
from typing import Any, cast

# A letter, or a vowel sign or mark that belongs to one in Devanagari or Arabic, which `\w` leaves out.
LETTER = r"(?:[^\W\d_]|[\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0962\u0963\u064b-\u0652])"


class _Lazy:
    """Stands in for a compiled pattern until one of its methods is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when first used."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
