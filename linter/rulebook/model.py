"""The shape of rule and platform files. Everything is strict: an unknown key is an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from linter.communication import CHANNEL
from linter.context import Context, Document, Stage, Waiver
from linter.draft import Layer
from linter.finding import Safety, Severity
from linter.identifiers.base import Certainty

Level = Literal["error", "warning", "suggestion", "off"]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$")]
Text = Annotated[str, Field(min_length=1)]

_KINDS = ("tokens", "phrases", "regex", "identifier", "signal")


class Strict(BaseModel):
    """A model that takes no unknown key and does not change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
        populate_by_name=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )


class Pattern(Strict):
    """One way to find something: one of `tokens`, `phrases`, `regex`, `identifier` and `signal`.

    Tokens or phrases together with a signal are found in sentences only that reach its threshold.
    """

    tokens: list[dict[str, Any]] | None = Field(
        default=None, description="A pattern of spaCy's Matcher; `$list` stands for a word list."
    )
    phrases: list[Text] | None = Field(
        default=None, description="Phrase templates over the normalised words of a sentence."
    )
    regex: Text | None = Field(default=None, description="A regular expression on the folded text of a paragraph.")
    identifier: Text | None = Field(default=None, description="A kind of identifier, such as `email`.")

    signal: Text | None = Field(
        default=None, description="A signal of the trained model, found in sentences that reach the threshold."
    )
    threshold: float = Field(default=0.5, gt=0, lt=1, description="The probability from which a signal counts.")

    @model_validator(mode="after")
    def _one_kind(self) -> Pattern:
        given = [name for name in _KINDS if getattr(self, name) is not None]
        if len(given) != 1 and not (len(given) == 2 and given[0] in ("tokens", "phrases") and given[1] == "signal"):
            raise ValueError(f"needs exactly one of {', '.join(_KINDS)}; has {', '.join(given) or 'none'}")
        if self.tokens == [] or self.phrases == []:
            raise ValueError(f"'{given[0]}' is empty")
        return self


class MatchEntry(Pattern):
    """What a rule looks for. A possible match makes an error a warning."""

    certainty: Certainty = Certainty.CERTAIN
    needs: list[Text] = Field(default=[], description="Phrase templates of which the sentence must hold one, too.")

    def describe(self) -> str:
        """What the entry looks for, in a line."""
        likely = f"sentences whose signal `{self.signal}` reaches {self.threshold:g}" if self.signal else ""
        if self.phrases is not None or self.tokens is not None:
            what = "a pattern of tokens" if self.phrases is None else _counted(len(self.phrases))
            what += f", in {likely}" if likely else ""
        else:
            what = likely or (
                f"the regular expression {self.regex}" if self.regex else f"identifiers of the kind `{self.identifier}`"
            )
        what += f", with {'one of ' * (len(self.needs) > 1)}{_counted(len(self.needs))}" if self.needs else ""
        return what + (" (possible)" if self.certainty is Certainty.POSSIBLE else "")


def _counted(phrases: int) -> str:
    return f"{phrases} phrase template{'s' * (phrases != 1)}"


class Guard(Pattern):
    """What takes a match back when it is found near it."""

    within: Literal["match", "before", "after", "sentence", "paragraph", "draft"] = Field(
        default="sentence",
        description="Where: in the match, in the six words before or after it, in its sentence, its paragraph, or anywhere.",
    )
    below: float = Field(
        default=1,
        gt=0,
        le=1,
        description="The probability from which the signal of the match's entry is too sure for this guard.",
    )

    def yields_to(self, signal: str | None, signals: Mapping[str, float]) -> bool:
        """Whether the guard says nothing in a sentence with these probabilities, to a match that goes with this signal."""
        return signal is not None and signals.get(signal, 0.0) >= self.below < 1


class FixEntry(Strict):
    """A way to mend a match: put `with` in place of something, or insert a statement from the configuration."""

    phrases: list[Text] | None = Field(
        default=None, min_length=1, description="Phrase templates: what one of them finds round the match is replaced."
    )
    replace: Literal["match", "apart", "answer", "clause", "sentence"] | None = Field(
        default=None,
        description="What is replaced: the match, what stands apart with it (a line, brackets, an entry between commas), "
        "the same where it answers a short question, the last clause of its sentence, or the sentence.",
    )
    insert: Literal["tools", "availability", "boundaries", "preference"] | None = Field(
        default=None, description="For `require`: the statement of the `communication:` block to insert."
    )
    like: Id | None = Field(default=None, description="The fixes of another rule.")
    with_: str = Field(
        default="",
        alias="with",
        description="What to put there; {channel}, {platform}, {me} and {i} are filled in. Without it, nothing.",
    )
    safety: Safety | None = Field(
        default=None, description="`safe` if nothing else that the writer says is lost; else `unsafe`, the default."
    )

    @model_validator(mode="after")
    def _one_way(self) -> FixEntry:
        given = [name for name in ("phrases", "replace", "insert", "like") if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"needs exactly one of phrases, replace, insert, like; has {', '.join(given) or 'none'}")
        if (self.insert or self.like) and self.with_:
            raise ValueError(f"'{given[0]}' goes without 'with'")
        return self


class FixedExample(Strict):
    """A text, and what the rule's fixes make of it."""

    before: Text
    after: str
    safety: Safety = Field(default="unsafe", description="The safety of the least safe fix that it takes.")


class Examples(Strict):
    """Texts that prove the rule: in a bad one exactly what stands in [[ ]] is found, in a good one nothing."""

    bad: list[Text] = Field(min_length=1)
    good: list[Text] = Field(min_length=1)
    fixed: list[FixedExample] = Field(default=[], description="What the fixes make of a text, which is then clean.")


class RuleFile(Strict):
    """A rule: what to look for, and how bad it usually is."""

    id: Id = Field(description="The file's path in the rules' folder, without the ending.")
    level: Severity = Field(description="How bad a match usually is; a platform file may say otherwise.")
    summary: Text = Field(description="What the rule finds, in one line.")
    message: Text = Field(description="What a finding says; {match} and {platform} are filled in.")
    suggest: str = Field(default="", description="What to do instead.")
    why: Text = Field(description="Why it matters, with the evidence.")
    scope: list[Layer] = Field(
        default=[Layer.PROSE], min_length=1, description="The parts of a draft that are looked at."
    )
    min_words: int = Field(default=0, ge=0, description="Shorter drafts are not looked at.")
    match: list[MatchEntry] | None = Field(default=None, min_length=1, description="Any of these is a match.")
    require: list[MatchEntry] | None = Field(
        default=None, min_length=1, description="A finding when none of these is found."
    )
    unless: list[Guard] = []
    fix: list[FixEntry] = Field(default=[], description="Ways to mend a match; the first that fits is the best.")
    examples: Examples
    gap: list[Text] = Field(default=[], description="Known misses: texts whose [[ ]] is not found yet.")
    aliases: list[Id] = Field(default=[], description="Earlier ids of the rule.")

    @model_validator(mode="after")
    def _match_or_require(self) -> RuleFile:
        if (self.match is None) == (self.require is None):
            raise ValueError("needs either 'match' or 'require'")
        if any((entry.insert is None) != (self.require is None) for entry in self.fix):
            raise ValueError("a fix of 'require' is an 'insert', and only that")
        return self


StageLevels = dict[Stage, Level]


class Verdict(Strict):
    """What a marketplace thinks of a rule's matches, by document and stage, and where it says so."""

    profile: Level | None = Field(default=None, description="A profile has no stage: it is public.")
    proposal: Level | StageLevels | None = None
    message: Level | StageLevels | None = None
    waived_by: dict[Document, list[Waiver]] = {}
    policy: str = Field(default="", description="Address of the marketplace's own words.")
    dated: str = Field(default="unknown", description="The page's own date, where it shows one.")
    read: str = Field(default="", description="The day the page was read, YYYY-MM-DD.")
    evidence: Literal["official", "staff", "peer", "inference", "none"] = "none"
    note: str = ""

    @model_validator(mode="after")
    def _all_stages(self) -> Verdict:
        for document in (Document.PROPOSAL, Document.MESSAGE):
            levels = getattr(self, document.value)
            if isinstance(levels, dict) and set(levels) != set(Stage):
                missing = ", ".join(stage.value for stage in Stage if stage not in levels)
                raise ValueError(f"'{document.value}' has no level for {missing}")
        return self

    def level(self, context: Context) -> Level | None:
        """The level in a context; None where this verdict says nothing about the document."""
        if context.waivers & frozenset(self.waived_by.get(context.document, ())):
            return "off"
        levels: Level | StageLevels | None = getattr(self, context.document.value)
        return levels[context.stage] if isinstance(levels, dict) else levels


class PlatformFile(Strict):
    """A marketplace: its name and its verdicts, by a rule's id or a prefix such as `contact/`."""

    id: Id
    name: Text
    about: str = ""
    channel: Text = Field(
        default=CHANNEL, description="What the marketplace calls its own messages, as fixes write it."
    )
    levels: dict[Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]*)?$")], Verdict]

    def verdict(self, rule: str) -> Verdict | None:
        """The verdict on a rule: its own, else the longest prefix's; None where the marketplace says nothing."""
        fitting = [key for key in self.levels if key == rule or (key.endswith("/") and rule.startswith(key))]
        return self.levels[max(fitting, key=len)] if fitting else None
