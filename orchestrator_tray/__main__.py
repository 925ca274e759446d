"""The program's entry: `python -m orchestrator_tray` and the installed command."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:2] == ["--embedder-child"]:
        # The frozen program starts itself as the embedder's child; nothing else may be imported there.
        from orchestrator_tray.adapters.embedder import child

        return child.main(sys.argv[2:])
    if sys.argv[1:2] == ["hook"] and not {"-h", "--help"} & {*sys.argv[2:]}:
        # Claude Code waits for it: it must not pay for the imports of the command line.
        from orchestrator_tray import hook

        return hook.main(sys.argv[2:])
    try:
        from orchestrator_tray.cli import run
    except KeyboardInterrupt:  # before there is a command line to tell it
        return 130
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
