"""Hook of the site: pages written from the files that they are about, one a rule, one a platform; the order of them all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from linter.cli.rules import verdicts
from linter.context import Document, Stage
from linter.rulebook import Platform, Rule, Rulebook, load_rulebook
from linter.rulebook.model import Verdict
from linter.suppress import OWN_RULES, OwnRule

ROOT = Path(__file__).parent.parent
# The order in the navigation; a page that is not named here comes last.
ORDER = {
    "Use": ["getting-started", "stages-and-platforms", "configuration", "fixes", "baseline", "output", "editors", "ci"],
    "Extend": ["writing-a-rule", "writing-a-platform-file", "api"],
    "Background": ["quality", "disguises", "performance"],
    "Project": ["contributing", "changes"],
}
GROUPS = {
    "contact": "Contact details",
    "off-platform": "Moves off the platform",
    "communication": "What to say about communication",
    "lint": "The linter's own",
}
_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def on_config(config: MkDocsConfig) -> None:
    """Say in which order the pages come."""
    config.nav = navigation(*ordered(load_rulebook()))


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add every page that no one writes by hand."""
    for path, (text, source) in pages().items():
        file = File.generated(config, path, content=text)
        if source is not None:
            file.edit_uri = f"../{source.relative_to(ROOT).as_posix()}"
        files.append(file)


def pages() -> dict[str, tuple[str, Path | None]]:
    """Every page that is written here, by its path: its text, and the file that a reader may edit instead."""
    book = load_rulebook()
    rules, platforms = ordered(book)
    found: dict[str, tuple[str, Path | None]] = {}
    for rule in rules:
        own = isinstance(rule, OwnRule)
        text, source = (own_page(rule), ROOT / "linter/suppress.py") if own else (rule_page(rule, platforms), rule.path)
        found[f"rules/{rule.id}.md"] = text, source
    for platform in platforms:
        found[f"platforms/{platform.id}.md"] = platform_page(platform, rules), platform.path
    found["rules/index.md"] = rules_index(rules), None
    found["platforms/index.md"] = platforms_index(platforms), None
    for name, source in (("contributing", ROOT / "CONTRIBUTING.md"), ("changes", ROOT / "CHANGELOG.md")):
        found[f"{name}.md"] = source.read_text(encoding="utf-8").replace("](docs/", "]("), source
    return found


def ordered(book: Rulebook) -> tuple[list[Rule | OwnRule], list[Platform]]:
    """The rules by group, and the platforms, what holds for any other one last."""
    groups = list(GROUPS)
    rules = sorted((*book.rules.values(), *OWN_RULES), key=lambda rule: (groups.index(_group(rule)), rule.id))
    return rules, sorted(book.platforms.values(), key=lambda platform: (platform.id == "generic", platform.id))


def _group(rule: Rule | OwnRule) -> str:
    return rule.id.partition("/")[0]


def level(name: str) -> Markup:
    """A level as the pages show it."""
    return Markup('<span class="level {0}">{0}</span>').format(name)


def marked(text: str) -> Markup:
    """An example with what is found in it marked."""
    parts = _MARKED.split(text.rstrip("\n"))
    shown = (Markup("<mark>{}</mark>").format(part) if index % 2 else escape(part) for index, part in enumerate(parts))
    return plain(Markup("").join(shown))


def plain(text: str) -> Markup:
    """The text, escaped; as entities, what means something to Markdown means nothing."""
    shown = escape(text.rstrip("\n"))
    for character in "\n`*_[]":
        shown = shown.replace(character, Markup(f"&#{ord(character)};"))
    return shown


def examples(texts: Iterable[str], kind: str) -> str:
    """A list of examples: `bad`, `good` or `missed`."""
    items = "".join(f"<li>{marked(text)}</li>" for text in texts)
    return f'<ul class="examples {kind}">{items}</ul>\n'


def fixed(rule: Rule) -> str:
    """What the rule's fixes make of some texts."""
    item = Markup("<li><del>{}</del>&#10;<ins>{}</ins></li>")
    items = Markup("").join(item.format(plain(one.before), plain(one.after)) for one in rule.examples.fixed)
    return f'<ul class="examples good">{items}</ul>\n'


def table(rule: Rule, platform: Platform) -> Iterator[str]:
    """What a platform thinks of a rule's matches: a row a document, a column a stage."""
    levels = {(document, stage): shown for document, stage, shown in verdicts(rule, platform)}
    yield "| | before the contract | in the contract | after its end |"
    yield "|---|---|---|---|"
    for document in Document:
        found = [levels.get((document, stage), levels[document, Stage.PRE_CONTRACT]) for stage in Stage]
        yield f"| {document.value} | " + " | ".join(map(level, found)) + " |"


def sources(verdict: Verdict) -> Iterator[str]:
    """Where a verdict comes from."""
    if verdict.policy:
        dated = "" if verdict.dated == "unknown" else f", dated {verdict.dated}"
        read = f", read {verdict.read}" if verdict.read else ""
        yield f"- Source: [{verdict.policy.split('/')[2]}]({verdict.policy}) ({verdict.evidence}{dated}{read})"
    for document, waivers in verdict.waived_by.items():
        yield f"- Waived in a {document.value} by {', '.join(f'`{waiver.value}`' for waiver in waivers)}"
    if verdict.note:
        yield f"- {' '.join(verdict.note.split())}"


def rule_page(rule: Rule, platforms: Iterable[Platform]) -> str:
    """All that a rule's file says, and what each platform says of it."""
    lines = [f"# {rule.id}", "", f'<p class="lead">{escape(rule.summary)}</p>', ""]
    lines += [f"Usually {level(rule.level.value)}.", "", rule.why.strip(), ""]
    if rule.file.suggest:
        lines += ["**Instead:** " + " ".join(rule.file.suggest.replace("{platform}", "the platform").split()), ""]
    if rule.aliases:
        lines += [f"Formerly {', '.join(rule.aliases)}.", ""]
    lines += ["## Reported", "", examples(rule.examples.bad, "bad")]
    lines += ["## Not reported", "", examples(rule.examples.good, "good")]
    if rule.file.gap:
        lines += ["## Known to be missed", "", examples(rule.file.gap, "missed")]
    if rule.examples.fixed:
        lines += ["## Mended by a fix", "", fixed(rule), ""]
    lines += ["## How it is found" if rule.file.match else "## Reported where none of these is found", ""]
    lines += [f"- {entry.describe()}" for entry in rule.entries]
    if rule.file.min_words:
        lines += ["", f"Drafts of fewer than {rule.file.min_words} words are left alone."]
    lines += ["", "## What the platforms say", ""]
    for platform in platforms:
        lines += [f"### {title(platform)}", "", *table(rule, platform), ""]
        verdict = platform.verdict(rule.id)
        lines += [*(sources(verdict) if verdict is not None else ()), ""]
    return "\n".join(lines)


def own_page(rule: OwnRule) -> str:
    """A rule that no file holds."""
    lines = [
        f"# {rule.id}",
        "",
        f'<p class="lead">{escape(rule.summary)}</p>',
        "",
        f"Always {level(rule.level.value)}.",
    ]
    return "\n".join(
        [*lines, "", rule.why, "", "See [Ignoring a finding](../../configuration.md#ignoring-a-finding).", ""]
    )


def title(platform: Platform) -> str:
    """What a platform's page is called."""
    return "Any other platform" if platform.id == "generic" else platform.name


def platform_page(platform: Platform, rules: Iterable[Rule | OwnRule]) -> str:
    """What a platform thinks of every rule."""
    lines = [f"# {title(platform)}", "", f'<p class="lead">{escape(" ".join(platform.file.about.split()))}</p>', ""]
    lines += [f"`--platform {platform.id}`", ""]
    lines += ["| rule | document | before the contract | in the contract | after its end |", "|---|---|---|---|---|"]
    for rule in rules:
        if isinstance(rule, OwnRule):
            continue
        verdict = platform.verdict(rule.id)
        proof = f"[source]({verdict.policy}), {verdict.evidence}" if verdict is not None and verdict.policy else ""
        below = [f"[{rule.id}](../rules/{rule.id}.md)", proof, ""]
        lines += [f"| {first} {row}" for first, row in zip(below, [*table(rule, platform)][2:], strict=True)]
    return "\n".join([*lines, ""])


def rules_index(rules: Iterable[Rule | OwnRule]) -> str:
    """A table of the rules, by group."""
    lines = [
        "# Rules",
        "",
        "A rule says what is there and how bad that usually is; a [platform](../platforms/index.md) may",
    ]
    lines += ["judge otherwise. Each page is written from [the rule's file](../writing-a-rule.md).", ""]
    for group, members in groupby(rules, _group):
        lines += [f"## {GROUPS[group]}", "", "| rule | usually | finds |", "|---|---|---|"]
        lines += [f"| [{rule.id}]({rule.id}.md) | {level(rule.level.value)} | {rule.summary} |" for rule in members]
        lines += [""]
    return "\n".join(lines)


def platforms_index(platforms: Iterable[Platform]) -> str:
    """A table of the platforms."""
    lines = ["# Platforms", "", "What each marketplace says, when, and how sure we are. One that is missing is"]
    lines += ["[one file](../writing-a-platform-file.md).", "", "| platform | id | in short |", "|---|---|---|"]
    lines += [f"| [{title(one)}]({one.id}.md) | `{one.id}` | {' '.join(one.file.about.split())} |" for one in platforms]
    return "\n".join([*lines, ""])


def heading(page: Path) -> str:
    """A page's title."""
    found = re.search(r"^# (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else page.stem


def navigation(rules: Iterable[Rule | OwnRule], platforms: Iterable[Platform]) -> list[dict[str, Any]]:
    """The order of the pages: those that are named above, then the others."""
    written = {page.stem: heading(page) for page in sorted((ROOT / "docs").glob("*.md")) if page.stem != "index"}
    written |= {"contributing": "Contributing", "changes": "Changes"}
    named = {name for names in ORDER.values() for name in names}
    sections = {
        section: [{written[name]: f"{name}.md"} for name in names if name in written]
        for section, names in ORDER.items()
    }
    sections["Project"] += [{said: f"{name}.md"} for name, said in written.items() if name not in named]
    made = {
        "Rules": ["rules/index.md", *({rule.id: f"rules/{rule.id}.md"} for rule in rules)],
        "Platforms": ["platforms/index.md", *({title(one): f"platforms/{one.id}.md"} for one in platforms)],
    }
    use, *others = sections.items()
    return [{"Home": "index.md"}, *({name: pages} for name, pages in (use, *made.items(), *others))]
