"""Things that belong together because a chain of links joins them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
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


def sharing(items: Iterable[Item], keys: Callable[[Item], Iterable[Hashable]]) -> list[list[Item]]:
    """The connected components of ``items`` that share a key, as ``connected`` gives them, in less time.

    Each component has a number, the higher the later it was made whole.
    """
    components: dict[int, list[Item]] = {}
    joined: dict[int, int] = {}
    owner: dict[Hashable, int] = {}
    for number, item in enumerate(items):
        held = tuple(keys(item))
        touching = sorted({_last(joined, owner[key]) for key in held if key in owner})
        whole = components.pop(touching[0]) if touching else []
        for other in touching[1:]:
            whole += components.pop(other)
        whole.append(item)
        components[number] = whole
        joined |= dict.fromkeys(touching, number)
        owner |= dict.fromkeys(held, number)
    return list(components.values())


def _last(joined: dict[int, int], number: int) -> int:
    """The component that the one of this number has become part of; the way there is shortened."""
    while number in joined:
        joined[number] = joined.get(joined[number], joined[number])
        number = joined[number]
    return number
