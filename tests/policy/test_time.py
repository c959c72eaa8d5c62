"""The calendar of the law: what a finding weighs before a duty applies, once it does, and for older models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from checked_repository import write
from judge import answer, levels, verdict

if TYPE_CHECKING:
    from pathlib import Path

    from judge import Judge

    from gpai_lint.findings.interface import Result

#: Before the duties apply; after; once the Commission can enforce them; after older models have to comply.
DAYS = ("2025-07-01", "2025-09-01", "2026-11-23", "2027-09-01")
SYSTEMIC = "training_compute_flop: 3.8e+25, threshold_known_date: 2025-08-04"
MODELS = {
    "new": "union_market_date: 2025-08-20",
    "old": "union_market_date: 2024-05-01",
    "coming": "union_market_date: 2026-01-15",
    "coming-large": f"union_market_date: 2026-01-15, {SYSTEMIC}",
    "large": f"union_market_date: 2025-08-20, {SYSTEMIC}",
    "old-large": f"union_market_date: 2024-05-01, {SYSTEMIC}",
}


def repository(root: Path, signed: str, models: dict[str, str]) -> Path:
    entries = "".join(
        f"- {{path: {name}, role: provider, placed_on_market: true, gpai: true, {dates}}}\n"
        for name, dates in models.items()
    )
    provider = f"provider: {{name: Plover Labs, country: FR, signatory: {signed}}}\n"
    cards = {f"{name}/README.md": f"# Plover {name}\n\nPlover {name} is a language model.\n" for name in models}
    return write(root, {"gpai-lint.yaml": f"{provider}models:\n{entries}", **cards})


@pytest.fixture(scope="module")
def signatory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the repository of a provider that signed the Code."""
    return repository(tmp_path_factory.mktemp("signed"), "true", MODELS)


@pytest.fixture(scope="module")
def signed(signatory: Path, judge: Judge) -> dict[str, Result]:
    """Return its results on each day."""
    return {day: judge.check(signatory, day) for day in DAYS}


@pytest.fixture(scope="module")
def unsigned(tmp_path_factory: pytest.TempPathFactory, judge: Judge) -> dict[str, Result]:
    """Return the results of each day for a provider that did not."""
    root = repository(tmp_path_factory.mktemp("unsigned"), "false", {"large": MODELS["large"]})
    return {day: judge.check(root, day) for day in DAYS}


DUE = ("warning", "error", "error", "error")
LEGACY = ("warning", "warning", "warning", "error")


@pytest.mark.parametrize(
    ("model", "rule", "expected"),
    [
        ("new", "training-summary-missing", DUE),
        ("old", "training-summary-missing", LEGACY),
        # The duties of a provider begin with the market.
        ("coming", "training-summary-missing", ("warning", "warning", "error", "error")),
        ("coming", "copyright-policy-missing", ("warning", "warning", "error", "error")),
        # Those of a model with systemic risk do not wait for it.
        ("coming-large", "notification-recorded", DUE),
        ("coming-large", "safety-framework", DUE),
        # A commitment of the Code.
        ("new", "copyright-policy-missing", DUE),
        ("large", "safety-framework", DUE),
        ("old-large", "safety-framework", LEGACY),
        # A duty of the law alone.
        ("large", "notification-recorded", DUE),
        ("old-large", "notification-recorded", LEGACY),
    ],
)
def test_the_level_that_the_law_gives_on_each_day(
    model: str, rule: str, expected: tuple[str, ...], signed: dict[str, Result]
) -> None:
    assert tuple(levels(signed[day], rule, model=model)[rule] for day in DAYS) == expected


def test_the_code_is_a_yardstick_for_whoever_did_not_sign_and_the_law_is_not(unsigned: dict[str, Result]) -> None:
    rules = ("safety-framework", "notification-recorded")
    found = [levels(unsigned[day], *rules, model="large") for day in DAYS]
    assert [day["safety-framework"] for day in found] == ["note"] * 4
    assert tuple(day["notification-recorded"] for day in found) == DUE


def test_nothing_is_an_error_before_the_duties_apply(signed: dict[str, Result]) -> None:
    assert {row.level.value for row in signed[DAYS[0]].findings} == {"warning", "note"}


def test_status_says_from_when_a_duty_is_due(signed: dict[str, Result]) -> None:
    def summary(day: str, path: str) -> tuple[str, str, str]:
        model = next(row for row in signed[day].verdicts if row.path == path)
        return answer(model, "legacy"), answer(model, "in_force"), verdict(model, "LAW-53.1d").why[-26:]

    assert summary("2026-11-23", "old") == ("yes", "no", "It is due from 2027-08-02.")
    assert summary("2025-07-01", "new") == ("no", "no", "It is due from 2025-08-02.")
    for day, path in (("2027-09-01", "old"), ("2025-09-01", "new")):
        legacy, in_force, why = summary(day, path)
        assert (legacy, in_force) == ("yes" if path == "old" else "no", "yes")
        assert "due from" not in why


@pytest.mark.parametrize(
    ("market", "before", "since"),
    [("2025-08-02", "2025-08-01", "2025-08-02"), ("2025-08-01", "2027-08-01", "2027-08-02")],
)
def test_the_last_day_before_a_duty_and_its_first(
    market: str, before: str, since: str, tmp_path: Path, judge: Judge
) -> None:
    root = repository(tmp_path, "true", {"model": f"union_market_date: {market}"})
    rule = "training-summary-missing"
    assert [levels(judge.check(root, day), rule)[rule] for day in (before, since)] == ["warning", "error"]


@pytest.mark.opa
def test_opa_gives_the_same_levels(signatory: Path, signed: dict[str, Result], opa_judge: Judge) -> None:
    for day in (DAYS[0], DAYS[2]):
        same = [[(row.fingerprint, row.level) for row in result.findings] for result in
                (signed[day], opa_judge.check(signatory, day))]  # fmt: skip
        assert same[0] == same[1]
