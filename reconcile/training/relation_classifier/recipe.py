"""What a run of the relation classifier is made of, beside what any run is."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.training.recipe import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRecipe(Recipe):
    """``reversed_share`` of the contradictions is shown the other way round, as contradiction has no
    direction. ``minimal_pairs`` are generated anew for each epoch, and ``public_pairs`` drawn anew of the
    labelled pairs of public sets; without a number all of these are shown.
    """

    label_smoothing: float = 0.05
    reversed_share: float = 0.15
    minimal_pairs: int = 31_500
    public_pairs: int | None = None
