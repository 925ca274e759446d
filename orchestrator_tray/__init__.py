"""Orchestrator Tray answers the questions of your Claude Code sessions the way you answered them before."""
