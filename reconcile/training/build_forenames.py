"""Build forenames.tsv and surnames.tsv from two PyPI packages and spaCy's English word lists.

Run: python -m reconcile.training.build_forenames FAKER NAMES > forenames.tsv
     python -m reconcile.training.build_forenames NAMES > surnames.tsv
where FAKER is the folder of the package Faker (MIT) and NAMES of the package names (MIT), which
holds the US Census of 1990. Names that are also English words, surnames or places are left out.
"""

from __future__ import annotations

import ast
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from reconcile.comparison.romanisation import romanised
from reconcile.comparison.towns import cities
from reconcile.facets.names import gazetteer
from reconcile.models.parser import SpacyParser
from reconcile.settings import DEFAULT_PARSER

HEADER = """\
# Given names of many countries in Latin letters without accents; given_names.tsv has the forms of one name.
# Extract of the PyPI packages Faker (MIT licence, (c) Daniele Faraglia and contributors) and names
# (MIT licence; US Census 1990, public domain).
# Built by reconcile/training/build_forenames.py; do not edit by hand."""

ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")
"""Scripts whose vowels are written, so that romanising them gives the names that English news writes."""

LEAST_SHARE = 0.002
"""Percent of the people of the US who must bear a given name for it to count."""

LARGE_CITY = 100


def table(faker: Path, census: Path) -> Iterator[str]:
    """The lines of the table, in order of the alphabet."""
    given = {name for share, name in _census(census, "female", "male") if share >= LEAST_SHARE}
    found = {*given, *_faker(faker)}
    surnames = {name: share for share, name in _census(census, "last")}
    borne = {name: share for share, name in _census(census, "female", "male")}
    words = english_words()
    yield HEADER
    for name in sorted(found):
        surname = surnames.get(name, 0) > max(borne.get(name, 0), 0.005)
        if len(name) > 2 and name not in words and not surname and not _place(name.capitalize()):
            yield name


SURNAMES_HEADER = """\
# Surnames of the United States that are no English words: who has one as the last of two names is a person.
# Extract of the PyPI package names (MIT licence; US Census 1990, public domain).
# Built by reconcile/training/build_forenames.py; do not edit by hand."""

LEAST_SURNAME_SHARE = 0.001


def surname_table(census: Path) -> Iterator[str]:
    """The lines of the table of surnames, in order of the alphabet."""
    words = english_words()
    yield SURNAMES_HEADER
    for name in sorted({name for share, name in _census(census, "last") if share >= LEAST_SURNAME_SHARE}):
        word = name in words or name.removesuffix("s") in words
        if len(name) > 2 and not word and not _place(name.capitalize()):
            yield name


def _place(name: str) -> bool:
    large = any(city.thousands >= LARGE_CITY or city.capital for city in cities(name))
    return large or bool(gazetteer.territory(name) or gazetteer.people(name) or gazetteer.organisation(name))


def english_words() -> set[str]:
    """The verbs, nouns and adjectives of WordNet, from the lemmatiser of spaCy's English pipeline."""
    index = SpacyParser(DEFAULT_PARSER).pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return set(chain.from_iterable(index[part] for part in ("verb", "noun", "adj", "adv")))


def _census(folder: Path, *lists: str) -> Iterator[tuple[float, str]]:
    """Percent of the people who bear a name, and the name in small letters."""
    files = {"last": "dist.all.last", "female": "dist.female.first", "male": "dist.male.first"}
    for name in lists:
        for line in (folder / files[name]).read_text(encoding="ascii").splitlines():
            word, share, *_ = line.split()
            yield float(share), word.lower()


def _faker(folder: Path) -> Iterator[str]:
    for module in sorted((folder / "providers" / "person").glob("*/__init__.py")):
        for name in _first_names(ast.parse(module.read_text(encoding="utf-8"))):
            if _spelt_out(name):
                yield from (word for word in [romanised(name)] if word.isalpha())


def _first_names(module: ast.Module) -> Iterator[str]:
    """The strings in the assignments to names like "first_names_female"."""
    for node in ast.walk(module):
        if isinstance(node, ast.Assign) and any("first_name" in ast.unparse(t) for t in node.targets):
            yield from _strings(node.value)


def _strings(value: ast.expr) -> Iterable[str]:
    return [n.value for n in ast.walk(value) if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def _spelt_out(name: str) -> bool:
    return all(unicodedata.name(letter, "").startswith(ALPHABETS) for letter in name if letter.isalpha())


if __name__ == "__main__":
    folders = [Path(argument) for argument in sys.argv[1:]]
    lines = table(*folders) if len(folders) > 1 else surname_table(*folders)
    sys.stdout.write("\n".join(lines) + "\n")
