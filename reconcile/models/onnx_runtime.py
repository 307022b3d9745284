"""ONNX Runtime, loaded when a model first needs it, and telling nobody."""

from __future__ import annotations

import os
from typing import Any

PROVIDERS = ["CPUExecutionProvider"]


def onnx_runtime() -> Any:
    """The module onnxruntime, with its telemetry switched off."""
    # ONNX Runtime reports its use to Microsoft and keeps a device identifier unless told not to
    # before it is imported (its Privacy.md); sources of a newsroom are nobody else's business.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    # Imported here because it takes a tenth of a second and not every command runs a model.
    import onnxruntime

    return onnxruntime
