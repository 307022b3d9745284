"""Which findings of the queue are shown, as a query string says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import urlencode

from reconcile.review.refusal import RefusalError
from reconcile.schema import Decision, Discrepancy, DiscrepancyKind, DiscrepancyRelation, SeverityLevel

LONGEST_SEARCH = 200
_Choice = TypeVar("_Choice", bound=StrEnum)


class Mine(StrEnum):
    """Findings by what the reviewer who looks has decided."""

    OPEN = "open"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """None asks for nothing; ``q`` are words of the explanation or of a source."""

    mine: Mine | None = None
    kind: DiscrepancyKind | None = None
    relation: DiscrepancyRelation | None = None
    severity: SeverityLevel | None = None
    q: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Filters:
        """The filters that a query string names; raises RefusalError for a value that there is not."""
        q = query.get("q", "").strip()
        if len(q) > LONGEST_SEARCH:
            raise RefusalError(HTTPStatus.BAD_REQUEST, f"A search has at most {LONGEST_SEARCH} characters.")
        return cls(
            mine=_member(Mine, query, "mine"),
            kind=_member(DiscrepancyKind, query, "kind"),
            relation=_member(DiscrepancyRelation, query, "relation"),
            severity=_member(SeverityLevel, query, "severity"),
            q=q,
        )

    @property
    def query(self) -> str:
        """The query string, empty where nothing is asked for."""
        asked = {field.name: getattr(self, field.name) for field in fields(self)}
        return urlencode({name: value for name, value in asked.items() if value})

    def fit(self, discrepancy: Discrepancy, own: Decision | None) -> bool:
        """Whether a finding is shown to a reviewer who decided ``own``."""
        return self.fits_content(discrepancy) and (
            self.mine is None or (self.mine is Mine.DECIDED) == is_decided(own)
        )

    def fits_content(self, discrepancy: Discrepancy) -> bool:
        """Whether a finding is shown, whoever decided what."""
        return (
            self.kind in (None, discrepancy.kind)
            and self.relation in (None, discrepancy.relation)
            and self.severity in (None, discrepancy.severity.level)
            and self._finds(discrepancy)
        )

    def _finds(self, discrepancy: Discrepancy) -> bool:
        wanted = self.q.casefold()
        texts = (discrepancy.explanation, *(value.text for value in discrepancy.values))
        return not wanted or any(wanted in text.casefold() for text in texts)


def is_decided(decision: Decision | None) -> bool:
    """Whether there is nothing left to decide; who wrote "undecided" down will come back."""
    return decision not in (None, Decision.UNDECIDED)


def _member(choices: type[_Choice], query: Mapping[str, str], name: str) -> _Choice | None:
    value = query.get(name, "")
    if not value:
        return None
    if value not in choices.__members__.values():
        known = ", ".join(choices)
        raise RefusalError(HTTPStatus.BAD_REQUEST, f"There is no such {name}; there are {known}.")
    return choices(value)
