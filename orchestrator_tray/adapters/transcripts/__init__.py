"""Claude Code's transcripts on disk: scanned in bulk for learning, looked up one by one for what is open now.

Only reads, only below the paths it is given. Files may grow, break off or be no transcripts at all meanwhile.
"""

from orchestrator_tray.adapters.transcripts.live import find_prompt, human_answer, open_questions
from orchestrator_tray.adapters.transcripts.places import transcript_path
from orchestrator_tray.adapters.transcripts.reader import Transcripts
from orchestrator_tray.adapters.transcripts.scan import FileState, Filters, Scan, Summary

__all__ = [
    "FileState",
    "Filters",
    "Scan",
    "Summary",
    "Transcripts",
    "find_prompt",
    "human_answer",
    "open_questions",
    "transcript_path",
]
