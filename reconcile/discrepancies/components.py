"""Things that belong together because a chain of links joins them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def connected(items: Iterable[Item], linked: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """The connected components of ``items`` under the symmetric relation ``linked``.

    A component stands where its last item made it whole, its items in the order they joined.
    """
    components: list[list[Item]] = []
    for item in items:
        touching = [c for c in components if any(linked(item, other) for other in c)]
        apart = [c for c in components if not any(c is other for other in touching)]
        components = [*apart, [*(other for c in touching for other in c), item]]
    return components
