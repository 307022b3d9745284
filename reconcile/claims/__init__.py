"""Documents to claims: selection of prose, sentences, clauses, attribution."""

from reconcile.claims.extraction import Extraction, extract_claims

__all__ = ["Extraction", "extract_claims"]
