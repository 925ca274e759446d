"""Runs in the frozen program before anything else."""

from orchestrator_tray.adapters.installation.unpacked import begin

begin()
