"""What can go wrong, and the exit code each kind of failure ends with."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gpai_lint.location import Location


class ExitCode(IntEnum):
    """The exit codes of the command, the same in every output format."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    NOTHING_TO_CHECK = 3
    FAILURE = 4


class GpaiLintError(Exception):
    """A failure that a user can act on; carries where it happened when that is known.

    ``message`` is one sentence for a person. ``location`` is the place in a file of the checked repository, of a
    configuration or of a policy pack. ``hint`` says what to do next. ``others`` are failures found in the same go, so
    that a person can mend all of them at once.
    """

    exit_code = ExitCode.FAILURE

    def __init__(
        self,
        message: str,
        location: Location | None = None,
        hint: str | None = None,
        others: tuple[GpaiLintError, ...] = (),
    ) -> None:
        """Say what is wrong, where, and what to do about it."""
        super().__init__(message)
        self.message = message
        self.location = location
        self.hint = hint
        self.others = others

    def __str__(self) -> str:
        """Return ``file:line:column: message`` and the hint on a line of its own, and so for each of the others."""
        place = f"{self.location}: " if self.location else ""
        own = f"{place}{self.message}" + (f"\n  {self.hint}" if self.hint else "")
        return "\n".join((own, *map(str, self.others)))


class UsageError(GpaiLintError):
    """The command line, the configuration or a waiver is wrong."""

    exit_code = ExitCode.USAGE


class NothingToCheckError(GpaiLintError):
    """The path holds no artifact that gpai-lint reads."""

    exit_code = ExitCode.NOTHING_TO_CHECK


class RepositoryError(GpaiLintError):
    """A file or a git object could not be read."""


class ArtifactError(GpaiLintError):
    """An artifact is malformed: it is reported as unread, and the run goes on."""


class PackError(GpaiLintError):
    """A policy pack cannot be loaded: it does not parse, lacks metadata, or conflicts with another."""


class EngineError(GpaiLintError):
    """An engine or a policy failed during evaluation; ``location`` is the place in the Rego source."""
