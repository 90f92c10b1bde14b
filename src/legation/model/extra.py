"""The libraries of the extras `model` and `sensitivity`, loaded when first needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from legation.errors import ModelError

EXTRAS = {"SALib": "sensitivity"}
"""The extra that has a package, where it is not `model`."""


def need(module: str) -> Any:
    """A module of the extra. Raises ModelError, with the remedy, where it is not installed."""
    try:
        return import_module(module)
    except ImportError as missing:
        name = module.partition(".")[0]
        raise ModelError(f"the model needs {name}, which is not installed; run: pip install 'legation[{EXTRAS.get(name, 'model')}]'") from missing
