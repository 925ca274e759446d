"""The environment in which other programs are started."""

import os
import sys
from collections.abc import Mapping
from typing import Final

_LIBRARIES: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def system_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment without what the frozen program's loader put there for itself.

    Other programs must not load its libraries, and a copy of this program that one of them starts must
    not take our unpacked folder for its own: it goes when we go.
    """
    kept = (name for name in environment if name not in _LIBRARIES and not name.startswith("_PYI_"))
    clean = {name: environment[name] for name in kept}
    for name in _LIBRARIES:
        if (original := environment.get(f"{name}_ORIG")) is not None:
            clean[name] = original
        elif not getattr(sys, "frozen", False) and name in environment:
            clean[name] = environment[name]
    return clean
