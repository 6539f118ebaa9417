"""How the command-line process starts quickly. Never used in somebody else's process: `linter.lint()` imports spaCy plainly.

`prepare()` settles what the process can do without and sees to it that spaCy, whenever it is imported, is imported without what
only its own command line needs. A spaCy that does not look like those that this was tested with is imported plainly.
"""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.store import Store

TESTED = ((3, 7), (3, 8))  # minor releases of spaCy
_COLLECT_AFTER = 50_000  # allocations; Python's own 700 is made for small programs

_CLI = ["from .cli.info import info"]  # all that spaCy's package wants of its command line; 3.7.0 wants nothing
# What spaCy and thinc look for and do without: torch alone takes more than a second to import.
_PROBED = ("torch", "tensorflow", "mxnet", "cupy", "cupyx", "h5py", "os_signpost")
# Models of pydantic 1, which confection recognises where it finds them, and nothing else here knows.
_OLD_MODELS = ("pydantic.v1",)
_state: dict[str, Any] = {"prepared": False, "stored": None}  # what is stored between processes, beside the rules


def prepare() -> None:
    """Make this process start quickly; called once, before anything heavy is imported."""
    gc.set_threshold(_COLLECT_AFTER, 20, 20)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy starts a thread for each core; we multiply nothing large
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins reads every distribution's data
    if "spacy" not in sys.modules:
        sys.meta_path.insert(0, _Finder())
    _state["prepared"] = True


def is_prepared() -> bool:
    """Whether this is the command-line process."""
    return bool(_state["prepared"])


def compile_from(store: Store) -> None:
    """Take regular expressions and byte code from a store, and keep new ones there.

    Does nothing in a process that was not prepared, nor when it is called again.
    """
    if not _state["prepared"] or _state["stored"] is not None:
        return
    from linter.bytecode import Pieces, is_private  # noqa: PLC0415
    from linter.regexes import Regexes  # noqa: PLC0415

    stored: list[Regexes | Pieces] = []
    _state["stored"] = stored
    regexes = Regexes(store)
    if regexes.install():
        stored.append(regexes)
    if is_private(store):
        pieces = Pieces(store)
        pieces.install()
        stored.append(pieces)


def read_flags_late(command: Any) -> None:
    """Let a typer that builds a validator for every flag, given or not, build it for those that are given."""
    for found in (command, *getattr(command, "commands", {}).values()):
        for flag in found.params:
            if hasattr(flag, "get_runtime_param") and getattr(flag, "_runtime_param", "") is None:
                flag._runtime_param = _Late()


class _Late:
    """Reads a flag that was not given, or is text, as typer does, and leaves any other to typer."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        kind = param.type_descriptor.annotation
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if isinstance(kind, type) and issubclass(kind, str) and isinstance(value, kind):
            return value
        if kind == list[str] and isinstance(value, list | tuple) and all(type(part) is str for part in value):
            return list(value)
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def leave(code: int) -> None:
    """End the process now: taking spaCy's modules down one by one takes long and serves nobody."""
    for one in _state["stored"] or ():
        one.keep()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            try:
                stream.flush()
            except (OSError, ValueError):
                return
    os._exit(code)


class _Finder:
    """Finds spaCy, once, and has it loaded by `_Loader`."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != "spacy":
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None and _looks_tested(spec.origin):
            spec.loader = _Loader(spec.loader)  # type: ignore[assignment]
        return spec


class _Loader:
    """Loads spaCy without its command line, with the collector off, and then is gone."""

    def __init__(self, plain: Any) -> None:
        self._plain = plain

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        module: ModuleType | None = self._plain.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__ is not None
        module.__spec__.loader = module.__loader__ = self._plain
        optional = _PROBED + (_OLD_MODELS if _does_without_old_models() else ())
        with _collector_off(), _absent(optional), _without_command_line(), _without_plugins():
            self._plain.exec_module(module)


def _looks_tested(origin: str | None) -> bool:
    """Whether this is a tested release of spaCy, whose package imports its command line in the one place we know."""
    try:
        package = Path(origin or "")
        about = (package.parent / "about.py").read_text(encoding="utf-8")
        source = package.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    found = re.search(r'^__version__ = "(\d+)\.(\d+)\.\d+"$', about, re.MULTILINE)
    tested = found is not None and (int(found[1]), int(found[2])) in TESTED
    return tested and re.findall(r"^(?=\S).*\bcli\b.*?(?=  #|$)", source, re.MULTILINE) in ([], _CLI)


def _does_without_old_models() -> bool:
    """Whether this confection takes the models of pydantic 1 for optional, as later ones do."""
    spec = PathFinder.find_spec("confection")
    try:
        source = (Path(spec.origin or "").parent / "validation.py").read_text(encoding="utf-8") if spec else ""
    except (OSError, ValueError):
        return False
    return "_PydanticV1BaseModel = None" in source and "pydantic.v1" not in sys.modules


@contextmanager
def _collector_off() -> Iterator[None]:
    """Nothing of an import is garbage: do not look for any, not even later."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


@contextmanager
def _absent(names: tuple[str, ...]) -> Iterator[None]:
    """Make these modules look as if they were not installed."""
    hidden = [name for name in names if name not in sys.modules]
    refused: Any = dict.fromkeys(hidden)  # None is how an import is refused
    sys.modules.update(refused)
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Let placeholders stand for `spacy.cli`, so that a later import of it finds the real one."""
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    package.__path__ = []
    module.__dict__["info"] = _info
    names = {"spacy.cli": package, "spacy.cli.info": module}
    sys.modules.update(names)
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


@contextmanager
def _without_plugins() -> Iterator[None]:
    """Let spaCy's registries find no entry points: reading those of every distribution takes a while, and other people's
    components, which may take long to import, are none of our affair.
    """
    from importlib import metadata  # noqa: PLC0415

    plain = metadata.entry_points
    setattr(metadata, "entry_points", lambda **_: metadata.EntryPoints(()))  # noqa: B010
    try:
        yield
    finally:
        setattr(metadata, "entry_points", plain)  # noqa: B010


def _info(*arguments: Any, **options: Any) -> Any:
    """`spacy.info`, imported when it is called."""
    from spacy.cli.info import info  # noqa: PLC0415

    return info(*arguments, **options)
