"""One article's names taken together: kinds by vote, canonical forms by what the article says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile import lexicons
from reconcile.facets.names import gazetteer
from reconcile.facets.names.headlines import known_in
from reconcile.facets.names.kinds import Sort, sort_of
from reconcile.facets.names.mentions import Line, Mention, Spelling, lines, mentions
from reconcile.facets.names.metonyms import stands_for_government
from reconcile.facets.names.organisations import explained, fullest
from reconcile.facets.names.persons import Persons, surname
from reconcile.facets.names.places import Setting, certain_place, place_facet
from reconcile.schema import NameFacet, NameKind, ParsedSentence, PlaceFacet

_NAME_KINDS = {
    Sort.PERSON: NameKind.PERSON,
    Sort.ORGANISATION: NameKind.ORGANISATION,
    Sort.OTHER: NameKind.OTHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What the facets of an article are made from; ``sorts`` is by the text of a name."""

    text: str
    headlines: Sequence[Line]
    found: Sequence[Mention]
    sorts: Mapping[str, Sort | None]
    persons: Persons
    acronyms: Mapping[str, str]
    organisations: Collection[str]
    setting: Setting

    @classmethod
    def of(cls, sentences: Sequence[ParsedSentence], text: str) -> Article:
        """Read an article."""
        every = lines(sentences, text)
        prose = [line for line in every if not line.headline]
        spelling = Spelling.of(prose)
        found = [mention for line in prose for mention in mentions(line, text, spelling)]
        sorts = _sorts(found, text)
        return cls(
            text=text,
            headlines=[line for line in every if line.headline],
            found=found,
            sorts=sorts,
            persons=Persons.of(m for m in found if sorts[m.text] is Sort.PERSON and not _listed(m)),
            acronyms=explained(found, text),
            organisations=[name for name, sort in sorts.items() if sort is Sort.ORGANISATION],
            setting=_setting(found),
        )

    def facets(self) -> tuple[NameFacet | PlaceFacet, ...]:
        """The facets in the order of the text."""
        known = {mention.text for mention in self.found if self._facet(mention) is not None}
        extra = [
            m for line in self.headlines for m in known_in(line, self.text, known | set(self.persons.full))
        ]
        made = [facet for m in [*self.found, *extra] if (facet := self._facet(m)) is not None]
        return tuple(_disjoint(sorted(made, key=lambda facet: facet.span)))

    def _facet(self, mention: Mention) -> NameFacet | PlaceFacet | None:
        return self._known(mention) or self._voted(mention)

    def _known(self, mention: Mention) -> NameFacet | PlaceFacet | None:
        """The facet of a name that a table or the article settles."""
        text, titled = mention.text, mention.segment.titled
        if text in self.acronyms:
            return _name(mention, NameKind.ORGANISATION, self.acronyms[text])
        if (state := _state(mention)) is not None:
            return PlaceFacet(
                span=mention.span,
                text=text,
                place_kind=state.kind,
                canonical=state.name,
                country=state.country,
            )
        if not titled and (people := gazetteer.people(text)):
            return _name(mention, NameKind.NATIONALITY if people[1] else NameKind.OTHER, people[0])
        if titled or self._is_surname(mention):
            return _name(mention, NameKind.PERSON, self.persons.canonical(mention))
        if long := gazetteer.organisation(text):
            return _name(mention, NameKind.ORGANISATION, long)
        return self._place(mention) if certain_place(mention) else None

    def _is_surname(self, mention: Mention) -> bool:
        if _country(mention.text):
            return False
        alone = len(mention.words) == 1 and surname(mention) in self.persons.full
        return alone or (len(mention.words) == 2 and self.persons.ends_in(mention))

    def _voted(self, mention: Mention) -> NameFacet | PlaceFacet | None:
        sort = self.sorts.get(mention.text)
        if sort is None or mention.text.casefold() in lexicons.words("titles"):
            return None  # a bare "Chief" names nobody; a surname like it is known by now
        if sort is Sort.PLACE:
            return self._place(mention)
        canonical = mention.text
        if sort is Sort.PERSON:
            canonical = self.persons.canonical(mention)
        elif sort is Sort.ORGANISATION:
            canonical = fullest(mention.text, self.organisations)
        return _name(mention, _NAME_KINDS[sort], canonical)

    def _place(self, mention: Mention) -> NameFacet | PlaceFacet:
        if stands_for_government(mention):
            return _name(mention, NameKind.OTHER, mention.text)
        return place_facet(mention, self.text, self.setting)


def _name(mention: Mention, kind: NameKind, canonical: str) -> NameFacet:
    return NameFacet(span=mention.span, text=mention.text, name_kind=kind, canonical=canonical)


def _listed(mention: Mention) -> bool:
    """Whether the tables know the name as a place or body, whatever the votes say."""
    return certain_place(mention) or gazetteer.organisation(mention.text) is not None


def _country(text: str) -> bool:
    territory = gazetteer.territory(text)
    return territory is not None and "-" not in territory.code


def _state(mention: Mention) -> gazetteer.Territory | None:
    """The state that an abbreviation after a comma or a party's letter means."""
    after_place = mention.words[0].gap in (", ", "-", "–") and (before := mention.before()) and before.capital
    return gazetteer.abbreviated(mention.text) if after_place else None


def _sorts(found: Sequence[Mention], text: str) -> dict[str, Sort | None]:
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        groups[mention.text].append(mention)
    return {
        name: sort_of(group, groups.get(surname(group[0]), []) if len(group[0].words) > 1 else [], text)
        for name, group in list(groups.items())
    }


def _setting(found: Sequence[Mention]) -> Setting:
    territories = [t for m in found if (t := gazetteer.territory(m.text)) is not None]
    return Setting(
        countries=frozenset(t.country for t in territories if t.country and "-" not in t.code),
        regions=frozenset(t.code for t in territories if "-" in t.code),
    )


def _disjoint(facets: Sequence[NameFacet | PlaceFacet]) -> Iterator[NameFacet | PlaceFacet]:
    end = 0
    for facet in facets:
        if facet.span.start >= end:
            yield facet
            end = facet.span.end
