"""The layers that setup.cfg draws hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.architecture.source_files import ROOT


def test_every_import_contract_is_kept() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "2 kept, 0 broken" in done.stdout
