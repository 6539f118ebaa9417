"""Signals: how likely each sentence is an invitation, a request, a statement …, by a small linear model that ships with the package."""

from linter.signals.classifier import SIGNALS, Classifier

__all__ = ["SIGNALS", "Classifier"]
