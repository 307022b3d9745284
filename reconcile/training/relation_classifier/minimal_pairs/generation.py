"""Draw minimal pairs: all kinds of edit in turn, the three relations of each equally often."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count as counting

from reconcile.training.relation_classifier.examples import Example, Relation
from reconcile.training.relation_classifier.minimal_pairs.edits import editors
from reconcile.training.relation_classifier.minimal_pairs.source import Source
from reconcile.training.relation_classifier.minimal_pairs.telling import sentence

WEIGHTS = {"figure": 3, "time": 2, "name": 2, "negation": 2, "hedge": 2}
"""How many turns a kind has in a round; others have one."""


def minimal_pairs(*, seed: int, count: int, held_out: bool) -> Iterator[Example]:
    """Draw ``count`` pairs; the same ``seed`` gives the same ones.

    With ``held_out`` the frames and a third of the names, places and figures are those that no
    training pair has. The order is that of the rounds: shuffle before training.
    """
    source = Source(seed, held_out=held_out)
    kinds = [(kind, editor) for kind, editor in editors().items() for _ in range(WEIGHTS.get(kind, 1))]
    turns = ((kind, editor, relation) for _ in counting() for kind, editor in kinds for relation in Relation)
    for _, (kind, editor, relation) in zip(range(count), turns, strict=False):
        clauses = None
        while clauses is None or clauses[0] == clauses[1]:
            clauses = editor(relation, source)
        yield Example(
            premise=sentence(clauses[0]),
            hypothesis=sentence(clauses[1]),
            relation=relation,
            origin=f"minimal:{kind}",
        )
