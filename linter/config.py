"""Configuration files: their models, how they are found from a draft upward, and what they say about it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from linter.communication import Communication
from linter.context import Document, Stage, Waiver
from linter.errors import PlacedError, did_you_mean
from linter.finding import Severity
from linter.settings import Choice, FailLevel, Flags, Resolve, Selection, Settings, settle, unknown
from linter.yaml import Document as YamlDocument
from linter.yaml import YamlError, read_yaml

if TYPE_CHECKING:
    import pathspec

FILE_NAME = ".proposal-lint.yaml"
MISNAMED = ".proposal-lint.yml"
PROJECT = "pyproject.toml"
CONFIG_NAMES = (FILE_NAME, MISNAMED, PROJECT)  # of these, the first that a folder has is looked at
TABLE = "proposal-lint"
SCHEMA_NAME = ".proposal-lint.schema.json"


class ConfigError(PlacedError):
    """A configuration that cannot be taken: where, what is wrong and how to mend it."""


Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """A model that takes no unknown key and does not change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
        populate_by_name=False,
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Override(Strict):
    """What holds for some files only; a later override beats an earlier one."""

    files: list[Text] = Field(
        min_length=1, description="Patterns as in a .gitignore, relative to the configuration's folder."
    )
    platform: Text | None = Field(default=None, description="The id of a platform, such as `upwork`.")
    document: Document | None = Field(default=None, description="What the files will be posted as.")
    stage: Stage | None = Field(default=None, description="Where the work stands.")
    waive: list[Waiver] | None = Field(default=None, description="Exceptions that the marketplace has granted.")
    select: list[Text] | None = Field(default=None, description="Report only these rules: ids or prefixes.")
    ignore: list[Text] = Field(default=[], description="Do not report these rules: ids or prefixes.")


class CommunicationBlock(Strict):
    """Your own standing answers: what suggestions offer, and what `--fix` inserts."""

    tools: list[Text] = Field(default=[], description="The tools that you work with.")
    hours: str = Field(default="", description="When you can be reached, with the time zone.")
    response: str = Field(default="", description="How soon you answer, such as `within one business day`.")
    boundaries: list[Text] = Field(default=[], description="What you do not do, such as `no weekend work`.")


class Configuration(Strict):
    """Configuration of proposal-lint: `.proposal-lint.yaml`, or `[tool.proposal-lint]` in `pyproject.toml`."""

    platform: Text | None = Field(default=None, description="The id of a platform; `upwork` by default.")
    document: Document | None = Field(default=None, description="What drafts will be posted as; `proposal` by default.")
    stage: Stage | None = Field(default=None, description="Where the work stands; `pre-contract` by default.")
    waive: list[Waiver] | None = Field(default=None, description="Exceptions that the marketplace has granted.")
    select: list[Text] | None = Field(
        default=None, description="Report only these rules: ids or prefixes; all by default."
    )
    extend_select: list[Text] = Field(default=[], description="Report these rules as well.")
    ignore: list[Text] = Field(default=[], description="Do not report these rules: ids or prefixes.")
    exclude: list[Text] = Field(default=[], description="Files and folders to leave out: patterns as in a .gitignore.")
    fail_level: FailLevel | None = Field(
        default=None, description="The least severity that fails; `warning` by default."
    )
    min_level: Severity | None = Field(
        default=None, description="The least severity to report; `suggestion` by default."
    )
    rules_dir: Text | list[Text] = Field(default=[], description="Folders with more rules, relative to this file.")
    baseline: Text | None = Field(
        default=None, description="A file of known findings to set aside, relative to this file."
    )
    overrides: list[Override] = Field(default=[], description="What holds for some files only.")
    communication: CommunicationBlock = CommunicationBlock()


class Placer(Protocol):
    """Tells where a key stands."""

    def __call__(self, keys: Sequence[str | int] = ()) -> tuple[int, int]: ...


@dataclass(frozen=True)
class LoadedConfig:
    """A configuration and the file it was read from; `path` is None for the defaults."""

    values: Configuration = field(default_factory=Configuration)
    path: Path | None = None
    place: Placer = lambda _keys=(): (1, 1)

    @cached_property
    def communication(self) -> Communication:
        """The writer's standing answers."""
        block = self.values.communication
        return Communication(tuple(block.tools), block.hours, block.response, tuple(block.boundaries))

    @cached_property
    def rules_dirs(self) -> tuple[Path, ...]:
        """The folders with more rules."""
        if self.path is None:
            return ()
        names = self.values.rules_dir
        return tuple(self.path.parent / name for name in ([names] if isinstance(names, str) else names))

    @cached_property
    def baseline(self) -> Path | None:
        """The file of known findings."""
        name = self.values.baseline
        return None if self.path is None or name is None else Path(os.path.abspath(self.path.parent / name))  # noqa: PTH100

    def excludes(self, path: Path, folder: bool = False) -> bool:
        """Whether `exclude` names this file or folder, or a folder that it lies in."""
        return _fits(self._exclude, self.path, path, folder)

    def overrides_for(self, path: Path) -> Iterator[tuple[int, Override]]:
        """The overrides that hold for a file, with their numbers (from 0); the strongest comes first."""
        for index, spec in reversed(list(enumerate(self._override_specs))):
            if _fits(spec, self.path, path):
                yield index, self.values.overrides[index]

    def settings(self, path: Path | None, flags: Flags, front_matter: Choice) -> Settings:
        """What holds for a draft at `path` (None for standard input without a name)."""
        overrides = list(self.overrides_for(path)) if path is not None else []
        values = self.values
        named = str(self.path)
        context, origins = settle(
            (
                flags.choice,
                front_matter,
                *(_choice(override, f"override {index + 1} in {named}") for index, override in overrides),
                _choice(values, named),
            )
        )
        selections = [_selection(values.select, values.extend_select, values.ignore)]
        selections += [_selection(override.select, [], override.ignore) for _, override in reversed(overrides)]
        return Settings(
            context=context,
            origins=origins,
            selections=(*selections, flags.selection),
            min_level=flags.min_level or values.min_level or Severity.SUGGESTION,
            fail_level=flags.fail_level or values.fail_level or FailLevel.WARNING,
            rules_dirs=(*self.rules_dirs, *flags.rules_dirs),
            communication=self.communication,
            configuration=self.path,
            baseline=self.baseline,
        )

    def check_names(self, resolve: Resolve, platforms: Mapping[str, object]) -> None:
        """Raise `ConfigError` for the first rule or platform that there is not."""
        values: list[tuple[tuple[str | int, ...], Configuration | Override]] = [((), self.values)]
        values += [(("overrides", index), override) for index, override in enumerate(self.values.overrides)]
        for keys, block in values:
            if block.platform is not None and block.platform not in platforms:
                known = did_you_mean(block.platform, platforms) or f"Known are: {', '.join(platforms)}."
                raise self.error((*keys, "platform"), f"no platform is called '{block.platform}'", known)
            for key, names in (
                ("select", block.select),
                ("extend-select", getattr(block, "extend_select", None)),
                ("ignore", block.ignore),
            ):
                for index, name in enumerate(names or ()):
                    if (remedy := unknown(name, resolve)) is not None:
                        raise self.error((*keys, key, index), f"no rule is called '{name}'", remedy)

    def error(self, keys: Sequence[str | int], problem: str, remedy: str) -> ConfigError:
        """An error at a key of this configuration."""
        return ConfigError(self.path, problem, remedy, *self.place(keys))

    @cached_property
    def _exclude(self) -> pathspec.GitIgnoreSpec:
        return self._spec(("exclude",), self.values.exclude)

    @cached_property
    def _override_specs(self) -> list[pathspec.GitIgnoreSpec]:
        overrides = enumerate(self.values.overrides)
        return [self._spec(("overrides", index, "files"), override.files) for index, override in overrides]

    def _spec(self, keys: tuple[str | int, ...], patterns: Sequence[str]) -> pathspec.GitIgnoreSpec:
        for index, pattern in enumerate(patterns):
            if not is_pattern(pattern):
                raise self.error((*keys, index), f"'{pattern}' is no pattern", "Write it as in a .gitignore.")
        return spec_of(patterns)

    def check_patterns(self) -> None:
        """Raise `ConfigError` for the first pattern that cannot be read."""
        _ = self._exclude, self._override_specs


class ConfigFinder:
    """Finds each draft's configuration, the explicit one or the first from the draft upward, and reads it once."""

    def __init__(self, explicit: Path | None = None, isolated: bool = False) -> None:
        self._fixed = LoadedConfig() if isolated else read_config(explicit) if explicit is not None else None
        self._by_folder: dict[Path, LoadedConfig | ConfigError] = {}

    def of(self, folder: Path) -> LoadedConfig:
        """The configuration for the files of an absolute folder. Raises `ConfigError`, every time it is asked."""
        if self._fixed is not None:
            return self._fixed
        if folder not in self._by_folder:
            self._by_folder[folder] = self._look(folder)
        found = self._by_folder[folder]
        if isinstance(found, ConfigError):
            raise found.with_traceback(None)
        return found

    def _look(self, folder: Path) -> LoadedConfig | ConfigError:
        try:
            here = config_in(folder)
            if here is not None:
                return here
            return self.of(folder.parent) if folder.parent != folder else LoadedConfig()
        except ConfigError as error:
            return error


def config_in(folder: Path) -> LoadedConfig | None:
    """The configuration that stands in this very folder. Raises `ConfigError`."""
    if (folder / FILE_NAME).is_file():
        return read_config(folder / FILE_NAME)
    if (misnamed := folder / MISNAMED).is_file():
        raise ConfigError(misnamed, "the file's name ends with .yml", f"Rename it to {FILE_NAME}.")
    project = folder / PROJECT
    return _read_project(project, required=False) if project.is_file() else None


def read_config(path: Path) -> LoadedConfig:
    """The configuration in a YAML file, or in the table of a TOML file. Raises `ConfigError`."""
    path = Path(os.path.abspath(path))  # noqa: PTH100  (keeps symbolic links, as the search does)
    if path.suffix == ".toml":
        loaded = _read_project(path, required=True)
        assert loaded is not None
        return loaded
    try:
        document = read_yaml(path)
    except YamlError as error:
        raise ConfigError(path, error.problem, error.remedy, error.line, error.column) from None
    values = {} if document.values is None else document.values
    return _validated(values, path, _yaml_placer(document))


def schema() -> dict[str, Any]:
    """The JSON schema of a configuration file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Configuration.model_json_schema()}


def spec_of(patterns: Sequence[str]) -> pathspec.GitIgnoreSpec:
    """Patterns as in a .gitignore. Raises `ValueError`."""
    import pathspec  # noqa: PLC0415  (most runs have no patterns)

    return pathspec.GitIgnoreSpec.from_lines(patterns)


def is_pattern(text: str) -> bool:
    """Whether the text is a pattern as in a .gitignore."""
    try:
        spec_of([text])
    except ValueError:
        return False
    return True


def _fits(spec: pathspec.GitIgnoreSpec, config: Path | None, path: Path, folder: bool = False) -> bool:
    if config is None:
        return False
    try:
        inside = path.relative_to(config.parent)
    except ValueError:
        return False
    return bool(spec.match_file(inside.as_posix() + ("/" if folder else "")))


def _choice(block: Configuration | Override, origin: str) -> Choice:
    waive = None if block.waive is None else frozenset(block.waive)
    return Choice(origin, block.platform, block.document, block.stage, waive)


def _selection(select: Sequence[str] | None, extend: Sequence[str], ignore: Sequence[str]) -> Selection:
    return Selection(None if select is None else tuple(select), tuple(extend), tuple(ignore))


def _read_project(path: Path, required: bool) -> LoadedConfig | None:
    """The table in a pyproject.toml; None where it has none. A broken file is our affair only if it names the table."""
    if sys.version_info >= (3, 11):
        import tomllib  # noqa: PLC0415
    else:
        import tomli as tomllib  # noqa: PLC0415
    try:
        text = path.read_bytes().decode("utf-8-sig")
        if TABLE not in text and not required:
            return None
        values = tomllib.loads(text)
    except OSError as error:
        raise ConfigError(path, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigError(path, "this is not UTF-8", "Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\s*\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        what = str(error)[: found.start()] if found else str(error)
        raise ConfigError(path, f"this is not TOML: {what}", "", line, column) from None
    tool = values.get("tool")
    table = tool.get(TABLE) if isinstance(tool, dict) else None
    if table is None and not required:
        return None
    if table is None:
        raise ConfigError(path, f"there is no table [tool.{TABLE}]", "Add it, or name another file.")
    return _validated(table, path, _toml_placer(text))


def _yaml_placer(document: YamlDocument) -> Placer:
    return document.place


def _toml_placer(text: str) -> Placer:
    """The line of the last key of a path that is written out; TOML readers tell no places."""
    lines = text.splitlines()
    header = re.compile(rf"\s*\[+\s*tool\s*\.\s*[\"']?{TABLE}\b")
    start = next((number for number, line in enumerate(lines) if header.match(line)), 0)

    def place(keys: Sequence[str | int] = ()) -> tuple[int, int]:
        at = (start + 1, 1)
        for key in keys:
            if isinstance(key, int):
                continue
            pattern = re.compile(rf"\s*[\"']?({re.escape(key)})[\"']?\s*=|\s*\[+.*\b({re.escape(key)})\s*\]")
            for number in range(at[0] - 1, len(lines)):
                if found := pattern.match(lines[number]):
                    at = number + 1, found.start(found.lastindex or 0) + 1
                    break
        return at

    return place


def _validated(values: Any, path: Path, place: Placer) -> LoadedConfig:
    if not isinstance(values, dict):
        raise ConfigError(path, "a configuration is a mapping of keys", "Write it as 'key: value'.", *place(()))
    try:
        loaded = LoadedConfig(Configuration.model_validate(_without_nulls(values)), path, place)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        first = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])  # a typo explains the rest
        keys = tuple(first["loc"])
        problem, remedy = _explain(dict(first), keys)
        raise ConfigError(path, problem, remedy, *place(keys)) from None
    loaded.check_patterns()
    return loaded


def _without_nulls(values: Any) -> Any:
    """A key without a value, such as one whose list is commented out, says nothing."""
    if isinstance(values, dict):
        return {key: _without_nulls(value) for key, value in values.items() if value is not None}
    return [_without_nulls(value) for value in values] if isinstance(values, list) else values


def _explain(error: Mapping[str, Any], keys: tuple[str | int, ...]) -> tuple[str, str]:
    """A validation error in plain words, and the remedy."""
    kind, given = error["type"], error.get("input")
    named = [str(key) for key in keys if isinstance(key, str)]
    blocks: dict[str, type[Strict]] = {"overrides": Override, "communication": CommunicationBlock}
    model = blocks.get(named[0] if len(keys) > 1 else "", Configuration)
    known = [info.alias or name for name, info in model.model_fields.items()]
    if kind == "extra_forbidden":
        near = did_you_mean(named[-1] if named else keys[-1], known)
        return f"unknown key '{keys[-1]}'", near or f"Known are: {', '.join(known)}."
    key = next((name for name in reversed(named) if name in known), ".".join(named))
    if kind in ("enum", "literal_error"):
        expected = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        near = did_you_mean(given, expected)
        return f"'{given}' is none of the values of '{key}'", near or f"Known are: {', '.join(expected)}."
    if kind == "list_type":
        return f"'{key}' is a list", f"Write [{given}]." if isinstance(given, str) else "Write it as [a, b]."
    if kind == "string_type":
        return f"'{key}' is text", f"Put it in quotes: '{given}'." if isinstance(given, int | float) else ""
    if kind == "missing":
        return f"'{keys[-1]}' is missing", ""
    return f"'{key}': {error['msg'][0].lower()}{error['msg'][1:]}", ""
