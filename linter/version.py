"""The version that is installed."""

from __future__ import annotations


def version() -> str:
    """The installed distribution's version; `0+unknown` where the package runs without being installed."""
    from importlib import metadata  # noqa: PLC0415  (its import costs more than the answer)

    try:
        return metadata.version("proposal-lint")
    except metadata.PackageNotFoundError:
        return "0+unknown"
