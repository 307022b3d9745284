"""``reconcile review``: links for reviewers, Ctrl-C, and trouble in one sentence."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner

from reconcile import casework
from reconcile.cli import main
from tests.report.handmade_reports import mill_fire
from tests.review.desk_process import started
from tests.review.handmade_cases import case_of


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return case_of(mill_fire(), tmp_path / "mill.case")


def test_each_reviewer_gets_a_link_and_ctrl_c_ends_it(case: Path) -> None:
    with started(case, reviewers=("Ada", "Kim Ø")) as desk:
        assert set(desk.links) == {"Ada", "Kim Ø"}
        for name, link in desk.links.items():
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/enter\?token=[\w-]{43}", link)
            with httpx.Client() as browser:
                browser.get(link)
                assert browser.get(f"{desk.origin}/api/findings").json()["reviewer"] == name
        assert desk.interrupt() == 0


def test_names_keep_the_joiners_that_their_script_needs(case: Path) -> None:
    persian = "\u0639\u0644\u06cc\u200c\u0646\u0627\u0645"
    with started(case, reviewers=(persian, "Jose\u0301")) as desk:
        assert set(desk.links) == {persian, "Jos\u00e9"}


def test_a_kill_loses_no_decision_and_a_new_desk_goes_on(case: Path) -> None:
    with started(case) as desk, httpx.Client(headers={"Origin": desk.origin}) as browser:
        browser.get(desk.links["Ada"])
        queue = browser.get(f"{desk.origin}/api/findings").json()["findings"]
        for finding in queue[:2]:
            path = f"{desk.origin}/api/findings/{finding['id']}/judgement"
            assert browser.post(path, json={"decision": "confirmed", "revision": 0}).status_code == 200
        desk.kill()
        port = desk.port
        with started(case, "--port", str(port)) as second:
            assert second.port == port
            assert browser.get(f"{second.origin}/api/findings").status_code == 401
            browser.get(second.links["Ada"])
            assert browser.get(f"{second.origin}/api/findings").json()["decided"] == 2
    assert len(casework.load(case).judgements) == 2


def test_a_port_that_is_taken(case: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["review", str(case), "--no-open", "--port", str(port)])
    assert result.exit_code == 2
    assert result.stderr == f"reconcile: port {port} cannot be had (Address already in use)\n"


def test_a_case_that_is_not_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["review", str(tmp_path / "none.case"), "--no-open"])
    assert result.exit_code == 2
    assert "there is no such case" in result.stderr


@pytest.mark.parametrize(
    "names",
    [
        ["Ada", " Ada "],
        [""],
        ["a\x1b[2J"],
        ["x" * 101],
        ["\u202eada"],
        ["a\u200dda"],
        ["Jos\u00e9", "Jose\u0301"],
    ],
)
def test_names_that_cannot_be_told_apart_or_seen(case: Path, names: list[str]) -> None:
    options = [part for name in names for part in ("--reviewer", name)]
    result = CliRunner().invoke(main, ["review", str(case), "--no-open", *options])
    assert result.exit_code == 2
    assert "reviewer" in result.stderr
