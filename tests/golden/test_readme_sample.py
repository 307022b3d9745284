"""The README's first screen shows what the program prints of the first fixture."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = re.compile(r"```\n(?P<shown>✗ CONFLICT.*?)```", re.DOTALL)
CONTINUED = re.compile(r"\n +")


def test_what_the_readme_shows_is_what_comes_out() -> None:
    sample = SAMPLE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    report = ROOT / "fixtures" / "events" / "ferry-collision" / "report.table"
    printed = " ".join(report.read_text(encoding="utf-8").split())
    assert sample is not None
    lines = CONTINUED.sub(" ", sample["shown"]).splitlines()
    missing = [line for line in lines if " ".join(line.split()) not in printed]
    assert not missing
