"""Intake: bytes → Article. `read_paths` is its door."""

from legation.intake.copies import Copies
from legation.intake.limits import Limits
from legation.intake.prepare import prepare
from legation.intake.read import read_paths
from legation.intake.source import Refused

__all__ = ["Copies", "Limits", "Refused", "prepare", "read_paths"]
