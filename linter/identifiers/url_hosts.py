"""What is known about hosts: services, networks, shops of samples, and the writer's marketplace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linter.identifiers.patterns import lazy

_RESERVED = lazy(r"\.(?:example(?:\.(?:com|net|org))?|test|invalid)\Z")


class Hosts:
    """What is known about hosts: a role for `host` or `host/path`, the longest that fits."""

    def __init__(self, roles: Mapping[str, Iterable[str]]) -> None:
        self._roles: dict[str, list[tuple[str, str]]] = {}
        self.stems: dict[str, str] = {}
        for role, entries in roles.items():
            for entry in entries:
                host, _, path = entry.partition("/")
                self._roles.setdefault(host, []).append(("/" + path if path else "", role))
                self.stems.setdefault(host.rpartition(".")[0], host)

    def role(self, host: str, path: str = "") -> str | None:
        """The role of an address; `None` for a host nobody knows."""
        return self.entry(host, path)[0]

    def entry(self, host: str, path: str = "") -> tuple[str | None, str]:
        """The role and the listed host that gave it."""
        labels = host.split(".")
        for first in range(len(labels) - 1):
            suffix = ".".join(labels[first:])
            best: tuple[str, str] | None = None
            for prefix, role in self._roles.get(suffix, ()):
                fits = not prefix or (
                    path.startswith(prefix) and path[len(prefix) : len(prefix) + 1] in ("", "/", "?", "#")
                )
                if fits and (best is None or len(prefix) > len(best[0])):
                    best = prefix, role
            if best:
                return best[1], suffix + best[0]
        return None, ""

    def meant(self, host: str) -> str:
        """The known host that one under a name reserved for examples stands for: `calendly.example`, `cal.example.com`."""
        end = _RESERVED.search(host)
        labels = host[: end.start()].split(".") if end else []
        for first in range(len(labels)):
            if known := self.stems.get(".".join(labels[first:])):
                return ".".join((*labels[:first], known))
        return host

    def __contains__(self, host: str) -> bool:
        return host in self._roles
