"""Configuration files: found, read strictly, laid over one another."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from linter.config import ConfigError, ConfigFinder, Configuration, config_in, read_config, schema
from linter.context import Document, Stage, Waiver
from linter.finding import Severity
from linter.settings import Choice, FailLevel, Flags, Selection
from linter.yaml import load_yaml

EVERYTHING = """\
platform: generic
document: message
stage: ended
waive: [legal]
select: [contact]
extend-select: [off-platform]
ignore: [contact/website]
exclude: [archive/]
fail-level: error
min-level: warning
rules-dir: my-rules
overrides:
  - {files: ["profiles/**"], document: profile, ignore: [contact/link]}
  - {files: ["profiles/upwork.md"], platform: upwork, select: [contact/email]}
communication:
  tools: [Slack, Zoom]
  hours: Mon-Fri 9:00-17:00 CET
  response: within one business day
  boundaries: [no weekend work]
"""


def write(folder: Path, text: str, name: str = ".proposal-lint.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def error_of(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    return caught.value


def resolve(name: str) -> frozenset[str]:
    if name.partition("/")[0] not in ("contact", "off-platform"):
        raise LookupError(name)
    return frozenset((name,))


def test_every_key_is_taken(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, EVERYTHING))
    settings = config.settings(tmp_path / "a.md", Flags(), Choice("front matter"))
    assert (settings.context.platform, settings.context.document, settings.context.stage) == (
        "generic",
        Document.MESSAGE,
        Stage.ENDED,
    )
    assert settings.context.waivers == {Waiver.LEGAL}
    assert (settings.fail_level, settings.min_level) == (FailLevel.ERROR, Severity.WARNING)
    assert settings.rules_dirs == (tmp_path / "my-rules",)
    assert settings.communication.tools == ("Slack", "Zoom")
    assert settings.selections[0] == Selection(("contact",), ("off-platform",), ("contact/website",))
    assert config.excludes(tmp_path / "archive", folder=True)
    assert config.excludes(tmp_path / "archive" / "x" / "a.md")
    assert not config.excludes(tmp_path / "archives" / "a.md")
    assert not config.excludes(tmp_path.parent / "archive" / "a.md")


def test_later_overrides_beat_earlier_ones_and_ignores_add_up(tmp_path: Path) -> None:
    config = read_config(write(tmp_path, EVERYTHING))
    other = config.settings(tmp_path / "profiles" / "de" / "a.md", Flags(), Choice("front matter"))
    assert (other.context.platform, other.context.document) == ("generic", Document.PROFILE)
    assert "override 1" in other.origins["document"]
    settings = config.settings(tmp_path / "profiles" / "upwork.md", Flags(), Choice("front matter"))
    assert (settings.context.platform, settings.context.document) == ("upwork", Document.PROFILE)
    assert [one.ignore for one in settings.selections] == [("contact/website",), ("contact/link",), (), ()]


def test_flag_beats_front_matter_beats_override_beats_configuration(tmp_path: Path) -> None:
    text = "document: message\nplatform: generic\noverrides:\n- {files: ['*'], document: profile, stage: contract}"
    config = read_config(write(tmp_path, text))
    front = Choice("front matter", stage=Stage.PRE_CONTRACT, waive=frozenset((Waiver.LEGAL,)))
    context = config.settings(tmp_path / "a.md", Flags(waive=frozenset((Waiver.ENTERPRISE,))), front).context
    assert context.waivers == {Waiver.ENTERPRISE}
    assert context.stage is Stage.PRE_CONTRACT
    assert context.document is Document.PROFILE
    assert context.platform == "generic"


@pytest.mark.parametrize(
    ("text", "place", "problem", "remedy"),
    [
        ("platfrom: upwork", (1, 1), "unknown key 'platfrom'", "Did you mean 'platform'?"),
        ("ignore: []\nfail_level: error", (2, 1), "unknown key 'fail_level'", "Did you mean 'fail-level'?"),
        ("zzz: 1", (1, 1), "unknown key 'zzz'", "Known are: platform, document"),
        ("document: profil", (1, 1), "'profil' is none of the values of 'document'", "Did you mean 'profile'?"),
        ("fail-level: off", (1, 1), "'off' is none of the values of 'fail-level'", "Known are: error, warning"),
        ("ignore: contact/email", (1, 1), "'ignore' is a list", "Write [contact/email]."),
        ("platform: 7", (1, 1), "'platform' is text", "Put it in quotes"),
        ("overrides:\n  - {document: profile}", (2, 5), "'files' is missing", ""),
        ("overrides:\n  - {files: [a], documnt: x}", (2, 18), "unknown key 'documnt'", "Did you mean 'document'?"),
        ("overrides:\n  - {file: [a]}", (2, 6), "unknown key 'file'", "Did you mean 'files'?"),
        ("communication:\n  tool: [a]", (2, 3), "unknown key 'tool'", "Did you mean 'tools'?"),
        ("communication:\n  tools: Slack", (2, 3), "'tools' is a list", "Write [Slack]."),
        ("waive: [enterprize]", (1, 9), "'enterprize' is none of the values of 'waive'", "Did you mean 'enterprise'?"),
        ("platform: upwork\nplatform: generic", (2, 1), "the key 'platform' stands twice", "Remove one"),
        ("platform: [", (1, 12), "this is not YAML", ""),
        ("- a\n- b", (1, 1), "a configuration is a mapping of keys", ""),
        ("exclude: ['!']", (1, 11), "'!' is no pattern", ".gitignore"),
        ("overrides:\n- files: ['!']", (2, 11), "'!' is no pattern", ".gitignore"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, place: tuple[int, int], problem: str, remedy: str) -> None:
    error = error_of(write(tmp_path, text))
    assert problem in error.problem
    assert remedy in error.remedy
    assert (error.line, error.column) == place
    assert str(error).startswith(f"{tmp_path / '.proposal-lint.yaml'}:{place[0]}:{place[1]}: ")


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("ignore: [contact/x, kontact/email]", 1, "no rule is called 'kontact/email'"),
        ("overrides:\n- files: [a]\n  select: [nonsense]", 3, "no rule is called 'nonsense'"),
        ("extend-select: [lunt]", 1, "no rule is called 'lunt'"),
        ("stage: ended\nplatform: upwrk", 2, "no platform is called 'upwrk'. Did you mean 'upwork'?"),
        ("overrides:\n- files: [a]\n  platform: upwrk", 3, "no platform is called 'upwrk'. Did you mean 'upwork'?"),
    ],
)
def test_unknown_rules_and_platforms_are_errors(tmp_path: Path, text: str, line: int, problem: str) -> None:
    config = read_config(write(tmp_path, text))
    with pytest.raises(ConfigError) as caught:
        config.check_names(resolve, {"upwork": None, "generic": None})
    assert problem in str(caught.value)
    assert caught.value.line == line


@pytest.mark.parametrize("text", ["", "# only a comment\n", "overrides:\nignore:\ncommunication:\n  tools:\n"])
def test_a_key_without_a_value_says_nothing(tmp_path: Path, text: str) -> None:
    assert read_config(write(tmp_path, text)).values == Configuration()


def test_the_first_file_found_upward_wins(tmp_path: Path) -> None:
    write(tmp_path, "stage: ended")
    inner = write(tmp_path / "a", "stage: contract")
    write(tmp_path / "a" / "b", "[project]\nname = 'x'\n", "pyproject.toml")
    (tmp_path / "a" / "b" / "c").mkdir()
    finder = ConfigFinder()
    assert finder.of(tmp_path / "a" / "b" / "c").path == inner
    assert finder.of(tmp_path).values.stage is Stage.ENDED
    assert ConfigFinder(isolated=True).of(tmp_path).path is None
    assert ConfigFinder(inner).of(tmp_path).path == inner


def test_a_broken_file_is_an_error_for_every_draft_below(tmp_path: Path) -> None:
    write(tmp_path, "nonsense: 1")
    finder = ConfigFinder()
    for folder in (tmp_path, tmp_path / "a", tmp_path / "a" / "b"):
        with pytest.raises(ConfigError, match="nonsense"):
            finder.of(folder)


def test_a_pyproject_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool.proposal-lint]\nplatform = 'generic'\nrules-dir = ['r']\n", "pyproject.toml")
    found = config_in(tmp_path)
    assert found is not None
    assert found.path == path
    assert found.values.platform == "generic"
    assert found.rules_dirs == (tmp_path / "r",)


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("[tool.proposal-lint]\nstage = 'ended'\nplatfrom = 'x'\n", (3, 1), "unknown key 'platfrom'"),
        ("[tool.proposal-lint.communication]\ntool = ['x']\n", (2, 1), "unknown key 'tool'"),
        ("[tool.proposal-lint]\nstage = \n", (2, 9), "this is not TOML"),
    ],
)
def test_a_broken_pyproject_is_an_error(tmp_path: Path, text: str, place: tuple[int, int], problem: str) -> None:
    error = error_of(write(tmp_path, text, "pyproject.toml"))
    assert problem in error.problem
    assert (error.line, error.column) == place


def test_a_broken_pyproject_of_others_is_not_our_affair(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool.other\n", "pyproject.toml")
    assert config_in(tmp_path) is None
    assert "this is not TOML" in error_of(path).problem


def test_a_pyproject_without_the_table_is_an_error_when_named(tmp_path: Path) -> None:
    assert "no table [tool.proposal-lint]" in error_of(write(tmp_path, "[project]\n", "pyproject.toml")).problem


def test_a_misnamed_file_is_an_error_and_not_silence(tmp_path: Path) -> None:
    write(tmp_path, "stage: ended", ".proposal-lint.yml")
    with pytest.raises(ConfigError, match=r"name ends with .yml"):
        config_in(tmp_path)


@pytest.mark.parametrize("data", [b"stage: caf\xe9", b"\xff\xfes\0"])
def test_another_encoding_is_an_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / ".proposal-lint.yaml"
    path.write_bytes(data)
    assert "not UTF-8" in error_of(path).problem


def test_a_missing_explicit_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        ConfigFinder(tmp_path / "none.yaml")


def test_the_schema_accepts_what_the_models_accept() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.validate(load_yaml(EVERYTHING, "x").values)
    assert not validator.is_valid({"platfrom": "x"})
    assert not validator.is_valid({"document": "profil"})


def test_a_tool_that_is_no_table_is_no_configuration_of_ours(tmp_path: Path) -> None:
    write(tmp_path, 'tool = "proposal-lint"\n', "pyproject.toml")
    assert config_in(tmp_path) is None
