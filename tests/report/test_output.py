"""A report file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reconcile.errors import OutputError
from reconcile.report import write_atomically


def test_writes_utf8_and_nothing_beside_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "report.md", "Türkiye\n")
    assert (tmp_path / "report.md").read_bytes() == "Türkiye\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_a_new_file_is_readable_as_the_umask_says(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_atomically(tmp_path / "report.md", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "report.md").stat().st_mode) == 0o644


def test_a_replaced_file_keeps_its_mode_and_a_link_its_target(tmp_path: Path) -> None:
    target, link = tmp_path / "real.md", tmp_path / "link.md"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"the folder .*missing does not exist"):
        write_atomically(tmp_path / "missing" / "report.md", "x")


def test_a_directory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a directory"):
        write_atomically(tmp_path, "x")


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    for name in ("nul\0name", "n" * 300):
        with pytest.raises(OutputError):
            write_atomically(tmp_path / name, "x")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "report.md").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write_atomically(tmp_path / "report.md", "new")
    assert (tmp_path / "report.md").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_atomically("/dev/null", "x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
