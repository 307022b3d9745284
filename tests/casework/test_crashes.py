"""A process killed at any moment: what was acknowledged is there, and the file is whole."""

from __future__ import annotations

import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reconcile import casework, store
from reconcile.errors import UnknownFindingError
from reconcile.schema import Decision
from tests.casework.handmade_case import findings_of, judgement, mill_case
from tests.casework.other_processes import context
from tests.report.handmade_reports import about, mill_fire

SEQUENCES = 100
STEPS = 200
"""More than a process gets done before it is killed."""
LONGEST_LIFE = 0.12
"""Seconds from the first acknowledgement to the kill, at most."""

State = dict[tuple[str, str], str]


def steps(seed: int) -> list[tuple[str, str, str]]:
    """Finding, reviewer and note of each step of a review; a step without a note takes one back."""
    chance = random.Random(seed)
    findings = findings_of(mill_fire())
    return [
        (chance.choice(findings), chance.choice(["Ann", "Bo"]), f"step {n}" if chance.random() < 0.8 else "")
        for n in range(STEPS)
    ]


def review(case: Path, seed: int, acknowledged: Connection) -> None:
    """Takes the steps and acknowledges each when it is stored."""
    for number, (finding, reviewer, note) in enumerate(steps(seed), 1):
        if note:
            casework.judge(case, judgement(finding, reviewer, Decision.CONFIRMED, note))
        else:
            with suppress(UnknownFindingError):
                casework.undo(case, finding, reviewer)
        acknowledged.send(number)


def after(seed: int, number: int) -> State:
    """The notes that hold after so many steps, worked out without a case."""
    held: dict[tuple[str, str], list[str]] = {}
    for finding, reviewer, note in steps(seed)[:number]:
        notes = held.setdefault((finding, reviewer), [])
        if note:
            notes.append(note)
        elif notes:
            notes.pop()
    return {key: notes[-1] for key, notes in held.items() if notes}


def killed(work: Callable[..., None], *arguments: object, life: float) -> int:
    """Starts ``work`` in another process, kills it ``life`` seconds after its first acknowledgement and
    returns the last one."""
    processes = context()
    ours, theirs = processes.Pipe(duplex=False)
    worker = processes.Process(target=work, args=(*arguments, theirs))
    worker.start()
    theirs.close()
    last = int(ours.recv())
    time.sleep(life)
    worker.kill()
    try:
        while True:
            last = int(ours.recv())
    except EOFError:
        worker.join()
        return last


def assert_sound(case: Path) -> None:
    with closing(sqlite3.connect(case)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.slow
def test_every_acknowledged_judgement_survives_a_kill(tmp_path: Path) -> None:
    fresh = mill_case(tmp_path, "fresh.case")
    chance = random.Random(6)
    reached = []
    for seed in range(SEQUENCES):
        case = tmp_path / f"{seed}.case"
        shutil.copy(fresh, case)
        last = killed(review, case, seed, life=chance.uniform(0, LONGEST_LIFE))
        found = {(j.finding, j.reviewer): j.note for j in casework.load(case).judgements}
        # The step after the last acknowledged one may have been stored and not yet told.
        assert found in (after(seed, last), after(seed, last + 1))
        assert_sound(case)
        assert casework.judge(case, judgement(findings_of(mill_fire())[0])) > 0
        reached.append(last)
    assert len(set(reached)) > 1, "the kills came at different moments"


def run_again(case: Path, acknowledged: Connection) -> None:
    """Puts one analysis in place of another, again and again."""
    for number in range(STEPS):
        report = mill_fire() if number % 2 else about("Nine ships left.", "Ten ships left.")
        with store.writing(case) as database:
            store.write_analysis(database, store.read_sources(database)[:2], report)
        acknowledged.send(number)


@pytest.mark.slow
def test_a_kill_in_the_middle_of_a_run_leaves_one_run_or_the_other(tmp_path: Path) -> None:
    chance = random.Random(7)
    for number in range(20):
        case = mill_case(tmp_path, f"{number}.case")
        killed(run_again, case, life=chance.uniform(0, LONGEST_LIFE))
        groups = casework.load(case).groups
        assert groups in (mill_fire().groups, about("Nine ships left.", "Ten ships left.").groups)
        assert_sound(case)


def create_many(folder: Path, acknowledged: Connection) -> None:
    for number in range(STEPS):
        mill_case(folder, f"{number}.case")
        acknowledged.send(number)


@pytest.mark.slow
def test_a_case_is_there_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    chance = random.Random(8)
    for number in range(10):
        folder = tmp_path / str(number)
        folder.mkdir()
        last = killed(create_many, folder, life=chance.uniform(0, LONGEST_LIFE))
        made = list(folder.glob("[0-9]*.case"))
        assert len(made) in (last + 1, last + 2)
        assert all(casework.load(case) == mill_fire() for case in made)
