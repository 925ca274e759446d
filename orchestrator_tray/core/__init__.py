"""The pure core: no I/O, no clock, no threads, no third-party import. Events in, state and actions out."""
