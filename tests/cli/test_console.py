"""Colour, width and progress, on a terminal and off it."""

from __future__ import annotations

import sys

import pytest

from reconcile.cli import console


def pretend_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Called in the test itself, because pytest changes the streams between its phases."""
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_gets_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_terminal(monkeypatch)
    assert console.wants_colour()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_that_wants_none_gets_none(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    pretend_terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    assert not console.wants_colour()


def test_a_file_gets_no_colour_and_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    assert not console.wants_colour()
    with console.progress() as tell:
        assert tell is None
    assert capsys.readouterr() == ("", "")


def test_progress_is_drawn_on_standard_error_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend_terminal(monkeypatch)
    with console.progress() as tell:
        assert tell is not None
        tell("reading claims", 0, 2)
        tell("reading claims", 2, 2)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "reading claims" in shown.err


def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "57")
    assert console.width() == 57
