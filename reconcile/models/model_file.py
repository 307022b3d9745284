"""The file of a shipped model, checked against the digest that lies beside it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import ModelError


@dataclass(frozen=True, slots=True)
class ModelFile:
    """An ONNX file and, with the ending .sha256, what `sha256sum` prints for it."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def is_there(self) -> bool:
        return self.path.is_file()

    @property
    def sha256(self) -> str:
        """What the file ought to have. Raises ModelError when nothing says so."""
        try:
            digest, _ = self._note.read_text(encoding="utf-8").split()
        except (OSError, ValueError) as error:
            raise ModelError(f"{self.name}: {self._note} does not tell the digest of the model") from error
        return digest

    def content(self) -> bytes:
        """The model. Raises ModelError if it cannot be read or was altered."""
        try:
            content = self.path.read_bytes()
        except OSError as error:
            raise ModelError(f"{self.name}: the model cannot be read ({error})") from error
        found = hashlib.sha256(content).hexdigest()
        if found != self.sha256:
            raise ModelError(f"{self.name}: {self.path} has sha256 {found}, not the expected one")
        return content

    def write(self, content: bytes) -> None:
        """Puts a new model and its digest in place."""
        self.path.write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        self._note.write_text(f"{digest}  {self.path.name}\n", encoding="utf-8")

    @property
    def _note(self) -> Path:
        return self.path.with_suffix(".sha256")


RELATION_CLASSIFIER = ModelFile(Path(__file__).with_name("relation_classifier.onnx"))
DIVERGENCE_TAGGER = ModelFile(Path(__file__).with_name("divergence_tagger.onnx"))
