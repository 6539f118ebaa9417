"""Configuration files: their shape, how they are found from a draft upward, and what they say about it."""

from linter.config.finder import CONFIG_NAMES, FILE_NAME, ConfigFinder, config_in
from linter.config.loaded import ConfigError, LoadedConfig
from linter.config.model import CommunicationBlock, Configuration, schema
from linter.config.patterns import is_pattern, spec_of
from linter.config.reading import TABLE, read_config

__all__ = [
    "CONFIG_NAMES",
    "FILE_NAME",
    "TABLE",
    "CommunicationBlock",
    "ConfigError",
    "ConfigFinder",
    "Configuration",
    "LoadedConfig",
    "config_in",
    "is_pattern",
    "read_config",
    "schema",
    "spec_of",
]
