"""A configuration as it was read, and what it says about a draft."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from linter.communication import Communication
from linter.config.model import Configuration, Override
from linter.config.patterns import fits, is_pattern, spec_of
from linter.errors import PlacedError, did_you_mean
from linter.finding import Severity
from linter.settings import Choice, FailLevel, Flags, Resolve, Selection, Settings, settle, unknown

if TYPE_CHECKING:
    import pathspec


class ConfigError(PlacedError):
    """A configuration that cannot be taken: where, what is wrong and how to mend it."""


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
        return fits(self._exclude, self.path, path, folder)

    def overrides_for(self, path: Path) -> Iterator[tuple[int, Override]]:
        """The overrides that hold for a file, with their numbers (from 0); the strongest comes first."""
        for index, spec in reversed(list(enumerate(self._override_specs))):
            if fits(spec, self.path, path):
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


def _choice(block: Configuration | Override, origin: str) -> Choice:
    waive = None if block.waive is None else frozenset(block.waive)
    return Choice(origin, block.platform, block.document, block.stage, waive)


def _selection(select: Sequence[str] | None, extend: Sequence[str], ignore: Sequence[str]) -> Selection:
    return Selection(None if select is None else tuple(select), tuple(extend), tuple(ignore))
