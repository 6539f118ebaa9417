"""Find the configuration that holds for a draft: the first from its folder upward."""

from __future__ import annotations

from pathlib import Path

from linter.config.loaded import ConfigError, LoadedConfig
from linter.config.reading import read_config, read_project

FILE_NAME = ".proposal-lint.yaml"
MISNAMED = ".proposal-lint.yml"
PROJECT = "pyproject.toml"
CONFIG_NAMES = (FILE_NAME, MISNAMED, PROJECT)  # of these, the first that a folder has is looked at


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
    return read_project(project, required=False) if project.is_file() else None
