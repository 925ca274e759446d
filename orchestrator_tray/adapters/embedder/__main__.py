"""The embedder's child process from source: `python -m orchestrator_tray.adapters.embedder MODEL FOLDER`."""

import sys

from orchestrator_tray.adapters.embedder.child import main

sys.exit(main(sys.argv[1:]))
