"""The libraries of the extra `model`, loaded when first needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from legation.errors import ModelError


def need(module: str) -> Any:
    """A module of the extra. Raises ModelError, with the remedy, where it is not installed."""
    try:
        return import_module(module)
    except ImportError as missing:
        name = module.partition(".")[0]
        raise ModelError(f"the model needs {name}, which is not installed; run: pip install 'legation[model]'") from missing
