"""Stored regular expressions match as freshly compiled ones do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PATTERNS = [
    (r"(?P<word>\w+)@(?P<host>[a-z.]{2,40})\b", 0),
    (r"(?i)[а-яё]+|[^\W\d_]{3}(?=x)|(?<!a)b", 0),
    (r"^ (a|bc+?)* \1 # note", 0x40 | 0x8),  # VERBOSE and MULTILINE
    ("[" + "".join(map(chr, range(0x100, 0x3000, 7))) + "]+", 0x2),
    (r"plain", 0),
    ("\ud800", 0),
]
TEXTS = ["me@host.org and Жёлтый abx b", "bcc bcc", "Łódź ŁÓDŹ plain", "\ud800", ""]
CODE = f"""
import json, re, sys
from linter.regexes import Regexes
from linter.store import Store
regexes = Regexes(Store(sys.argv[1]))
installed = regexes.install()
found = []
for source, flags in {PATTERNS!r}:
    pattern = re.compile(source, flags)
    found.append([pattern.flags, pattern.groups, dict(pattern.groupindex), pattern.pattern == source,
                  [[match.span() for match in pattern.finditer(text)] for text in {TEXTS!r}]])
new = len(regexes._new)
regexes.keep()
print(json.dumps([installed, new, found]))
"""


def run(folder: Path, code: str = CODE) -> tuple[bool, int, list[object]]:
    """Whether the store could be used, how many patterns were new, and what they match."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    installed, new, found = json.loads(done.stdout)
    return installed, new, found


def test_stored_patterns_match_as_compiled_ones(tmp_path: Path) -> None:
    plain = run(tmp_path, CODE.replace("regexes.install()", "True"))
    first, second = run(tmp_path), run(tmp_path)
    assert plain[2] == first[2] == second[2]
    assert first[:2] == (True, first[1])
    assert first[1] >= len(PATTERNS)
    assert second[:2] == (True, 0)


def test_a_broken_store_is_compiled_around(tmp_path: Path) -> None:
    first = run(tmp_path)
    (path,) = tmp_path.rglob("*.bin")
    path.write_bytes(path.read_bytes()[:-7])
    assert run(tmp_path) == first


def test_codes_that_the_engine_refuses_are_compiled_anew(tmp_path: Path) -> None:
    first = run(tmp_path)
    swap = CODE.replace(
        "installed = regexes.install()",
        "installed = regexes.install(); import array;"
        "regexes._numbers = memoryview(array.array('I', [77777] * len(regexes._numbers)))",
    )
    assert run(tmp_path, swap)[2] == first[2]


def test_an_unknown_python_compiles_everything(tmp_path: Path) -> None:
    lacking = CODE.replace("regexes = ", "re._compiler._sre = None if hasattr(re, '_compiler') else None\nregexes = ")
    if sys.version_info < (3, 11):
        lacking = CODE.replace("regexes = ", "import sre_compile; sre_compile._sre = None\nregexes = ")
    code = lacking.split("found = []")[0] + "print(json.dumps([installed, 0, []]))"
    assert run(tmp_path, code) == (False, 0, [])
