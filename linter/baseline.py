"""Findings that are known and set aside: a sorted file without line numbers, dates or versions, made for version control.

A baseline never grows by itself: what it knows stays set aside as often as it counts, and no oftener.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from linter import files
from linter.errors import PlacedError
from linter.finding import Finding

FILE_NAME = ".proposal-lint-baseline.json"

Key = tuple[str, str, str]  # path, rule, fingerprint


class BaselineError(PlacedError):
    """A baseline that cannot be taken: where, what is wrong and how to mend it."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    path: Annotated[str, Field(min_length=1)]
    rule: Annotated[str, Field(min_length=1)]
    fingerprint: Annotated[str, Field(min_length=1)]
    count: Annotated[int, Field(ge=1)]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    findings: list[_Entry]


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding is known, by path relative to the folder of `file`, with `/`, rule and fingerprint."""

    file: Path
    counts: Mapping[Key, int]

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """The baseline in a file. Raises `BaselineError`."""
        remedy = "Mend it, or write it anew with `proposal-lint baseline PATH...` after you have removed it."
        try:
            values = json.loads(file.read_bytes().decode("utf-8-sig"))
        except FileNotFoundError:
            remedy = f"Write it with `proposal-lint baseline --baseline {file} PATH...`."
            raise BaselineError(file, "there is no such baseline", remedy, 0, 0) from None
        except OSError as error:
            raise BaselineError(file, f"the baseline cannot be read: {error.strerror or error}", "", 0, 0) from None
        except UnicodeDecodeError:
            raise BaselineError(file, "the baseline is not UTF-8", remedy) from None
        except json.JSONDecodeError as error:
            problem = f"the baseline is not JSON: {error.msg[0].lower()}{error.msg[1:]}"
            raise BaselineError(file, problem, remedy, error.lineno, error.colno) from None
        except RecursionError:
            raise BaselineError(file, "the baseline is nested too deeply", remedy) from None
        try:
            entries = _File.model_validate(values).findings
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"]))
            problem = f"this is no baseline: {f'{where}: ' * bool(where)}{first['msg'][0].lower()}{first['msg'][1:]}"
            raise BaselineError(file, problem, remedy) from None
        counts: dict[Key, int] = {}
        for entry in entries:
            key = entry.path, entry.rule, entry.fingerprint
            if key in counts:
                problem = f"the baseline names {entry.rule} {entry.fingerprint} in {entry.path} twice"
                raise BaselineError(file, problem, "Remove one of the two.", *_place(file, entry.fingerprint))
            counts[key] = entry.count
        return cls(file, counts)

    def key(self, draft: Path) -> str:
        """The path that a draft has in this baseline; `draft` is absolute."""
        try:
            return os.path.relpath(draft, self.file.parent).replace(os.sep, "/")
        except ValueError:  # on another drive
            return draft.as_posix()

    def split(self, draft: Path, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
        """The findings in a draft that are new, by place, and how many are known."""
        left = dict(self.counts)
        path, new, known = self.key(draft), [], 0
        for finding in findings:
            key = path, finding.rule, finding.fingerprint
            if left.get(key, 0):
                left[key] -= 1
                known += 1
            else:
                new.append(finding)
        return new, known

    def gone(self, draft: Path, findings: Iterable[Finding]) -> int:
        """How many of the known findings of a draft are not there any more."""
        path = self.key(draft)
        there = Counter((path, finding.rule, finding.fingerprint) for finding in findings)
        return sum(max(0, count - there[key]) for key, count in self.counts.items() if key[0] == path)

    def renewed(self, drafts: Mapping[Path, Iterable[Finding]], shrink: bool) -> Baseline:
        """The baseline with what was found in some drafts now; with `shrink`, no more than it knew.

        Drafts that are no longer there lose their entries; those that were not looked at keep them.
        """
        looked_at = {self.key(draft) for draft in drafts}
        folder = self.file.parent
        others = (key for key in self.counts if key[0] not in looked_at and (folder / key[0]).exists())
        counts = {key: self.counts[key] for key in others}
        for draft, findings in drafts.items():
            path = self.key(draft)
            for key, count in Counter((path, one.rule, one.fingerprint) for one in findings).items():
                if allowed := min(count, self.counts.get(key, 0)) if shrink else count:
                    counts[key] = allowed
        return Baseline(self.file, counts)

    def write(self) -> None:
        """Write the file whole or not at all. Raises `OSError`."""
        files.write(self.file, self.text().encode())

    def text(self) -> str:
        """The file's text: an entry a line, sorted, so that versions merge line by line."""
        entries = [_value(*key, count) for key, count in sorted(self.counts.items())]
        lines = ",\n".join("  " + json.dumps(entry, ensure_ascii=False) for entry in entries)
        return f'{{"findings": [\n{lines}\n]}}\n' if lines else '{"findings": []}\n'


def _value(path: str, rule: str, fingerprint: str, count: int) -> dict[str, Any]:
    return {"path": path, "rule": rule, "fingerprint": fingerprint, "count": count}


def _place(file: Path, fingerprint: str) -> tuple[int, int]:
    """Where a fingerprint stands for the last time."""
    lines = re.split(r"\r\n|\n|\r", file.read_bytes().decode("utf-8-sig"))
    number = max(number for number, line in enumerate(lines, 1) if fingerprint in line)
    return number, lines[number - 1].index(fingerprint) + 1
