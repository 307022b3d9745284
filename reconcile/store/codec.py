"""Schema types to JSON and back, without loss."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter

from reconcile.schema import (
    AnyFacet,
    FacetKind,
    NameFacet,
    PlaceFacet,
    QuantityFacet,
    TimeFacet,
)

_FACETS: dict[FacetKind, type[AnyFacet]] = {
    FacetKind.TIME: TimeFacet,
    FacetKind.QUANTITY: QuantityFacet,
    FacetKind.NAME: NameFacet,
    FacetKind.PLACE: PlaceFacet,
}
_TAG = "$"
T = TypeVar("T")


class DamagedError(ValueError):
    """A row does not hold what was written to it."""


def encoded(value: object, form: Any = None) -> str:
    """``value`` as JSON; ``form`` is its type where that is not its class, such as a tuple of claims."""
    return json.dumps(_converter().unstructure(value, unstructure_as=form), ensure_ascii=False)


def decoded(text: str, form: type[T]) -> T:
    """The value of type ``form`` that ``encoded`` wrote; raises DamagedError where it is none."""
    try:
        return _converter().structure(json.loads(text), form)
    except Exception as error:
        raise DamagedError(f"not the JSON of a {form}: {error}") from error


def decoded_facet(text: str) -> AnyFacet:
    """The facet that ``encoded`` wrote, in its own class."""
    fields = json.loads(text)
    return decoded(text, _FACETS[FacetKind(fields["kind"])])


@cache
def _converter() -> Converter:
    converter = Converter()
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    for form in (dt.datetime, dt.date, dt.time):
        converter.register_unstructure_hook(form, lambda value: value.isoformat())
        converter.register_structure_hook(form, lambda text, form: form.fromisoformat(text))
    for union in (AnyFacet, AnyFacet | None):
        converter.register_unstructure_hook(union, converter.unstructure)
        converter.register_structure_hook(union, lambda fields, _: _facet(converter, fields))
    # By predicate: a hook registered for the class would be taken for every class.
    converter.register_unstructure_hook_func(lambda form: form is object, _tagged)
    converter.register_structure_hook_func(lambda form: form is object, lambda value, _: _untagged(value))
    return converter


def _facet(converter: Converter, fields: Any) -> AnyFacet | None:
    return None if fields is None else converter.structure(fields, _FACETS[FacetKind(fields["kind"])])


def _tagged(value: object) -> object:
    """A value of a setting; what JSON has no form for is an object with one name that begins with $."""
    if isinstance(value, dict):
        entries = {key: _tagged(part) for key, part in value.items()}
        return {f"{_TAG}dict": entries} if any(key.startswith(_TAG) for key in entries) else entries
    if isinstance(value, list):
        return [_tagged(part) for part in value]
    if isinstance(value, tuple):
        return {f"{_TAG}tuple": [_tagged(part) for part in value]}
    if isinstance(value, Decimal):
        return {f"{_TAG}decimal": str(value)}
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"a setting of type {type(value).__name__} has no form in a case file")


def _untagged(value: Any) -> object:
    if isinstance(value, list):
        return [_untagged(part) for part in value]
    if not isinstance(value, dict):
        return value
    tag = next(iter(value), "") if len(value) == 1 else ""
    if tag == f"{_TAG}tuple":
        return tuple(_untagged(part) for part in value[tag])
    if tag == f"{_TAG}decimal":
        return Decimal(value[tag])
    entries = value[tag] if tag == f"{_TAG}dict" else value
    return {key: _untagged(part) for key, part in entries.items()}
