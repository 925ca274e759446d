"""What a check of `doctor` finds."""

from collections.abc import Callable
from dataclasses import dataclass

from orchestrator_tray.cli.context import Context, log
from orchestrator_tray.core.settings import Settings
from orchestrator_tray.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    ok: bool | None
    """True: works; None: absent, and all else works without it; False: broken."""
    text: str
    mend: str = ""


_CLOSER = "run it with -v to see where that comes from"

Check = Callable[[Context], Finding]


def found(context: Context, check: Check) -> Finding:
    """Return what a check finds; one that fails itself must not hide what the others find."""
    try:
        return check(context)
    except Exception as error:  # noqa: BLE001 - libraries of a strange desktop raise anything
        log.info("the failed check in full", exc_info=error)
        return Finding(ok=False, text=f"cannot be checked: {type(error).__name__}: {error}", mend=_CLOSER)


def usable_settings(context: Context) -> Settings:
    """Return the settings, or the defaults where these are broken: that is told elsewhere."""
    try:
        return context.settings
    except ConfigError:
        return Settings()
