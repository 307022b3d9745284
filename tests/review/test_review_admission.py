"""Who gets in: links that work once, and nothing without a session, from elsewhere or in another way."""

from __future__ import annotations

import socket
from pathlib import Path

import httpx
import pytest
from starlette.testclient import TestClient

from reconcile.review.application import application
from reconcile.review.desk import Desk
from reconcile.review.sessions import Sessions
from tests.review.running_desk import RunningDesk

PAGES = ("/", "/case", "/export/json", "/api/findings", "/openapi.json", "/assets/desk.css", "/nowhere")


def test_a_link_opens_a_session_that_only_this_browser_has(desk: RunningDesk) -> None:
    with desk.stranger() as browser, desk.stranger() as other:
        answer = browser.get(desk.link("Ada"))
        (cookie,) = answer.headers.get_list("set-cookie")
        assert f"reconcile-{desk.port}=" in cookie
        assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
        assert "Max-Age" not in cookie
        assert browser.get("/case").status_code == 200
        assert other.get("/case").status_code == 401


def test_a_spent_or_wrong_link_is_refused_with_the_way_to_a_new_one(desk: RunningDesk) -> None:
    with desk.entered("Ada"), desk.stranger() as late:
        for link in (desk.link("Ada"), "/enter?token=guessed", "/enter"):
            answer = late.get(link)
            assert answer.status_code == 403
            assert "set-cookie" not in answer.headers
            assert "start it again: it prints a new link" in answer.text


def test_looking_ahead_does_not_spend_a_link(desk: RunningDesk) -> None:
    with desk.stranger() as browser:
        browser.head(desk.link("Ada"))
        assert browser.get(desk.link("Ada")).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_told_without_a_session(desk: RunningDesk, path: str) -> None:
    with desk.stranger() as browser:
        browser.cookies.set(f"reconcile-{desk.port}", "guessed")
        answer = browser.get(path)
        assert answer.status_code == 401
        assert "mill" not in answer.text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:1", "127.0.0.1", "127.0.0.1:1", ""])
def test_a_foreign_host_is_refused(desk: RunningDesk, path: str, host: str) -> None:
    with desk.entered("Ada") as browser:
        assert browser.get(path, headers={"Host": host}).status_code in (400, 403)


def test_browsers_leave_the_port_of_the_web_out(case: Path) -> None:
    """Port 80 itself may not be had in a test: the application is asked directly."""
    sessions = Sessions(["Ada"])
    app = application(Desk(case, ["Ada"]), sessions, 80)
    browser = TestClient(app, base_url="http://127.0.0.1")
    assert browser.get(f"/enter?token={sessions.tokens['Ada']}").status_code == 200
    path = f"/api/findings/{browser.get('/api/findings').json()['findings'][0]['id']}/judgement"
    sent = {"decision": "confirmed", "revision": 0}
    for origin, status in (("http://127.0.0.1:1", 403), ("http://127.0.0.1", 200)):
        assert browser.post(path, json=sent, headers={"Origin": origin}).status_code == status


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "", "http://127.0.0.1", "http://127.0.0.1:1"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_origin_is_refused(desk: RunningDesk, method: str, origin: str) -> None:
    with desk.entered("Ada") as browser:
        assert browser.request(method, "/case", headers={"Origin": origin}).status_code == 403


def test_a_change_without_an_origin_is_refused(desk: RunningDesk) -> None:
    with desk.entered("Ada") as browser:
        del browser.headers["Origin"]
        assert browser.get("/case").status_code == 200
        assert browser.post("/api/findings/0/undo", json={"revision": 0}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_elsewhere_can_only_link_to_the_entrance(desk: RunningDesk, site: str) -> None:
    with desk.entered("Ada") as browser:
        del browser.headers["Origin"]
        elsewhere = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "navigate"}
        assert browser.get("/case", headers=elsewhere).status_code == 403
        assert browser.get(desk.link("Kim"), headers=elsewhere).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "CONNECT", "BREW"])
def test_other_methods_are_refused(desk: RunningDesk, method: str) -> None:
    with desk.entered("Ada") as browser:
        answer = browser.request(method, "/case")
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
def test_an_overridden_method_is_refused(desk: RunningDesk, header: str) -> None:
    with desk.entered("Ada") as browser:
        assert browser.post("/case", headers={header: "DELETE"}).status_code == 400
        assert browser.get("/case", headers={header: "POST"}).status_code == 400
        assert browser.get("/case?_method=POST").status_code == 400


def test_a_read_only_page_takes_no_post_and_a_decision_no_get(desk: RunningDesk) -> None:
    with desk.entered("Ada") as browser:
        finding = browser.get("/api/findings").json()["findings"][0]["id"]
        refused = browser.post("/case")
        assert refused.status_code == 405
        assert set(refused.headers["allow"].split(", ")) == {"GET", "HEAD"}
        assert browser.get(f"/api/findings/{finding}/judgement").status_code == 405
        assert browser.get(f"/findings/{finding}/undo").status_code == 405


@pytest.mark.parametrize("path", [*PAGES, "/enter?token=wrong"])
def test_every_answer_carries_the_headers_that_browsers_heed(desk: RunningDesk, path: str) -> None:
    with desk.entered("Ada") as browser, desk.stranger() as stranger:
        for answer in (browser.get(path), stranger.get(path)):
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "frame-ancestors 'none'" in policy
            assert "unsafe" not in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["referrer-policy"] == "no-referrer"
            assert answer.headers["cache-control"] == "no-store"
            assert "server" not in answer.headers


def test_nothing_listens_beyond_this_machine(desk: RunningDesk) -> None:
    """The kernel's table of listening sockets names the loopback address for the port, and no other."""
    addresses = [
        line.split()[1].split(":")[0]
        for table in ("/proc/net/tcp", "/proc/net/tcp6")
        for line in Path(table).read_text().splitlines()[1:]
        if line.split()[1].endswith(f":{desk.port:04X}") and line.split()[3] == "0A"
    ]
    assert addresses == ["0100007F"]
    own = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in own - {"127.0.0.1"}:
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"http://{address}:{desk.port}/")
