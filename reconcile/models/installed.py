"""The models that a run can use as they are: where each lies, what it weighs and whose licence it has."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from reconcile.models.folder_digest import folder_digest
from reconcile.models.model_file import DIVERGENCE_TAGGER, RELATION_CLASSIFIER, ModelFile
from reconcile.models.shipped_weights import SHIPPED_SHA256, shipped_folder
from reconcile.settings import DEFAULT_ENCODER

_LICENCE = re.compile(r"^license:\s*(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledModel:
    """One model; ``size`` in bytes, ``sha256`` of weights or of all files, ``licence`` "" if untold."""

    role: str
    name: str
    revision: str
    sha256: str
    size: int
    licence: str
    path: Path


def installed_models() -> Iterator[InstalledModel]:
    """What is shipped, the spaCy pipelines that are packages, and the sentence encoders that lie in the
    Hugging Face cache. Raises ModelError when the shipped encoder is missing."""
    folder = shipped_folder()
    yield InstalledModel(
        role="encoder",
        name=DEFAULT_ENCODER,
        revision="shipped",
        sha256=SHIPPED_SHA256,
        size=_size(folder),
        licence=_licence(folder / "README.md"),
        path=folder,
    )
    for point in sorted(entry_points(group="spacy_models"), key=lambda point: point.name):
        yield from _pipeline(point)
    for role, file in (("relations", RELATION_CLASSIFIER), ("divergences", DIVERGENCE_TAGGER)):
        if file.is_there:
            yield _shipped(role, file)
    yield from _cached_encoders()


def _shipped(role: str, file: ModelFile) -> InstalledModel:
    with file.path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    return InstalledModel(
        role=role,
        name=file.name,
        revision="shipped",
        sha256=digest,
        size=file.path.stat().st_size,
        licence=_licence(file.path.with_suffix(".md")),
        path=file.path,
    )


def _pipeline(point: EntryPoint) -> Iterator[InstalledModel]:
    spec = find_spec(point.value)
    if spec is None or spec.origin is None:
        return
    folder = Path(spec.origin).parent
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return  # spaCy cannot load it either
    yield InstalledModel(
        role="parser",
        name=point.name,
        revision=str(meta.get("version", "")),
        sha256=folder_digest(folder),
        size=_size(folder),
        licence=str(meta.get("license", "")),
        path=folder,
    )


def _cached_encoders() -> Iterator[InstalledModel]:
    """Imports huggingface_hub only here; a cache that is not there holds nothing."""
    from huggingface_hub import scan_cache_dir
    from huggingface_hub.errors import CacheNotFound

    try:
        repositories = scan_cache_dir().repos
    except CacheNotFound:
        return
    for repository in sorted(repositories, key=lambda repository: repository.repo_id):
        for revision in sorted(repository.revisions, key=lambda revision: revision.commit_hash):
            folder = Path(revision.snapshot_path)
            if (folder / "modules.json").is_file():
                yield InstalledModel(
                    role="encoder",
                    name=repository.repo_id,
                    revision=revision.commit_hash,
                    sha256=folder_digest(folder),
                    size=revision.size_on_disk,
                    licence=_licence(folder / "README.md"),
                    path=folder,
                )


def _licence(card: Path) -> str:
    """What the model card's head says."""
    found = _LICENCE.search(card.read_text(encoding="utf-8", errors="replace")) if card.is_file() else None
    return found[1] if found else ""


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
