"""Directories as sources, with and without a manifest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile.documents import Reading, read_sources
from reconcile.schema import PublishedFrom

Write = Callable[[str, str | bytes], Path]
Manifest = Callable[[object], Path]

MILL = "The old mill at Tarn burned down on Friday night, and the police said that they had no suspect."
MAYOR = "Tarn will build a new mill on the site of the old one, the mayor said after the fire on Friday."
TRAIN = "The night train to Tarn was late again, and most of the travellers had to wait for a bus."


def stems(reading: Reading) -> dict[str, str]:
    return {document.source.id: Path(document.source.path).name for document in reading.documents}


def errors(reading: Reading) -> dict[str, str]:
    return {failure.source: failure.error for failure in reading.failures}


def test_all_texts_of_a_directory_by_name(write: Write) -> None:
    for name, text in {"b.TXT": MAYOR, "a.md": MILL, ".hidden.txt": TRAIN, "photo.jpg": "x"}.items():
        write(f"event/{name}", text)
    directory = write("event/deep/c.txt", TRAIN).parent.parent
    assert stems(read_sources([directory])) == {"A": "a.md", "B": "b.TXT"}


def test_articles_of_a_directory_that_are_no_texts_are_told(write: Write) -> None:
    for name in ("a.txt", "b.docx", "c.html", "notes", "photo.jpg", ".hidden", "data.json"):
        write(f"event/{name}", MILL)
    reading = read_sources([write("event/deep/d.pdf", MILL).parent.parent])
    (told,) = (warning for warning in reading.warnings if "not read" in warning)
    assert told.endswith(": b.docx, c.html, notes")


def test_texts_in_folders_of_a_directory_are_told(write: Write, manifest: Manifest) -> None:
    for name in ("a.txt", "asked/b.txt", "deep/c.txt", ".git/d.txt", "pages/e.pdf"):
        write(f"event/{name}", MILL)
    reading = read_sources([manifest({"A": {"file": "a.txt"}, "B": {"file": "asked/b.txt"}})])
    (told,) = (warning for warning in reading.warnings if "folders of it" in warning)
    assert told.endswith(": deep")


def test_a_manifest_may_name_its_statements_as_front_matter_does(write: Write, manifest: Manifest) -> None:
    write("event/one.txt", MILL)
    fields = {
        "file": "one.txt",
        "outlet": "Tarn Courier",
        "headline": "Mill burns",
        "updated": "2024-05-06",
        "date": "2024-05-04",
        "author": "I. Moss",
    }
    source = read_sources([manifest({"A": fields})]).documents[0].source
    assert (source.published, source.published_from) == (dt.date(2024, 5, 4), PublishedFrom.MANIFEST)
    assert (source.publisher, source.title, source.authors) == ("Tarn Courier", "Mill burns", ("I. Moss",))


def test_a_manifest_that_links_to_nothing_is_told(write: Write) -> None:
    directory = write("event/one.txt", MILL).parent
    (directory / "manifest.json").symlink_to("gone.json")
    reading = read_sources([directory])
    assert [Path(failure.path).name for failure in reading.failures] == ["manifest.json"]


def test_a_manifest_describes_its_sources(write: Write, manifest: Manifest) -> None:
    write("event/one.txt", MILL)
    fields = {
        "file": "one.txt",
        "publisher": "Tarn Courier",
        "title": "Mill burns",
        "published": "2024-05-04",
        "authors": ["I. Moss"],
        "url": "https://courier.example/mill",
    }
    source = read_sources([manifest({"A": fields})]).documents[0].source
    assert (source.published, source.published_from) == (dt.date(2024, 5, 4), PublishedFrom.MANIFEST)
    assert (source.publisher, source.title, source.authors) == ("Tarn Courier", "Mill burns", ("I. Moss",))
    assert source.url == "https://courier.example/mill"


def test_a_lone_directory_keeps_the_letters_of_its_manifest(write: Write, manifest: Manifest) -> None:
    write("event/one.txt", MILL)
    write("event/two.txt", MAYOR)
    write("event/zero.txt", TRAIN)
    directory = manifest({"C": {"file": "two.txt"}, "A": {"file": "one.txt"}})
    reading = read_sources([directory])
    assert stems(reading) == {"C": "two.txt", "A": "one.txt", "B": "zero.txt"}
    assert "zero.txt (B) is not described" in reading.warnings[0]


def test_beside_other_sources_a_directory_is_lettered_in_order(write: Write, manifest: Manifest) -> None:
    write("event/one.txt", MILL)
    directory = manifest({"C": {"file": "one.txt"}})
    assert stems(read_sources([write("x.txt", MAYOR), directory])) == {"A": "x.txt", "B": "one.txt"}


def test_keys_that_are_no_letters_are_replaced(write: Write, manifest: Manifest) -> None:
    write("event/one.txt", MILL)
    assert stems(read_sources([manifest({"courier": {"file": "one.txt"}})])) == {"A": "one.txt"}


def test_a_named_file_that_is_missing_fails_alone(write: Write, manifest: Manifest) -> None:
    write("event/one.txt", MILL)
    reading = read_sources([manifest({"A": {"file": "gone.txt"}, "B": {"file": "one.txt"}})])
    assert stems(reading) == {"B": "one.txt"}
    assert "manifest.json" in errors(reading)["A"]
    assert reading.failures[0].path.endswith("gone.txt")


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/passwd", "sub/../../secret.txt", "..", "link.txt"])
def test_nothing_outside_of_the_directory_is_read(write: Write, manifest: Manifest, file: str) -> None:
    secret = write("secret.txt", TRAIN)
    write("event/one.txt", MILL)
    (secret.parent / "event/link.txt").symlink_to(secret)
    reading = read_sources([manifest({"A": {"file": file}, "B": {"file": "one.txt"}})])
    assert all(document.text == MILL for document in reading.documents)
    assert "outside" in errors(reading)["A"]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("{", "line 1, column 2"),
        ("[]", "not a JSON object"),
        ("{}", "sources"),
        ('{"sources": []}', "not a JSON object"),
        ('{"sources": {}}', "names no source"),
        ('{"sources": {"A": {"file": "one.txt"}, "A": {"file": "two.txt"}}}', "twice"),
        (b'{"sources": "\xff"}', "UTF-8"),
        ("[" * 100_000, "JSON"),
        ("", "JSON"),
    ],
)
def test_a_malformed_manifest_is_one_clear_failure(write: Write, content: str | bytes, cause: str) -> None:
    write("event/one.txt", MILL)
    directory = write("event/manifest.json", content).parent
    reading = read_sources([directory, write("x.txt", MAYOR)])
    assert stems(reading) == {"B": "x.txt"}
    assert reading.failures[0].path.endswith("manifest.json")
    assert cause in errors(reading)["A"]


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"file": "one.txt", "authors": "I. Moss"}, "authors"),
        ({"file": "one.txt", "title": 5}, '"title" of the entry "A" is not a text'),
        ({"file": ["one.txt"]}, "not a text"),
        ({}, 'names no "file"'),
        ("one.txt", '"A" is not a JSON object'),
    ],
)
def test_a_flawed_entry_of_a_manifest_loses_no_other_source(
    write: Write, manifest: Manifest, fields: object, cause: str
) -> None:
    write("event/one.txt", MILL)
    write("event/two.txt", MAYOR)
    reading = read_sources([manifest({"A": fields, "B": {"file": "two.txt"}})])
    assert stems(reading)["B"] == "two.txt"
    assert cause in errors(reading)["A"]
    assert reading.failures[0].path.endswith("manifest.json")
    # A text that no entry can be said to name is read as one that the manifest leaves out.
    is_named = isinstance(fields, dict) and fields.get("file") == "one.txt"
    assert ("one.txt" in stems(reading).values()) != is_named


def test_what_is_no_language_tag_is_not_taken_from_a_manifest(write: Write, manifest: Manifest) -> None:
    write("event/one.txt", MILL)
    fields = {"file": "one.txt", "language": "<b>English</b>"}
    assert read_sources([manifest({"A": fields})]).documents[0].source.language == "en"


def test_a_bad_date_in_a_manifest_fails_its_source_unless_an_option_gives_it(
    write: Write, manifest: Manifest
) -> None:
    write("event/one.txt", MILL)
    directory = manifest({"A": {"file": "one.txt", "published": "early May"}})
    assert "early May" in errors(read_sources([directory]))["A"]
    assert read_sources([directory], published={"A": "2024-05-04"}).failures == ()


def test_a_changed_file_is_used_with_a_warning(write: Write, manifest: Manifest) -> None:
    write("event/one.txt", MILL)
    reading = read_sources([manifest({"A": {"file": "one.txt", "sha256": "0" * 64}})])
    assert stems(reading) == {"A": "one.txt"}
    assert "sha256" in reading.warnings[0]


def test_directories_without_texts_and_named_twice_fail(write: Write, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    directory = write("event/one.txt", MILL).parent
    reading = read_sources([tmp_path / "bare", directory, tmp_path / "bare/../event"])
    assert stems(reading) == {"B": "one.txt"}
    assert "holds no texts" in errors(reading)["A"]
    assert "twice" in errors(reading)["C"]
