"""`proposal-lint rules list|explain|test|schema`"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from linter.cli._output import err, out
from linter.context import Context, Document, Stage
from linter.errors import UsageProblem
from linter.wording import counted

if TYPE_CHECKING:
    from linter.rulebook import Platform, Rule, Rulebook
    from linter.suppress import OwnRule


class Output(str, Enum):
    """How to print."""

    TEXT = "text"
    JSON = "json"


class Kind(str, Enum):
    """The kinds of files in a folder of rules."""

    RULE = "rule"
    PLATFORM = "platform"


OutputFormat = Annotated[Output, typer.Option("--output-format", "-f", help="How to print.")]
RulesDir = Annotated[list[Path] | None, typer.Option(metavar="FOLDER", help="Folder with more rules. Repeatable.")]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Use this configuration.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    rules = typer.Typer(help="List, explain and test the rules.", rich_markup_mode=None)
    rules.command("list")(list_rules)
    rules.command("explain")(explain)
    rules.command("test")(test)
    rules.command("schema")(schema)
    app.add_typer(rules, name="rules")


def list_rules(
    output_format: OutputFormat = Output.TEXT,
    rules_dir: RulesDir = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """List the rules: id, usual level, what they find."""
    from linter.suppress import OWN_RULES

    book = load(rules_dir or (), config, isolated)
    every: list[Rule | OwnRule] = sorted((*book.rules.values(), *OWN_RULES), key=lambda rule: rule.id)
    if output_format is Output.JSON:
        values = [{"id": rule.id, "level": rule.level.value, "summary": rule.summary} for rule in every]
        out(json.dumps(values, indent=2) + "\n")
        return 0
    width = max(len(rule.id) for rule in every)
    out("".join(f"{rule.id:{width}}  {rule.level.value:10}  {rule.summary}\n" for rule in every))
    return 0


def explain(
    rule_id: Annotated[str, typer.Argument(metavar="RULE", help="A rule's id, an alias, or a prefix such as contact.")],
    output_format: OutputFormat = Output.TEXT,
    rules_dir: RulesDir = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Say why a rule is there, with examples, and what each marketplace says of it, where and since when."""
    from linter.settings import unknown
    from linter.suppress import OWN_RULES, with_own_rules

    book = load(rules_dir or (), config, isolated)
    resolve = with_own_rules(book.resolve)
    remedy = unknown(rule_id, resolve)
    if remedy is not None:
        raise UsageProblem(f"no rule is called '{rule_id}'", remedy)
    own = {rule.id: rule for rule in OWN_RULES}
    ids = sorted(resolve(rule_id))
    if output_format is Output.JSON:
        values = [_own_value(own[one]) if one in own else _value(book.rules[one], book) for one in ids]
        out(json.dumps(values[0] if len(values) == 1 else values, indent=2) + "\n")
        return 0
    out("\n".join(_own_page(own[one]) if one in own else _page(book.rules[one], book) for one in ids))
    return 0


def test(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="Rule files or folders; every rule by default.")
    ] = None,
    rules_dir: RulesDir = None,
    config: Config = None,
    isolated: Isolated = False,
) -> int:
    """Prove the rules by their examples. Exit code: 0 all hold, 1 some do not, 2 a file cannot be read."""
    from linter.engine import Linter
    from linter.rulebook.examples import check_examples, slow_patterns

    roots = [root for path in paths or () if (root := _root(path)) is not None]
    book = load([*(rules_dir or ()), *dict.fromkeys(roots)], config, isolated)
    wanted = [path.resolve() for path in paths or ()]
    ids = [
        rule.id
        for rule in book.rules.values()
        if not wanted or any(rule.path.resolve().is_relative_to(path) for path in wanted)
    ]
    failures = 0
    for failure in check_examples(Linter(book), ids):
        failures += 1
        out(f"{failure}\n")
    for note in slow_patterns(book, ids):
        err(str(note))
    examples = sum(len(book.rules[one].examples.bad) + len(book.rules[one].examples.good) for one in ids)
    said = f"{failures} {'does' if failures == 1 else 'do'} not hold" if failures else "all hold"
    err(f"{counted(len(ids), 'rule')} with {counted(examples, 'example')}: {said}.")
    return int(failures > 0)


def schema(
    kind: Annotated[Kind, typer.Argument(metavar="[rule|platform]", help="The kind of file.")] = Kind.RULE,
) -> int:
    """Print the JSON schema of a rule or platform file."""
    from linter.rulebook.model import PlatformFile, RuleFile

    model = RuleFile if kind is Kind.RULE else PlatformFile
    value = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    out(json.dumps(value, indent=2) + "\n")
    return 0


def load(rules_dirs: Sequence[Path], config: Path | None, isolated: bool) -> Rulebook:
    """The rules that hold in the working folder. Raises `ConfigError` and `RulebookError`."""
    from linter.config import ConfigFinder
    from linter.files import absolute
    from linter.rulebook import load_rulebook

    found = ConfigFinder(config, isolated).of(absolute("."))
    return load_rulebook((*found.rules_dirs, *rules_dirs))


def _root(path: Path) -> Path | None:
    """The folder of rules that a rule file, or a folder with some, belongs to; None for the built-in rules.

    Raises `UsageProblem` where there is no rule.
    """
    from linter.rulebook.words import rules_folder

    if not path.exists():
        raise UsageProblem(f"{path}: there is no such file or folder", "Mend the path.")
    if path.resolve().is_relative_to(rules_folder().resolve()):
        return None
    rule_files = [path] if path.is_file() else sorted(path.rglob("*.yaml"))
    for file in rule_files:
        parts = file.resolve().with_suffix("").parts
        if "platforms" in parts[-2:] or "words" in parts[-2:]:
            return Path(*parts[:-2])
        name = _id(file)
        if name is not None and list(parts[-len(name) :]) == name:
            return Path(*parts[: -len(name)])
    if not rule_files:
        raise UsageProblem(f"{path}: there is no rule file in this folder", "Rule files end with .yaml.")
    return rule_files[0].resolve().parent.parent  # loading it says what is wrong


def _id(file: Path) -> list[str] | None:
    """The parts of the id that a file gives itself. Raises `YamlError`."""
    from linter.yaml import read_yaml

    values = read_yaml(file).values
    name = values.get("id") if isinstance(values, dict) else None
    return name.split("/") if isinstance(name, str) and name else None


def verdicts(rule: Rule, platform: Platform) -> Iterator[tuple[Document, Stage, str]]:
    """The level of the rule's matches in each document and stage."""
    verdict = platform.verdict(rule.id)
    for document in Document:
        for stage in Stage:
            if document is Document.PROFILE and stage is not Stage.PRE_CONTRACT:
                continue
            level = verdict.level(Context(platform.id, document, stage)) if verdict is not None else None
            yield document, stage, level or rule.level.value


def _page(rule: Rule, book: Rulebook) -> str:
    lines = [f"{rule.id} ({rule.level.value})", f"  {rule.summary}", "", *_indented(rule.why), ""]
    if rule.aliases:
        lines += [f"  Formerly {', '.join(rule.aliases)}.", ""]
    lines += ["  Found by:" if rule.file.match else "  Reported where none of these is found:"]
    lines += [f"    - {entry.describe()}" for entry in rule.entries]
    lines += ["  Reported, where marked:" if rule.file.match else "  Reported:"]
    lines += [f"    - {_one_line(text)}" for text in rule.examples.bad]
    lines += ["  Not reported:"]
    lines += [f"    - {_one_line(text)}" for text in rule.examples.good]
    for platform in book.platforms.values():
        lines += ["", *_platform_lines(rule, platform)]
    return "\n".join(lines) + f"\n\n  {rule.path}\n"


def _platform_lines(rule: Rule, platform: Platform) -> list[str]:
    lines = [f"  On {platform.name} ({platform.id}):"]
    by_document: dict[Document, dict[str, str]] = {}
    for document, stage, level in verdicts(rule, platform):
        by_document.setdefault(document, {})[stage.value] = level
    for document, levels in by_document.items():
        same = set(levels.values())
        text = same.pop() if len(same) == 1 else ", ".join(f"{stage} {level}" for stage, level in levels.items())
        lines.append(f"    {document.value:9} {text}")
    verdict = platform.verdict(rule.id)
    if verdict is None:
        return lines
    for document, waivers in verdict.waived_by.items():
        lines.append(f"    {document.value:9} waived by {', '.join(waiver.value for waiver in waivers)}")
    if verdict.policy:
        lines.append(f"    policy    {verdict.policy}")
    facts = [f"evidence {verdict.evidence}", f"dated {verdict.dated}"]
    lines.append(f"    {', '.join(facts + ([f'read {verdict.read}'] if verdict.read else []))}")
    if verdict.note:
        lines += _indented(verdict.note, "    ")
    return lines


def _own_page(rule: OwnRule) -> str:
    return f"{rule.id} ({rule.level.value})\n  {rule.summary}\n\n  {rule.why}\n"


def _value(rule: Rule, book: Rulebook) -> dict[str, Any]:
    platforms = {}
    for platform in book.platforms.values():
        verdict = platform.verdict(rule.id)
        levels: dict[str, Any] = {}
        for document, stage, level in verdicts(rule, platform):
            if document is Document.PROFILE:
                levels[document.value] = level
            else:
                levels.setdefault(document.value, {})[stage.value] = level
        platforms[platform.id] = {"levels": levels}
        if verdict is not None:
            names = {"waived_by", "policy", "dated", "read", "evidence", "note"}
            platforms[platform.id] |= verdict.model_dump(mode="json", by_alias=True, include=names)
    return {
        "id": rule.id,
        "level": rule.level.value,
        "summary": rule.summary,
        "why": rule.why,
        "aliases": list(rule.aliases),
        "examples": {"bad": list(rule.examples.bad), "good": list(rule.examples.good)},
        "platforms": platforms,
        "path": str(rule.path),
    }


def _own_value(rule: OwnRule) -> dict[str, Any]:
    return {"id": rule.id, "level": rule.level.value, "summary": rule.summary, "why": rule.why}


def _indented(text: str, margin: str = "  ") -> list[str]:
    return [f"{margin}{line}".rstrip() for line in text.strip().splitlines()]


def _one_line(text: str) -> str:
    return " ".join(text.split())
