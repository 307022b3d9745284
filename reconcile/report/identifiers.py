"""IRIs for what a report tells of, so that other programs can point to it: no name is looked up anywhere.

A source is its own address where it came with one, else ``urn:sha256:`` and the digest of its bytes. Runs,
findings and judgements are ``urn:uuid:`` with a version 5 UUID (RFC 9562) of what they are made of, so
that exporting the same thing twice gives it the same name.
"""

from __future__ import annotations

import hashlib
import re
import uuid

from reconcile.report.safe_text import UNSAFE
from reconcile.schema import Discrepancy, Judgement, Report, Source

VOCABULARY = "urn:x-reconcile:ns#"
"""What our own terms begin with (kind, relation, severity …); REPORT.md says what they mean."""

_UUIDS = uuid.uuid5(uuid.NAMESPACE_URL, VOCABULARY)
# RFC 3987 leaves out white space, these marks and controls; what is invisible has no place in it either.
_WEB_ADDRESS = re.compile(r"""https?://[^\s/?#<>"{}|\\^`]+(?:[/?#][^\s<>"{}|\\^`]*)?""", re.IGNORECASE)


def source_iri(source: Source) -> str:
    """The web address of a source, where it has one that is an IRI, else a URN of its digest."""
    if source.url and _WEB_ADDRESS.fullmatch(source.url) and not UNSAFE.search(source.url):
        return source.url
    return f"urn:sha256:{source.sha256}"


def run_iri(report: Report) -> str:
    """One run over certain sources: what was read, when and by which version."""
    sources = (source.sha256 for source in report.sources)
    return _iri("run", report.run.reconcile, report.run.started_at.isoformat(), *sources)


def finding_iri(report: Report, discrepancy: Discrepancy) -> str:
    """A finding among the sources it speaks of; sources that join the report later do not change it."""
    sources = {source.id: source.sha256 for source in report.sources}
    return _iri("finding", discrepancy.id, *(sources[value.source] for value in discrepancy.values))


def judgement_iri(finding: str, judgement: Judgement) -> str:
    """One decision of one reviewer on the finding with the IRI ``finding``."""
    return _iri("judgement", finding, judgement.reviewer, judgement.decided_at.isoformat())


def _iri(*parts: str) -> str:
    # Names of people may hold what UTF-8 does not, a lone surrogate; a digest has no such trouble.
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"urn:uuid:{uuid.uuid5(_UUIDS, digest)}"
