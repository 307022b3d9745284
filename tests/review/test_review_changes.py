"""The desk stays open while sources change: judgements go along, or are shown as orphaned."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reconcile import casework
from reconcile.models import Models
from reconcile.report import to_json
from tests.review.running_desk import running

pytestmark = pytest.mark.model

EVENT = Path(__file__).parents[2] / "fixtures" / "events" / "ferry-collision"


def test_a_source_changes_while_the_desk_is_open(models: Models, tmp_path: Path) -> None:
    event = shutil.copytree(EVENT, tmp_path / "event")
    case = tmp_path / "ferry.case"
    casework.create(case, [event], models=models)
    with running(case) as desk, desk.entered("Ada") as browser:
        queue = browser.get("/api/findings").json()["findings"]
        for finding in queue:
            sent = {"decision": "confirmed", "revision": 0, "note": f"note on {finding['id']}"}
            assert browser.post(f"/api/findings/{finding['id']}/judgement", json=sent).status_code == 200

        gone = browser.get(f"/api/findings/{queue[0]['id']}").json()
        value = gone["values"][0]
        changed = event / f"{value['source']}.txt"
        text = changed.read_bytes().decode()
        changed.write_bytes(text.replace(value["text"], "something else").encode())
        casework.add(case, [changed], models=models)

        assert browser.get(f"/findings/{gone['id']}").status_code == 404
        late = {"decision": "confirmed", "revision": 1}
        assert browser.post(f"/findings/{gone['id']}/judgement", data=late).status_code == 404
        page = browser.get("/case").text
        assert "Decisions whose words are no longer found" in page
        assert f"note on {gone['id']}" in page
        after = browser.get("/api/findings").json()
        assert 0 < after["decided"] < len(queue)


def test_a_download_is_what_the_command_line_exports(models: Models, tmp_path: Path) -> None:
    case = tmp_path / "ferry.case"
    casework.create(case, [EVENT], models=models)
    with running(case) as desk, desk.entered("Ada") as browser:
        for finding in reversed(browser.get("/api/findings").json()["findings"]):
            sent = {"decision": "not-a-discrepancy", "revision": 0}
            browser.post(f"/api/findings/{finding['id']}/judgement", json=sent)
        assert browser.get("/export/json").text == to_json(casework.load(case))
