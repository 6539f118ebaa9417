"""Measure commands: processor time, which other work on the machine hardly changes, and the most memory that they held."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.drafts import Corpus, draft
from benchmarks.speed.peers import ROOT, Tool
from linter import Draft, lint


@dataclass(frozen=True, slots=True)
class Result:
    """One tool: seconds of processor time for one draft and for all, megabytes for one draft, and words a second once warm."""

    tool: Tool
    one: float
    all: float
    memory: float
    warm: float | None


def everything(tools: list[Tool], corpus: Corpus, work: Path, rounds: int) -> list[Result]:
    """All tools, in turn and in several rounds, so that what slows the machine down slows all of them."""
    single = next(iter(sorted(corpus.folder.iterdir())))
    every = sorted(map(str, corpus.folder.iterdir()))
    one: dict[str, list[float]] = {tool.name: [] for tool in tools}
    several: dict[str, list[float]] = {tool.name: [] for tool in tools}
    memory: dict[str, float] = {}
    for round_ in range(rounds + 1):
        for tool in tools:
            seconds, megabytes = run(tool.command, [str(single)])
            memory[tool.name] = megabytes
            many, _ = run(tool.command, every if tool.each else [str(corpus.folder)])
            if round_:  # the first round fills caches
                one[tool.name].append(seconds)
                several[tool.name].append(many)
    return [
        Result(
            tool,
            statistics.median(one[tool.name]),
            statistics.median(several[tool.name]),
            memory[tool.name],
            _warm(tool, corpus, rounds) if tool.warm else None,
        )
        for tool in tools
    ]


def run(command: tuple[str, ...], paths: list[str]) -> tuple[float, float]:
    """Seconds of processor time and megabytes of a command."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [*command, *paths], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1, 65):  # 65: what codespell found
        print(f"{command[0]} ended with {process.returncode}", file=sys.stderr)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def _warm(tool: Tool, corpus: Corpus, rounds: int) -> float:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*(tool.warm or ()), str(corpus.folder)]
    said = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(rounds)
    ]
    return statistics.median(float(text.split()[-1]) for text in said)


def cost_per_word(longest: int) -> list[tuple[int, float]]:
    """Microseconds a word, by the number of words of a draft, from 100 to `longest`."""
    random_ = random.Random(1)
    lint(draft(random_, 2000))
    found = []
    size = 100
    while size <= longest:
        text = draft(random_, size)
        words = len(text.split())
        best = float("inf")
        for _ in range(max(1, min(5, 20_000 // size))):
            start = time.process_time()
            lint(Draft.from_text(text))
            best = min(best, time.process_time() - start)
        found.append((words, best / words * 1e6))
        size *= 10
    return found
