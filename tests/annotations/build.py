"""Write the annotated news events as folders with texts, manifest.json and gold.json: FOLDER/train for those
that models are trained on, FOLDER/tuning for those that scorers are fitted on and whose errors were read,
FOLDER/held-out for the others.

Run: python -m tests.annotations.build ../shared/data/news FOLDER
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

ANNOTATIONS = Path(__file__).with_name("news_events.jsonl")
LETTERS = "ABCDE"

Texts = Mapping[str, str]


def build(news: Path, folder: Path) -> int:
    """How many events were written to ``folder``, each from its row in ``news``.

    Raises ValueError where a text is not the one that was annotated.
    """
    rows = dict(_rows(news))
    annotations = [json.loads(line) for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines()]
    for annotation in annotations:
        _write_event(annotation, rows[annotation["collection"], annotation["id"]], folder)
    return len(annotations)


def _rows(news: Path) -> Iterator[tuple[tuple[str, str], dict[str, Any]]]:
    for path in sorted(news.glob("*_dev.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield (path.name.removesuffix("_dev.jsonl.gz"), row["id"]), row


def _write_event(annotation: Mapping[str, Any], row: Mapping[str, Any], folder: Path) -> None:
    articles = dict(zip(LETTERS, row["articles"], strict=False))
    texts = {letter: _text(articles[letter]) for letter in annotation["sha256"]}
    for letter, text in texts.items():
        if hashlib.sha256(text.encode()).hexdigest() != annotation["sha256"][letter]:
            raise ValueError(f"{annotation['event']}: the text of {letter} is not the annotated one")
    event = folder / annotation["split"] / annotation["event"]
    event.mkdir(parents=True, exist_ok=True)
    for letter, text in texts.items():
        (event / f"{letter}.txt").write_bytes(text.encode())
    sources = {letter: _source(letter, articles[letter]) for letter in texts}
    _dump(event / "manifest.json", {"event": annotation["event"], "sources": sources})
    _dump(event / "gold.json", _gold(annotation, texts))


def _text(article: Mapping[str, Any]) -> str:
    """Headline and body, as the annotators read them."""
    body = article.get("text") or "\n\n".join(part.strip() for part in article["paragraphs"])
    title = article.get("title") or ""
    text = f"{title}\n\n{body}" if title else body
    return text.replace("\r", "") + "\n"


def _source(letter: str, article: Mapping[str, Any]) -> dict[str, str]:
    return {"file": f"{letter}.txt", "publisher": article["source"], "published": article["date"]}


def _gold(annotation: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    groups = enumerate(annotation["groups"], start=1)
    return {
        "groups": [_group(f"g{number}", group, texts) for number, group in groups],
        "single_source": _lists(annotation["single_source"], texts),
        "traps": [_words(trap, texts) for trap in annotation["traps"]],
    }


def _group(identity: str, group: Mapping[str, Any], texts: Texts) -> dict[str, Any]:
    return {
        **group,
        "id": identity,
        "members": _lists(group["members"], texts),
        "discrepancies": [
            {**found, "values": _words(found["values"], texts)} for found in group["discrepancies"]
        ],
    }


def _lists(spans: Mapping[str, Any], texts: Texts) -> dict[str, list[str]]:
    return {
        letter: [texts[letter][start:end] for start, end in stretches] for letter, stretches in spans.items()
    }


def _words(spans: Mapping[str, Any], texts: Texts) -> dict[str, str]:
    return {letter: texts[letter][start:end] for letter, (start, end) in spans.items()}


def _dump(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


@click.command()
@click.argument("news", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path))
def main(news: Path, folder: Path) -> None:
    """Write the annotated events of NEWS to FOLDER."""
    click.echo(f"{build(news, folder)} events")


if __name__ == "__main__":
    main()
