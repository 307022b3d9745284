"""What differs between two sentences, and the sentences as they would read without that difference."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.comparison import compare
from reconcile.discrepancies.rewording import Words, rewritten
from reconcile.lexicons import rows
from reconcile.schema import AnyFacet, Claim, Discrepancy, DiscrepancyValue, Verdict

Texts = tuple[str, str]


@dataclass(frozen=True, slots=True)
class End:
    """The value of a finding in a claim, with the text of its source and the date of each word for a day."""

    claim: Claim
    value: DiscrepancyValue
    text: str
    dates: Words

    @property
    def words(self) -> str:
        """The value with the dates of its days."""
        return rewritten(self.text, self.value.span, self.dates)

    @property
    def sentence(self) -> str:
        """The sentence of the claim with the dates of its days."""
        return rewritten(self.text, self.claim.sentence, self.dates)

    @property
    def facets(self) -> list[AnyFacet]:
        return [facet for facet in self.claim.facets if facet.span.overlaps(self.value.span)]

    @property
    def is_most_of_sentence(self) -> bool:
        return len(self.value.span) * 2 > len(self.claim.sentence)

    @property
    def negates_by_verb(self) -> bool:
        """Whether a word of the value other than "not" and its like negates a verb: "refused to lift"."""
        plain = {form for form, sort in rows("negation") if sort == "word"}
        negations = (one.negation for one in self.claim.propositions if one.negation)
        return any(
            span.overlaps(self.value.span) and span.of(self.text).casefold() not in plain
            for span in negations
        )

    def with_words_of(self, other: End) -> str:
        """The sentence with the value of the other end in the place of its own."""
        around = {span: date for span, date in self.dates.items() if not span.overlaps(self.value.span)}
        return rewritten(self.text, self.claim.sentence, {**around, self.value.span: other.words})


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding, and its values in two claims of different sources."""

    finding: Discrepancy
    left: End
    right: End

    @property
    def claims(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.left.claim.id, self.right.claim.id

    @property
    def texts(self) -> Texts:
        return self.left.sentence, self.right.sentence

    @property
    def settled(self) -> tuple[Texts, Texts]:
        """The two sentences with the words of the right one in both, and with those of the left one."""
        return (
            (self.left.with_words_of(self.right), self.right.sentence),
            (self.left.sentence, self.right.with_words_of(self.left)),
        )

    @property
    def fits(self) -> bool:
        """Whether figures, times or names at both ends can be one, and none exclude each other."""
        verdicts = {
            compare(ours, theirs).verdict
            for ours in self.left.facets
            for theirs in self.right.facets
            if ours.kind is theirs.kind
        }
        can_be_one = not verdicts.isdisjoint({Verdict.AGREE, Verdict.COMPATIBLE})
        return can_be_one and Verdict.CONFLICT not in verdicts
