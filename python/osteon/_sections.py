# Written from the JSON Schema of the documents by `cargo xtask python`: do not edit.

"""The sections of an assessment as attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from osteon.documents import (
        Access,
        Assumed,
        Benefit,
        Change,
        Course,
        Diagnosis,
        Disagreement,
        EngineInfo,
        Guideline,
        ModelNotice,
        Reason,
        Risk,
        Safety,
        Score,
        Tbs,
        Triage,
        WorkUp,
    )


class Sections:
    """What an assessment says, read from its document when it is asked for."""

    __slots__ = ()

    # What may be asked for, and is not there where it was not.
    _asked: ClassVar[tuple[str, ...]] = (
        "access",
        "benefits",
        "changes",
        "course",
        "diagnosis",
        "guidelines",
        "risks",
        "safety",
        "scores",
        "triage",
        "work_up",
    )
    _parts: ClassVar[Mapping[str, str]] = {
        "engine": "EngineInfo",
        "assumed": "Assumed",
        "flags": "Reason",
        "scores": "Score",
        "tbs": "Tbs",
        "diagnosis": "Diagnosis",
        "changes": "Change",
        "risks": "Risk",
        "benefits": "Benefit",
        "course": "Course",
        "guidelines": "Guideline",
        "disagreements": "Disagreement",
        "triage": "Triage",
        "safety": "Safety",
        "access": "Access",
        "work_up": "WorkUp",
        "notices": "ModelNotice",
    }

    def _section(self, key: str, empty: Any = None) -> Any:
        raise NotImplementedError

    @property
    def schema(self) -> str:
        """`osteon/assessment/1`."""
        found: str = self._section("schema")
        return found

    @property
    def patient_id(self) -> str | None:
        """The caller's identifier."""
        found: str | None = self._section("patient_id")
        return found

    @property
    def engine(self) -> EngineInfo:
        """Which engine answered, with which options."""
        found: EngineInfo = self._section("engine")
        return found

    @property
    def assumed(self) -> tuple[Assumed, ...]:
        """What was unknown and read as something."""
        found: tuple[Assumed, ...] = self._section("assumed")
        return found

    @property
    def flags(self) -> tuple[Reason, ...]:
        """What holds of the whole answer."""
        found: tuple[Reason, ...] = self._section("flags")
        return found

    @property
    def scores(self) -> tuple[Score, ...]:
        """T- and Z-scores by scan and region.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[Score, ...] = self._section("scores")
        return found

    @property
    def tbs(self) -> Tbs | None:
        """Trabecular bone score of the latest scan that has one."""
        found: Tbs | None = self._section("tbs")
        return found

    @property
    def diagnosis(self) -> Diagnosis:
        """WHO and ISCD class.

        Raises `NotAskedError` where it was not asked for.
        """
        found: Diagnosis = self._section("diagnosis")
        return found

    @property
    def changes(self) -> tuple[Change, ...]:
        """Changes between scans.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[Change, ...] = self._section("changes")
        return found

    @property
    def risks(self) -> tuple[Risk, ...]:
        """What each risk model says; refused models stand there with `refused`.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[Risk, ...] = self._section("risks")
        return found

    @property
    def benefits(self) -> tuple[Benefit, ...]:
        """What each trial's effect would be worth to this person; only where asked for.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[Benefit, ...] = self._section("benefits")
        return found

    @property
    def course(self) -> tuple[Course, ...]:
        """Where a course of treatment stands; for a person on treatment it is read first.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[Course, ...] = self._section("course")
        return found

    @property
    def guidelines(self) -> tuple[Guideline, ...]:
        """What each guideline says.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[Guideline, ...] = self._section("guidelines")
        return found

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Points on which guidelines of one country disagree."""
        found: tuple[Disagreement, ...] = self._section("disagreements", ())
        return found

    @property
    def triage(self) -> Triage:
        """How soon the person should be seen, and what comes next.

        Raises `NotAskedError` where it was not asked for.
        """
        found: Triage = self._section("triage")
        return found

    @property
    def safety(self) -> tuple[Safety, ...]:
        """Whether each drug may be given.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[Safety, ...] = self._section("safety")
        return found

    @property
    def access(self) -> tuple[Access, ...]:
        """Whether each drug is licensed and paid for.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[Access, ...] = self._section("access")
        return found

    @property
    def work_up(self) -> tuple[WorkUp, ...]:
        """Bloods and imaging.

        Raises `NotAskedError` where it was not asked for.
        """
        found: tuple[WorkUp, ...] = self._section("work_up")
        return found

    @property
    def notices(self) -> tuple[ModelNotice, ...]:
        """Notices that a used model obliges us to show."""
        found: tuple[ModelNotice, ...] = self._section("notices", ())
        return found

    @property
    def citations(self) -> Mapping[str, str]:
        """Id to full citation of every source used."""
        found: Mapping[str, str] = self._section("citations")
        return found
