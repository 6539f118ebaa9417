"""Whether an address of the usual shape reaches a person: demo log-ins, senders that nobody reads and code do not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.identifiers.patterns import lazy
from linter.identifiers.phrases import Phrases

_JOIN = r"[\s`'\"*]{0,3}(?:(?:[,;:/|&+-]|and|with|y|e|et|und|и)[\s`'\"*]{0,3}){0,2}"
_PASSWORD_AFTER = lazy(
    rf"{_JOIN}(?:the\s)?(?:pass(?:word|code|phrase)?|pw|pwd|pin|mdp|contrasena|senha|passwort|kennwort|haslo|пароль)\b"
)
_SECRET_AFTER = lazy(
    rf"{_JOIN}(?<=[/|\s])(?=[\w!@#$%^&*-]*[a-z])(?=[\w!@#$%^&*-]*[\d!#$%^&*])[\w!@#$%^&*-]{{4,30}}(?![\w@:.])"
)
_ACCOUNT_BEFORE = lazy(
    r"\b(?:log-?\s?in|sign-?\s?in|credentials?|creds|username|account|access|admin|demo|test)\b[^.!?\n]{0,40}\Z"
)
_FIXTURE_AFTER = lazy(r"[\s,]{1,2}(?:in|as|for|is|are|inside|from)\s[^.!?\n]{0,30}")
_GENERIC = lazy(r"(?:user|test|demo|client|email|mail|foo|admin)[\d_.-]{0,4}")
_LOGIN_BEFORE = lazy(
    r"\b(?:demo|test|guest|sandbox|staging|dummy|trial|temporary|temp)[\s-]?(?:log-?\s?in|sign-?\s?in|account|user(?:name)?|credentials?|access|creds?|admin)"
    r"\b[^.!?\n]{0,30}\Z|\b(?:demo|test|guest|dummy)\s?[:=-]\s?\Z"
    r"|\b(?:log|sign)(?:ged)?[\s-]?in\s(?:as|with|using|via)\b[^.!?\n]{0,20}\Z|\bcred(?:ential)?s\b[^.!?\n]{0,30}\Z"
)
_SHELL_BEFORE = lazy(
    r"(?:\b(?:ssh|scp|sftp|rsync|mosh|ftp|autossh|ssh-copy-id|git\sclone|clone)\b[^\n]{0,60}|\w://[^\s@]{0,80})\Z"
)
_OWN_BEFORE = lazy(
    r"\b(?:my|mi|mon|ma|mein|meine|mio|mia|meu|minha|moj|мой|моя|мою|reach|contact|write|drop|ping|hit|shoot|e-?mail me|mail me|"
    r"send (?:it|them|me|the|your|files|over)|at me)\b[^.!?\n]{0,50}\Z"
)
_CODE_MARKS = lazy(r"[{}();=<>\[\]$]|^\s*(?:\w+:|//|#)|\b(?:ssh|git|npm|curl|from|import|def|const)\b", re.MULTILINE)
_MACHINE_HOSTS = (
    "gserviceaccount.com",
    "amazonaws.com",
    "compute.internal",
    "noreply.github.com",
    "sentry.io",
    "calendar.google.com",
)


class Judge:
    """Tells an address that reaches a person from one that does not; made once from the word lists."""

    def __init__(self, words: Mapping[str, tuple[str, ...]]) -> None:
        self._placeholders = frozenset(words["mail-placeholders"])
        self._machines = frozenset(words["mail-machines"])
        self._fixtures = Phrases(words["mail-fixtures"])

    def reaches_nobody(self, text: str, start: int, end: int, local: str, domain: str) -> bool:
        """Whether the address at `start` to `end` of `text` is a log-in, a sender, a placeholder or a host."""
        labels = domain.split(".")
        name = re.split(r"[+]", local)[0]
        if name in self._machines or domain.endswith(_MACHINE_HOSTS):
            return True
        after, before = text[end : end + 60], text[max(0, start - 110) : start]
        if after[:1] == ":" and re.match(r":[\w~/.-]", after):  # git@host:org/repo, user@host:path
            return True
        if _SHELL_BEFORE.search(before):
            return True
        own = _OWN_BEFORE.search(before) is not None
        secret = _SECRET_AFTER.match(after)
        if _PASSWORD_AFTER.match(after) or (
            secret and (("/" in secret.group() and not own) or _ACCOUNT_BEFORE.search(before))
        ):
            return True
        generic = name in self._placeholders or _GENERIC.fullmatch(name)
        vague = labels[0] in self._placeholders or labels[0].startswith(("your", "example"))
        if own and not (generic and vague):
            return False
        if (generic and vague) or name in ("demo", "test", "you", "yourname", "your", "your.name", "youremail", "user"):
            return True
        if labels[0].startswith("your") or name.startswith("your"):
            return True
        return _LOGIN_BEFORE.search(before) is not None or self._fixture(before, after)

    def _fixture(self, before: str, after: str) -> bool:
        """Whether the sentence around an address speaks of test data and the like."""
        tail = _FIXTURE_AFTER.match(after)
        if tail and self._fixtures.inside(after, 0, tail.end()):
            return True
        sentence = max(before.rfind(mark) for mark in (". ", "! ", "? ", "\n\n")) + 1
        return self._fixtures.inside(before, max(sentence, len(before) - 75), len(before))

    @staticmethod
    def in_code(region: str) -> bool:
        """Whether the text of a code region is a program or a command rather than an address in backticks."""
        return len(region) > 200 or _CODE_MARKS.search(region) is not None
