"""The program as a whole: help for everything, light start, one sentence for any trouble."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from reconcile.cli import COMMANDS, CommandGroup, main
from reconcile.cli.boundary import DEBUG_VARIABLE
from reconcile.errors import OptionError

HEAVY = ("torch", "spacy", "sentence_transformers", "numpy", "jsonschema", "rich")


def commands() -> dict[str, click.Command]:
    context = click.Context(main)
    return {name: command for name in COMMANDS if (command := main.get_command(context, name))}


def test_all_commands_are_listed_with_a_word_of_help() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output
    for name in COMMANDS:
        assert f"\n  {name} " in listed
    assert all(command.get_short_help_str() for command in commands().values())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = commands()[name]
    assert command.help
    assert [p.name for p in command.params if isinstance(p, click.Option) and not p.help] == []


def test_version_names_the_program() -> None:
    result = CliRunner().invoke(main, ["--version"], prog_name="reconcile")
    assert result.exit_code == 0
    assert result.output.startswith("reconcile ")


@pytest.mark.parametrize("arguments", [["--help"], ["diff", "--help"], ["claims", "--help"], ["--version"]])
def test_help_loads_no_model_library(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom reconcile.cli import main\n"
        f"main({arguments!r}, standalone_mode=False)\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["diff"], "Missing argument"),
        (["compare", "a.txt"], "No such command"),
        (["diff", "a.txt", "--format", "pdf"], "'pdf' is not one of"),
        (["diff", "a.txt", "--fail-on", "agreement"], "'agreement' is not one of"),
        (["diff", "a.txt", "--only", "conflict,fight"], "'fight' is no status; the statuses are conflict"),
        (["diff", "a.txt", "--only", " , "], "an empty list is no status"),
        (["diff", "a.txt", "--min-confidence", "2"], "2.0 is not in the range"),
        (["diff", "a.txt", "--min-confidence", "nan"], "a confidence lies between 0 and 1"),
        (["diff", "a.txt", "--published", "2025-08-29"], "not of the form A=value"),
        (["diff", "a.txt", "--title", "A="], "not of the form A=value"),
        (["diff", "a.txt", "--publisher", "A=x", "--publisher", "a=y"], "source A is given twice"),
        (["diff", "a.txt", "--output", "/no/such/folder/r.md"], "the folder /no/such/folder does not exist"),
        (["claims", "a.txt", "--format", "csv"], "'csv' is not one of"),
    ],
)
def test_a_wrong_call_ends_with_2_and_a_sentence(arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (OptionError("no \x1b[31msuch\x07 date"), 2, r"reconcile: no \x1b[31msuch\x07 date"),
        (MemoryError(), 2, "reconcile: there is not enough memory"),
        (KeyboardInterrupt(), 130, ""),
        (IndexError("bad\nindex"), 2, "reconcile: a defect in reconcile: IndexError: bad index"),
    ],
)
def test_an_error_ends_with_its_status_and_no_traceback(error: BaseException, status: int, told: str) -> None:
    result = CliRunner().invoke(Failing(error), ["fail"])
    assert result.exit_code == status
    assert result.stderr.startswith(told)
    assert "Traceback" not in result.output


def test_a_defect_shows_where_it_is_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    result = CliRunner().invoke(Failing(IndexError("bad")), ["fail"])
    assert isinstance(result.exception, IndexError)


class Failing(CommandGroup):
    """The program with one command, which fails."""

    def __init__(self, error: BaseException) -> None:
        super().__init__("reconcile")
        self._error = error

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        def fail() -> None:
            raise self._error

        return click.Command(cmd_name, callback=fail)
