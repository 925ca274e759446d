"""Runs in the frozen program before anything else."""

from orchestrator_tray.adapters.unpacked import begin

begin()
