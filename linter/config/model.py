"""The shape of a configuration file. It is strict: an unknown key is an error."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from linter.context import Document, Stage, Waiver
from linter.finding import Severity
from linter.settings import FailLevel

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


def schema() -> dict[str, Any]:
    """The JSON schema of a configuration file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Configuration.model_json_schema()}
