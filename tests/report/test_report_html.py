"""The HTML view: what stands where, marked to the letter, linked, escaped, sealed off."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from reconcile.report import RenderOptions, render
from reconcile.report.html.exact_text import STAND_IN
from reconcile.report.selection import findings
from reconcile.schema import (
    Decision,
    DiscrepancyValue,
    GroupStatus,
    Interval,
    Judgement,
    PublishedFrom,
    Report,
    Source,
    TimeFacet,
)
from tests.report.handmade_reports import about, document, mill_fire, named_often
from tests.report.html_reading import Element, as_shown, read

HOSTILE = [
    "<script>alert(1)</script>",
    '"><svg/onload=alert(1)>',
    "</style><style>*{display:none}</style>",
    "</script><script>alert(1)</script>",
    "<!-- gone --> ]]> <![CDATA[x]]>",
    "' onmouseover='alert(1)' x='",
    "&lt;b&gt; &#60;b&#62; &amp",
    "{{ 7*7 }} {% raw %} {# no #}",
    "</p></article></main><h1>Breaking</h1>",
]
FULL = RenderOptions()


@pytest.fixture(name="report")
def mill_fire_report() -> Report:
    return mill_fire()


@pytest.fixture(name="page")
def mill_fire_page(report: Report) -> Element:
    return read(render(report, "html"))


def finding(page: Element, kind: str) -> Element:
    (found,) = [f for f in page.all("article", "finding") if f.one("span", "kind").text == kind]
    return found


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_findings_are_there_worst_first(report: Report, page: Element) -> None:
    told = [squeezed(title.one("h3").text) for title in page.all("article", "finding")]
    expected = [d.explanation for _, d in findings(report, FULL)]
    assert told == [f"{number}. {sentence}" for number, sentence in enumerate(expected, start=1)]


def test_the_exact_words_are_marked_in_both_contexts(page: Element) -> None:
    hurt = finding(page, "quantity")
    assert [mark.text for mark in hurt.all("mark")] == ["At least 50 people", "40 people"]
    quoted = [quote.text for quote in hurt.all("blockquote")]
    assert quoted == [
        "At least 50 people were hurt when the mill in Arlburg burned",
        "In Arlburg, 40 people were hurt in the mill.",
    ]


def test_passages_with_the_same_words_stand_behind_a_disclosure() -> None:
    (article,) = read(render(named_often(), "html", FULL)).all("article", "finding")
    (again,) = article.all("details", "again")
    assert again.one("summary").text.startswith("1 more passage with the same words")
    assert [quote.text for quote in again.all("blockquote")] == ["Then Rost rose."]
    assert [mark.text for mark in article.all("mark")] == ["Rost", "Roest", "Rost"]


def test_a_finding_has_speaker_dates_confidence_and_evidence(page: Element) -> None:
    hurt = finding(page, "quantity")
    assert "Speaker: Mayor Ina Røst (said)" in squeezed(hurt.text)
    assert [time.attributes["datetime"] for time in hurt.all("time")] == ["2025-08-29", "2025-08-29"]
    assert hurt.one("span", "confidence").text == "confidence 0.80"
    evidence = squeezed(hurt.one("details", "evidence").text)
    assert "A1 and B1: contradict each other; the same statement with probability 0.90." in evidence
    assert "semantic0.87" in evidence.replace(" ", "")


def test_the_counts_and_the_trouble_are_told_at_the_top(page: Element) -> None:
    counts = {squeezed(c.one("dt").text): c.one("dd", "figure").text for c in page.all("div", "count")}
    assert counts["✗conflict"] == "1"
    assert counts["·single-source"] == "2"
    trouble = squeezed(page.one("div", "trouble").text)
    assert "Not used: C c.pdf: is binary" in trouble
    assert "Warning: b.txt was read as windows-1252." in trouble


def test_the_full_texts_are_there_to_the_letter(report: Report, page: Element) -> None:
    for told in report.documents:
        assert page.one("div", "exact", data_text=told.source.id).text == told.text


def test_every_claim_is_marked_in_its_text(report: Report, page: Element) -> None:
    for claim in report.claims:
        text = page.one("div", "exact", data_text=claim.source)
        pieces = [e for e in text.all() if claim.id in e.attributes.get("data-c", "").split()]
        assert "".join(piece.text for piece in pieces) == claim.text


def test_claims_and_groups_are_linked_both_ways(report: Report, page: Element) -> None:
    for group in report.groups:
        row = page.one(id=f"g-{group.id}")
        for claim in group.claims:
            assert page.one(id=f"c-{claim}").attributes["href"] == f"#g-{group.id}"
            assert f"#c-{claim}" in {link.attributes["href"] for link in row.all("a")}


def test_every_link_inside_the_page_has_a_target_and_no_id_comes_twice(page: Element) -> None:
    ids = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    links = [link.attributes["href"] for link in page.all("a")]
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_what_one_source_alone_has_is_listed_under_it(page: Element) -> None:
    lone = page.one("section", id="lone")
    assert [squeezed(title.text) for title in lone.all("h3")] == ["A Only A Daily 2"]
    assert [p.text for p in lone.all("p", "words")] == ["Nobody has been arrested.", "Mill fire hurts dozens"]


def test_two_sources_stand_side_by_side_and_more_in_a_matrix(report: Report, page: Element) -> None:
    assert "Side by side" in page.one("section", id="statements").one("h2").text
    more = replace(report, documents=(*report.documents, document("C", "The mill stands still.\n")))
    matrix = read(render(more, "html")).one("section", id="statements")
    assert "Claims by source" in matrix.one("h2").text
    row = matrix.one("tr", id="g-g3")
    assert [squeezed(cell.text) for cell in row.all("td")][2] == "—silent"


def test_the_timeline_orders_publications_and_the_times_that_findings_hang_on(page: Element) -> None:
    entries = [squeezed(e.text) for e in page.one("ol", "timeline").all("li")]
    assert [re.sub(r" finding \d.*?(?= the| 4)", "", entry) for entry in entries] == [
        "A A Daily published 29 Aug 2025",
        "B B Daily published 29 Aug 2025",
        "A “next week” the week of 1 Sep 2025",
        "B “Thursday, 4 September” 4 Sep 2025",
    ]


def test_there_is_no_timeline_where_dates_do_not_matter() -> None:
    assert read(render(about("Calm", "Even"), "html")).all("section", id="timeline") == []


def test_judgements_are_told_beside_the_suggestion_and_not_in_its_place(report: Report) -> None:
    (_, first), *_ = findings(report, FULL)
    moment = dt.datetime(2025, 9, 6, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    judged = (
        Judgement(
            finding=first.id,
            decision=Decision.CONFIRMED,
            reviewer="Ana <b>",
            decided_at=moment,
            preferred="at least 50",
            note="Asked the mayor.",
        ),
        Judgement(finding=first.id, decision=Decision.UNDECIDED, reviewer="Bo", decided_at=moment),
    )
    page = read(render(replace(report, judgements=judged), "html"))
    shown = page.one("article", id=f"f-{first.id}")
    first_item, second_item = shown.one("section", "judgements").all("li")
    assert squeezed(first_item.text).startswith("☑ confirmed by Ana <b>, 6 Sep 2025, 12:30 UTC")
    assert first_item.one("p", "preferred").text == "Preferred: “at least 50”"
    assert first_item.one("p", "remark").text == "Asked the mayor."
    assert squeezed(second_item.text) == "☐ undecided by Bo, 6 Sep 2025, 12:30 UTC"
    assert squeezed(shown.one("h3").text).endswith(first.explanation)
    assert page.one("p", "reviewed").text == "Reviewed: 1 of 3 findings (1 confirmed, 1 undecided)."


def test_a_fresh_report_speaks_of_no_reviewer(page: Element) -> None:
    assert page.all("section", "judgements") == []
    assert page.all("p", "reviewed") == []
    assert page.all("details", "filter", data_name="d") == []


def test_what_is_left_out_is_told_and_not_linked(report: Report) -> None:
    page = read(render(report, "html", RenderOptions(only=frozenset({GroupStatus.CONFLICT}))))
    assert page.one("p", "note").text.startswith("Shown: 1 of 5 (conflict;")
    assert page.one(id="c-A3").tag == "span"
    assert page.one(id="c-A1").attributes["href"] == "#g-g3"
    assert [row.attributes["id"] for row in page.one("tbody").all("tr")] == ["g-g3"]


def test_the_filters_offer_what_occurs(page: Element) -> None:
    offered = {
        f.attributes["data-name"]: [box.attributes["value"] for box in f.all("input")]
        for f in page.all("details", "filter")
    }
    assert offered["st"] == ["conflict", "precision", "wording", "agreement", "single-source"]
    assert offered["k"] == ["quantity", "time", "wording"]
    assert offered["src"] == ["A", "B"]


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_of_a_source_stays_text(text: str) -> None:
    calm, shown = (read(render(about(words, "Even"), "html")) for words in ("Calm", text))
    assert [(e.tag, *e.attributes) for e in shown.all()] == [(e.tag, *e.attributes) for e in calm.all()]
    assert shown.one("div", "exact", data_text="A").text == text


@pytest.mark.parametrize(
    "text",
    [
        "👩‍🚒 saved é and e\u0301 ☀️",
        "ring\x07 \x1b[2J \u202eevil\u202c \u2066x\u2069",
        "zero\u200bwidth\x00 and \ud800 alone",
        "a\tb\r\nc\rd\n\n\ne",
    ],
)
def test_marks_count_code_points_whatever_they_hide(text: str) -> None:
    page = read(render(about(text, "Even"), "html"))
    words = "".join(mark.text for mark in page.one("div", "exact", data_text="A").all("mark"))
    assert words == as_shown(text)
    assert len(words) == len(text)


def test_hidden_characters_are_labelled_with_their_code() -> None:
    page = read(render(about("a\u202eb", "Even"), "html"))
    label = page.one("div", "exact", data_text="A").one("span", "hid")
    assert (label.attributes["data-u"], label.text) == ("202E", STAND_IN)


def test_the_policy_allows_the_page_s_own_style_and_script_alone(page: Element) -> None:
    policy = page.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.one(tag).text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_page_asks_for_no_other_file(page: Element) -> None:
    names = {name for e in page.all() for name in e.attributes}
    assert not {name for name in names if name in {"src", "srcset", "style"} or name.startswith("on")}
    assert "url(" not in page.one("style").text
    assert "@import" not in page.one("style").text


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://news.example/mill?a=1&b=2", ["https://news.example/mill?a=1&b=2"]),
        ("javascript:alert(1)", []),
        (" data:text/html,x", []),
    ],
)
def test_only_addresses_of_the_web_become_links(report: Report, url: str, links: list[str]) -> None:
    first = report.documents[0]
    source: Source = replace(first.source, url=url)
    page = read(
        render(replace(report, documents=(replace(first, source=source), report.documents[1])), "html")
    )
    hrefs = [link.attributes["href"] for link in page.all("a")]
    assert [href for href in hrefs if not href.startswith("#")] == links


def test_the_run_is_told(page: Element) -> None:
    footer = squeezed(page.one("footer").text)
    assert "reconcile 0.1.0, 5 Sep 2025, 08:00 UTC." in footer
    assert "encoder: MiniLM, revision 53aa" in footer


def test_jinja_is_loaded_for_this_view_only() -> None:
    code = "import sys, reconcile.report; print('jinja2' in sys.modules, 'markupsafe' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_times_too_long_to_draw_without_a_date_of_publication_are_told_in_words(report: Report) -> None:
    decade = Interval(dt.date(1980, 1, 1), dt.date(1990, 1, 1))
    page = read(render(_with_times(_published(report, None), decade), "html"))
    assert "1980" in page.one("ol", "timeline").text
    assert not page.all("svg", "bar-line")


def test_a_date_at_the_end_of_the_calendar_does_not_stop_the_report(report: Report) -> None:
    assert "Findings" in render(_published(report, dt.date.max), "html")


def _published(report: Report, day: dt.date | None) -> Report:
    """The report with all accounts of one day."""
    origin = PublishedFrom.OPTION if day else None
    sources = (replace(s, published=day, published_from=origin, published_at=None) for s in report.sources)
    documents = zip(report.documents, sources, strict=True)
    return replace(report, documents=tuple(replace(d, source=source) for d, source in documents))


def _with_times(report: Report, interval: Interval) -> Report:
    """The report with all times of findings read as ``interval``."""
    groups = []
    for group in report.groups:
        found = (
            replace(d, values=tuple(_read_as(v, interval) for v in d.values)) for d in group.discrepancies
        )
        groups.append(replace(group, discrepancies=tuple(found)))
    return replace(report, groups=tuple(groups))


def _read_as(value: DiscrepancyValue, interval: Interval) -> DiscrepancyValue:
    if not isinstance(value.facet, TimeFacet):
        return value
    return replace(value, facet=replace(value.facet, interval=interval, alternatives=()))
