"""What the workflow that builds and publishes the downloads may do."""

import re
from pathlib import Path

WORKFLOW = (Path(__file__).parents[1] / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def test_every_action_is_named_by_its_commit_and_tells_its_version():
    used = re.findall(r"uses: (.+)", WORKFLOW)

    assert used
    assert not [
        name for name in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", name)
    ]


def test_nothing_may_be_written_but_by_the_job_that_publishes():
    building, publishing = re.split(r"(?m)^  publish:$", WORKFLOW)

    assert "\npermissions: {}\n" in building
    assert "write" not in re.findall(r"[\w-]+: (\w+)", building)
    assert "tasks.py" not in publishing
    assert "if: github.ref_type == 'tag'" in publishing
