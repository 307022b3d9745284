"""The data types that pass between the rooms, and nothing else.

All are frozen, hashable and picklable, so that they can be cached, compared between runs
and sent to workers.
"""

from reconcile.schema.claim import Certainty, Claim, ClaimParts, ClaimRole, Polarity, Proposition, Speaker
from reconcile.schema.comparison import Comparison, Side, Verdict
from reconcile.schema.discrepancy import (
    UNRANKED,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyRelation,
    DiscrepancyValue,
    Severity,
    SeverityLevel,
)
from reconcile.schema.document import Document, Failure, PublishedFrom, Source
from reconcile.schema.facet import (
    AnyFacet,
    Facet,
    FacetKind,
    Granularity,
    Interval,
    NameFacet,
    NameKind,
    PlaceFacet,
    PlaceKind,
    QuantityFacet,
    TimeFacet,
    TimeForm,
)
from reconcile.schema.group import ClaimGroup, ClaimPair, Evidence, GroupStatus, RelationKind
from reconcile.schema.judgement import LONGEST_NOTE, Decision, Judgement, reviewer_name
from reconcile.schema.phrase import Phrase, PhraseRole
from reconcile.schema.report import ModelUse, Report, Run
from reconcile.schema.syntax import ParsedSentence, Token
from reconcile.schema.text import Selector, Span

__all__ = [
    "LONGEST_NOTE",
    "UNRANKED",
    "AnyFacet",
    "Certainty",
    "Claim",
    "ClaimGroup",
    "ClaimPair",
    "ClaimParts",
    "ClaimRole",
    "Comparison",
    "Decision",
    "Discrepancy",
    "DiscrepancyKind",
    "DiscrepancyRelation",
    "DiscrepancyValue",
    "Document",
    "Evidence",
    "Facet",
    "FacetKind",
    "Failure",
    "Granularity",
    "GroupStatus",
    "Interval",
    "Judgement",
    "ModelUse",
    "NameFacet",
    "NameKind",
    "ParsedSentence",
    "Phrase",
    "PhraseRole",
    "PlaceFacet",
    "PlaceKind",
    "Polarity",
    "Proposition",
    "PublishedFrom",
    "QuantityFacet",
    "RelationKind",
    "Report",
    "Run",
    "Selector",
    "Severity",
    "SeverityLevel",
    "Side",
    "Source",
    "Span",
    "Speaker",
    "TimeFacet",
    "TimeForm",
    "Token",
    "Verdict",
    "reviewer_name",
]
