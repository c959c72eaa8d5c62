"""The built-in policies on one engine, loaded once, for whichever directory and day a test asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.conclusion import conclude
from gpai_lint.configuration.target import Target, configure
from gpai_lint.pipeline import evaluate, read
from gpai_lint.policy.packs import load_builtin

if TYPE_CHECKING:
    from pathlib import Path

    from gpai_lint.findings.interface import Result
    from gpai_lint.findings.verdicts import ModelStatus, Verdict
    from gpai_lint.policy.interface import Engine


class Judge:
    """Checks directories through the whole pipeline."""

    def __init__(self, engine: Engine) -> None:
        """Load the built-in pack."""
        self._engine = engine
        self._packs = (load_builtin(),)
        engine.load(self._packs, {})

    def check(self, root: Path, as_of: str) -> Result:
        """Return findings and verdicts for a directory on a day."""
        target = Target(root)
        reading = read(target, as_of, configure(target))
        return conclude(reading, evaluate(reading, self._engine, self._packs), self._packs, self._engine.name)

    def status(self, root: Path, as_of: str) -> ModelStatus:
        """Return scope and verdicts of the only model in a directory."""
        (model,) = self.check(root, as_of).verdicts
        return model


def verdict(model: ModelStatus, requirement: str) -> Verdict:
    """Return the verdict on a requirement."""
    return next(row for row in model.verdicts if row.id == requirement)


def answer(model: ModelStatus, question: str) -> str:
    """Return the answer to a question of scope."""
    return next(row.answer for row in model.scope if row.question == question)


def levels(result: Result, *rules: str, model: str = "") -> dict[str, str]:
    """Return the gravest level at which each of some rules reports, by name; for one model, or for all."""
    rank = ("note", "warning", "error")
    rows = [row for row in result.findings if row.model == model or not model]
    found = {name: [row.level.value for row in rows if row.rule.name == name] for name in rules}
    return {name: max(given, key=rank.index) for name, given in found.items() if given}
