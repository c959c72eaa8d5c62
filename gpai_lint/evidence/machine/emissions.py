"""Reads ``emissions.csv``, the log of CodeCarbon: energy in kWh, emissions in kg, time in seconds, one row per run.

Columns: https://docs.codecarbon.io/latest/reference/output/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.artifacts.interface import Node
from gpai_lint.evidence.interface import Method
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.structured import FactBuilder, amount, strings, tidy
from gpai_lint.location import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.evidence.interface import Fact

#: Words in the names of projects and folders whose runs use a model, and of those that train it.
_USE = Pattern(r"\b(?:eval\w*|infer\w*|bench(?:mark\w*)?|tests?|testing|serving|predict\w*)\b")
_TRAINING = Pattern(r"train|tun(?:e|ing)\b")
_KILO = 1000
_SECONDS_PER_HOUR = 3600


def read(root: Node, facts: FactBuilder) -> Iterator[Fact]:
    """Yield the energy, the emissions, the hardware, the place and the GPU hours of the runs of training."""
    rows = [row for row in root.value if isinstance(row.value, dict)] if isinstance(root.value, list) else []
    runs = [] if _of_use(facts.artifact.path) else [run for run in _runs(rows) if not _uses_a_model(run)]
    if not runs or amount(runs[0].get("energy_consumed")) is None:
        return
    yield from _sum("training.energy_mwh", "MWh", runs, "energy_consumed", "kWh / 1000", facts)
    yield from _sum("training.carbon_tco2e", "tCO2e", runs, "emissions", "kg / 1000", facts)
    yield from _gpu_hours(runs, facts)
    first = runs[0]
    for version in strings(first.get("codecarbon_version")):
        node = first.get("codecarbon_version")
        mode = strings(first.get("tracking_mode"))
        value = f"measured with CodeCarbon {version}" + (f", tracking mode '{mode[0]}'" if mode else "")
        if node is not None:
            yield facts.fact("training.energy_method", value, node)
    yield from _each("training.hardware", runs, "gpu_model", facts)
    place = "country_name" if first.get("country_name") is not None else "country_iso_code"
    yield from _each("training.location", runs, place, facts)


def _uses_a_model(run: Node) -> bool:
    return any(map(_of_use, strings(run.get("project_name"))))


def _of_use(name: str) -> bool:
    """Tell whether a name is one for runs that use a model and do not train it."""
    words = re.sub(r"[_\W]+|(?<=[a-z])(?=[A-Z])", " ", name)
    return _USE.search(words) is not None and _TRAINING.search(words) is None


def _runs(rows: Sequence[Node]) -> list[Node]:
    """Return one row per run: the log counts up within a run, so the last row with the same id holds its totals."""
    runs: dict[str, Node] = {}
    for index, row in enumerate(rows):
        identifier = strings(row.get("run_id"))
        runs[identifier[0] if identifier else f"row {index}"] = row
    return list(runs.values())


def _sum(field: str, unit: str, runs: Sequence[Node], column: str, how: str, facts: FactBuilder) -> Iterator[Fact]:
    cells = [cell for run in runs if (cell := run.get(column)) is not None and amount(cell) is not None]
    total = sum(amount(cell) or 0 for cell in cells)
    if total > 0:
        formula = how if len(cells) == 1 else f"sum of {column} over {len(cells)} runs, {how}"
        yield facts.fact(field, tidy(total / _KILO), _column(cells, column), unit=unit, formula=formula)


def _gpu_hours(runs: Sequence[Node], facts: FactBuilder) -> Iterator[Fact]:
    cells = [cell for run in runs if (cell := run.get("duration")) is not None]
    hours = sum(
        (amount(run.get("duration")) or 0) / _SECONDS_PER_HOUR * (amount(run.get("gpu_count")) or 0) for run in runs
    )
    if hours > 0:
        how = "sum of duration / 3600 × gpu_count"
        node = _column(cells, "duration")
        yield facts.fact("training.gpu_hours", tidy(hours), node, unit="hour", method=Method.DERIVED, formula=how)


def _each(field: str, runs: Sequence[Node], column: str, facts: FactBuilder) -> Iterator[Fact]:
    """Yield one fact for each different value of a column."""
    seen: set[str] = set()
    for run in runs:
        cell = run.get(column)
        for value in strings(cell):
            if cell is not None and value not in seen:
                seen.add(value)
                yield facts.fact(field, value, cell)


def _column(cells: Sequence[Node], column: str) -> Node:
    """Return a node for all cells of a column; one cell stands for itself."""
    if len(cells) == 1:
        return cells[0]
    start, end = cells[0].span, cells[-1].span
    span = Span(start.line, start.column, end.end_line, end.end_column)
    return Node(f"/-/{column}", None, span, ", ".join(cell.text for cell in cells[:20]))
