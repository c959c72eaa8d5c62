"""What another edition of the Code changes for a repository: scope, verdicts, what is asked anew or no longer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from gpai_lint.reports.markdown_text import plain
from gpai_lint.reports.status_page import page, table
from gpai_lint.reports.status_report import VERDICTS, places_of
from gpai_lint.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.findings.verdicts import ModelStatus


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one question of scope or one requirement.

    ``kind`` is ``scope``, ``verdict``, ``new``, ``dropped`` or ``reworded``; ``before`` and ``after`` are answers,
    verdicts, or for ``reworded`` titles, and empty where an edition does not ask.
    """

    kind: str
    id: str
    title: str
    before: str
    after: str
    why: str
    evidence: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The editions that are compared, by name, and the changes for each model."""

    before: str
    after: str
    models: tuple[tuple[ModelStatus, tuple[Change, ...]], ...]


def compare(names: tuple[str, str], before: Sequence[ModelStatus], after: Sequence[ModelStatus]) -> Comparison:
    """Return the changes from one edition to another for the models of the same reading."""
    return Comparison(*names, tuple((old, tuple(_changes(old, new))) for old, new in zip(before, after, strict=True)))


def _changes(old: ModelStatus, new: ModelStatus) -> Iterator[Change]:
    answers = {row.question: row for row in old.scope}
    for answer in new.scope:
        was = answers[answer.question].answer if answer.question in answers else ""
        if was != answer.answer:
            yield Change("scope", answer.question, "", was, answer.answer, answer.why)
    earlier = {row.id: row for row in old.verdicts}
    later = {row.id: row for row in new.verdicts}
    for name in {**earlier, **later}:
        if name not in later:
            row = earlier[name]
            yield Change("dropped", name, row.title, row.verdict, "", "The later edition does not ask it.")
            continue
        row = later[name]
        if name not in earlier:
            yield Change("new", name, row.title, "", row.verdict, row.why, row.evidence)
            continue
        if earlier[name].verdict != row.verdict:
            yield Change("verdict", name, row.title, earlier[name].verdict, row.verdict, row.why, row.evidence)
        if earlier[name].title != row.title:
            yield Change("reworded", name, row.title, earlier[name].title, row.title, row.why, row.evidence)


def as_text(comparison: Comparison) -> str:
    """Return the changes model by model for a person."""
    lines = [f"From: {comparison.before}", f"To:   {comparison.after}", ""]
    for model, changes in comparison.models:
        heading = f"{model.name or model.path} ({model.path})"
        lines += [heading, "=" * len(heading), ""]
        for change in changes:
            lines.append(f"  {change.id.replace('_', ' ') if change.kind == 'scope' else change.id:14} {_told(change)}")
            lines.append(f"  {'':14} {_places(change)}{change.why}")
        lines += [] if changes else ["  Nothing changes."]
        lines.append("")
    return harmless("\n".join(lines))


def as_json(comparison: Comparison) -> str:
    """Return ``{"before", "after", "models": [{"path", "name", "changes": […]}]}``."""
    shape = {
        "before": comparison.before,
        "after": comparison.after,
        "models": [
            {
                "path": model.path,
                "name": model.name,
                "changes": [
                    {
                        "kind": change.kind,
                        "id": change.id,
                        "title": change.title,
                        "before": change.before,
                        "after": change.after,
                        "why": change.why,
                        "evidence": [{"file": file, "line": line} for file, line in change.evidence],
                    }
                    for change in changes
                ],
            }
            for model, changes in comparison.models
        ],
    }
    return json.dumps(shape, indent=2, ensure_ascii=False) + "\n"


def as_markdown(comparison: Comparison) -> str:
    """Return a table per model."""
    lines = [f"From {plain(comparison.before)} to {plain(comparison.after)}", ""]
    for model, changes in comparison.models:
        lines += [f"# {plain(model.name or model.path)}", ""]
        if not changes:
            lines += ["Nothing changes.", ""]
            continue
        lines += ["| Item | Change | Why |", "|---|---|---|"]
        lines += [
            f"| {plain(change.id)} | {plain(_told(change))} | {plain(_places(change) + change.why)} |"
            for change in changes
        ]
        lines.append("")
    return "\n".join(lines)


def as_html(comparison: Comparison) -> str:
    """Return one self-contained page without scripts."""
    title = "What another edition of the Code changes"
    body = [f"<h1>{title}</h1>", f"<p>From {escape(comparison.before)} to {escape(comparison.after)}</p>"]
    for model, changes in comparison.models:
        body.append(f"<h2>{escape(model.name or model.path)}</h2>")
        rows = ((change.id, _told(change), _places(change) + change.why) for change in changes)
        body.append(table(("Item", "Change", "Why"), rows) if changes else "<p>Nothing changes.</p>")
    return page(title, body)


def _told(change: Change) -> str:
    before, after = VERDICTS.get(change.before, change.before), VERDICTS.get(change.after, change.after)
    if change.kind == "new":
        return f"new, {after}: {change.title}"
    if change.kind == "dropped":
        return f"no longer asked, was {before}: {change.title}"
    if change.kind == "reworded":
        return f"now reads '{after}', was '{before}'"
    title = f": {change.title}" if change.title else ""
    return f"{before or 'not asked'} -> {after}{title}"


def _places(change: Change) -> str:
    places = places_of(change.evidence, 3)
    return f"{places} " if places else ""
