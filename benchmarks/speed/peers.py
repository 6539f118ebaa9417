"""The tools that are measured side by side: ours, plain spaCy, and peers from PyPI and npm in environments of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYPI = {"proselint": "proselint", "codespell": "codespell", "presidio": "presidio-analyzer"}
NPM = ("write-good", "cspell")

# What somebody would write at first: everything is imported and compiled each time, and each pattern is tried on each token.
NAIVE = """
import sys
from pathlib import Path
import spacy, typer, yaml
from spacy.matcher import Matcher
def main(paths: list[Path]):
    rules = yaml.safe_load("\\n".join(f"- [{{LOWER: text{i}}}, {{LOWER: me}}, {{LOWER: on}}]" for i in range(200)))
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    matcher = Matcher(nlp.vocab)
    for number, rule in enumerate(rules):
        matcher.add(str(number), [rule])
    files = [file for path in paths for file in ([path] if path.is_file() else sorted(path.iterdir()))]
    print(sum(len(matcher(doc)) for doc in nlp.pipe(file.read_text() for file in files)))
typer.run(main)
"""

# Presidio without a model to download: spaCy's blank English in its place, so its recognisers of patterns alone.
PRESIDIO = """
import sys, time
from pathlib import Path
import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine
class Blank(SpacyNlpEngine):
    def load(self): self.nlp = {"en": spacy.blank("en")}
    def is_loaded(self): return True
engine = Blank(); engine.load()
analyzer = AnalyzerEngine(nlp_engine=engine, supported_languages=["en"])
files = [file for path in map(Path, sys.argv[1:]) for file in ([path] if path.is_file() else sorted(path.iterdir()))]
texts = [file.read_text() for file in files]
for text in texts[:20]: analyzer.analyze(text, language="en")
start = time.process_time()
found = sum(len(analyzer.analyze(text, language="en")) for text in texts)
print(found, sum(len(text.split()) for text in texts) / (time.process_time() - start))
"""

OURS_WARM = """
import sys, time
from pathlib import Path
from linter import Draft, lint
texts = [file.read_text() for file in sorted(Path(sys.argv[1]).iterdir())]
for text in texts[:50]: lint(text)
start = time.process_time()
found = sum(len(lint(text)) for text in texts[50:])
print(found, sum(len(text.split()) for text in texts[50:]) / (time.process_time() - start))
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A command line to which paths are added; `each` for one that takes files only. `warm` prints words a second."""

    name: str
    command: tuple[str, ...]
    each: bool = False
    warm: tuple[str, ...] | None = None


def tools(work: Path, with_peers: bool) -> list[Tool]:
    """Ours first. A peer that cannot be installed here is left out, with a word on standard error."""
    os.environ["PROPOSAL_LINT_CACHE_DIR"] = str(
        work / "cache"
    )  # a flag would have to be parsed before an answer is found
    ours = (sys.executable, "-m", "linter", "check", "--isolated", "-q", "-f", "concise")
    found = [
        Tool("proposal-lint, nothing stored", (*ours, "--no-cache", "-j", "1"), warm=(sys.executable, "-c", OURS_WARM)),
        Tool("proposal-lint, stored answer", ours),
        Tool("plain spaCy", (sys.executable, "-c", NAIVE)),
    ]
    if with_peers:
        found += [tool for name in PYPI if (tool := _from_pypi(work, name)) is not None]
        found += [tool for name in NPM if (tool := _from_npm(work, name)) is not None]
    return found


def _from_pypi(work: Path, name: str) -> Tool | None:
    folder = work / f"venv-{name}"
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    packages = [PYPI[name], *(["spacy"] if name == "presidio" else [])]
    if not _installed([str(scripts / "python"), "-m", "pip", "install", "--quiet", *packages], name):
        return None
    if name == "presidio":
        command = (str(scripts / "python"), "-c", PRESIDIO)
        return Tool("Presidio, without a model", command, warm=command)
    command = (str(scripts / name), "check") if name == "proselint" else (str(scripts / name),)
    return Tool(name, command)


def _from_npm(work: Path, name: str) -> Tool | None:
    npm = shutil.which("npm")
    folder = work / f"npm-{name}"
    if npm is None or not _installed([npm, "install", "--silent", "--prefix", str(folder), name], name):
        return None
    command = (str(folder / "node_modules" / ".bin" / name),)
    return Tool(name, (*command, "--no-progress", "--no-summary") if name == "cspell" else command, each=True)


def _installed(command: list[str], name: str) -> bool:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"left out: {name} cannot be installed here: {done.stderr.strip()[-200:]}", file=sys.stderr)
    return done.returncode == 0
