"""Software that a test needs and that need not be there: without it a test skips, with TIMELINE_READERS=1 it fails."""

from __future__ import annotations

import os
import shutil
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

NODE_MODULES = Path(__file__).parent / "readers" / "node_modules"


def needed_module(name: str) -> ModuleType:
    """Import a module that an extra brings."""
    try:
        return import_module(name)
    except ImportError:
        return _missing(f"the Python module {name}")


def needed_command(*names: str) -> str:
    """Return the path of the first of these commands that is there."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or _missing(f"the command {' or '.join(names)}")


def needed_package(name: str) -> Path:
    """Return the folder of an npm package."""
    folder = NODE_MODULES / name
    return folder if folder.is_dir() else _missing(f"the npm package {name}")


def _missing(what: str) -> NoReturn:
    if os.environ.get("TIMELINE_READERS"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")
