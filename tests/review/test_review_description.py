"""The OpenAPI description: true of the application, and no input that it leads to breaks the desk."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema

from reconcile.review import api_routes, page_routes
from reconcile.review.downloads import NAMES
from reconcile.schema import Decision, DiscrepancyKind, DiscrepancyRelation, SeverityLevel
from tests.report.handmade_reports import mill_fire
from tests.review.handmade_cases import case_of
from tests.review.running_desk import RunningDesk, running

DESCRIPTION: dict[str, Any] = json.loads(files("reconcile.review").joinpath("openapi.json").read_text())
_REAL = {"finding": [d.id for group in mill_fire().groups for d in group.discrepancies], "name": list(NAMES)}

_OPERATIONS = [
    (path, method.upper())
    for path, item in DESCRIPTION["paths"].items()
    for method in item
    if method in ("get", "post")
]


@pytest.fixture(scope="module")
def entered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningDesk, httpx.Client]]:
    case = case_of(mill_fire(), tmp_path_factory.mktemp("described") / "mill.case")
    with running(case) as desk, desk.entered("Ada") as browser:
        yield desk, browser


@pytest.fixture(scope="module")
def described() -> BaseSchema:
    """The description, with the case's own findings among the values to try."""
    text = json.dumps(DESCRIPTION)
    known = json.loads(text)
    known["components"]["parameters"]["Finding"]["schema"] = _often(_REAL["finding"])
    known["paths"]["/export/{name}"]["get"]["parameters"][0]["schema"] = _often(_REAL["name"])
    return schemathesis.openapi.from_dict(known)


def _often(values: list[str]) -> dict[str, Any]:
    return {"anyOf": [{"enum": values}, {"type": "string"}]}


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("path", "method"), _OPERATIONS)
def test_no_input_breaks_the_desk(
    described: BaseSchema,
    entered: tuple[RunningDesk, httpx.Client],
    path: str,
    method: str,
    mode: GenerationMode,
) -> None:
    desk, browser = entered

    @given(case=described[path][method].as_strategy(generation_mode=mode))
    @settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def tried(case: Case[Any]) -> None:
        response = case.call(
            base_url=desk.origin, headers={"Origin": desk.origin}, cookies=dict(browser.cookies.items())
        )
        case.validate_response(response, checks=[not_a_server_error])

    tried()


def test_every_route_is_described() -> None:
    routes = [*page_routes.routes(), *api_routes.routes()]
    assert {route.path for route in routes} <= set(DESCRIPTION["paths"])
    for route in routes:
        described = {method.upper() for method in DESCRIPTION["paths"][route.path]}
        assert (route.methods or set()) - {"HEAD"} <= described


def test_the_choices_are_those_of_the_schema() -> None:
    schemas, parameters = DESCRIPTION["components"]["schemas"], DESCRIPTION["components"]["parameters"]
    assert schemas["Decision"]["enum"] == list(Decision)
    assert parameters["Kind"]["schema"]["enum"] == ["", *DiscrepancyKind]
    assert parameters["Relation"]["schema"]["enum"] == ["", *DiscrepancyRelation]
    assert parameters["Severity"]["schema"]["enum"] == ["", *SeverityLevel]


def test_the_desk_hands_out_its_description(entered: tuple[RunningDesk, httpx.Client]) -> None:
    _, browser = entered
    assert browser.get("/openapi.json").json() == DESCRIPTION


def test_answers_fit_the_description(
    entered: tuple[RunningDesk, httpx.Client], described: BaseSchema
) -> None:
    _, browser = entered
    queue = browser.get("/api/findings")
    described["/api/findings"]["GET"].validate_response(queue)
    finding = queue.json()["findings"][0]["id"]
    assert re.fullmatch("[0-9a-f]{12}", finding)
    described["/api/findings/{finding}"]["GET"].validate_response(browser.get(f"/api/findings/{finding}"))
    described["/api/findings/{finding}"]["GET"].validate_response(browser.get("/api/findings/none"))
