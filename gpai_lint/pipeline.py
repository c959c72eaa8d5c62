"""The pipeline for one repository: read, evaluate. A pure function of the files, the day and the packs.

What comes of it, findings and verdicts, is in :mod:`gpai_lint.conclusion`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from gpai_lint.artifacts.interface import Unread
from gpai_lint.artifacts.recognise import parse_tree
from gpai_lint.errors import NothingToCheckError, PackError
from gpai_lint.evidence.read import read_evidence
from gpai_lint.policy.document import build
from gpai_lint.policy.results import placed, refuse, report_on_files
from gpai_lint.progress import silent
from gpai_lint.repository.working_tree import WorkingTree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.configuration.target import Target
    from gpai_lint.evidence.interface import Evidence
    from gpai_lint.policy.interface import Engine, Pack
    from gpai_lint.progress import Progress
    from gpai_lint.repository.interface import FileTree


class Reading(NamedTuple):
    """What was read from a target: the configuration, the evidence and the input document made of both."""

    target: Target
    configuration: Configuration
    evidence: Evidence
    document: Mapping[str, Any]
    tree: FileTree


class Evaluation(NamedTuple):
    """What the policies said about a reading: findings as objects, scope and verdicts per model."""

    report: tuple[Mapping[str, Any], ...]
    scope: tuple[Mapping[str, Any], ...] = ()
    status: tuple[tuple[Mapping[str, Any], ...], ...] = ()


def read(
    target: Target,
    as_of: str,
    configuration: Configuration,
    tree: FileTree | None = None,
    progress: Progress = silent,
    *,
    without_model: bool = False,
) -> Reading:
    """Read a target's files into an input document for the day ``as_of`` (YYYY-MM-DD).

    ``tree`` replaces the working tree (a ref of its repository, for instance). Raises ``NothingToCheckError`` if there
    is no artifact in it, or none that is about a model, which ``without_model`` allows: a data set has facts too.
    """
    tree = tree or WorkingTree(target.root, configuration.exclude, target.only)
    kinds = {document.path: document.kind for document in configuration.documents if document.path}
    artifacts, unread = parse_tree(tree, kinds, progress)
    unread = [*unread, *(Unread(skip.path, f"not read: {skip.reason}") for skip in tree.skipped())]
    evidence = read_evidence(artifacts, unread, configuration, progress)
    if not evidence.documents and not evidence.unread:
        raise NothingToCheckError(
            f"There is nothing to check in '{target.root}': no model card, licence, configuration or weights.",
            hint="Name a model's directory, or say in gpai-lint.yaml where its documents are.",
        )
    if not evidence.models and evidence.documents and not without_model:
        card = next(document for document in evidence.documents if document.kind == "data_card")
        raise NothingToCheckError(
            f"There is no model to check in '{target.root}': '{card.path}' describes a data set.",
            hint="The Code is about models. If there is one here, name it in gpai-lint.yaml, under 'models'.",
        )
    return Reading(target, configuration, evidence, build(evidence, configuration, as_of), tree)


def begin(reading: Reading, engine: Engine) -> Callable[[tuple[Pack, ...]], Evaluation]:
    """Begin to evaluate the loaded packs over a reading, and return what waits for the outcome and is given the packs.

    That raises ``EngineError``, and ``PackError`` where the engine has not told yet that the packs do not compile.
    """
    answered = engine.ask("data.gpai.main", reading.document)

    def finish(packs: tuple[Pack, ...]) -> Evaluation:
        answer: Mapping[str, Any] = answered() or {}
        refuse(answer.get("rejected", ()))
        on_files = report_on_files(engine, packs, reading.document["as_of"], reading.tree)
        return Evaluation(
            (*(placed(row, reading.tree) for row in answer.get("report", ())), *on_files),
            tuple(answer.get("scope", ())),
            tuple(tuple(rows) for rows in answer.get("status", ())),
        )

    return finish


def evaluate(reading: Reading, engine: Engine, packs: tuple[Pack, ...] = ()) -> Evaluation:
    """Evaluate the loaded packs over a reading; raises what the function that :func:`begin` returns raises."""
    return begin(reading, engine)(packs)


def report(reading: Reading, engine: Engine, packs: tuple[Pack, ...]) -> tuple[Mapping[str, Any], ...]:
    """Return the findings alone, without the verdicts, which take longer; raises ``EngineError``."""
    if not all(pack.builtin for pack in packs):
        refuse(engine.query("data.gpai.main.rejected", reading.document) or ())
    rows = engine.query("data.gpai.main.report", reading.document) or ()
    on_files = report_on_files(engine, packs, reading.document["as_of"], reading.tree)
    return (*(placed(row, reading.tree) for row in rows), *on_files)


def data_of(packs: tuple[Pack, ...], *path: str) -> Mapping[str, Any]:
    """Return the table of pack data under a path (``gpai``, ``requirements``); empty where no pack has it."""
    for pack in packs:
        node: Any = pack.data
        for step in path:
            node = node.get(step, {}) if isinstance(node, dict) else {}
        if node:
            table: Mapping[str, Any] = node
            return table
    return {}


def edition_of(packs: tuple[Pack, ...]) -> str:
    """Return which edition of the Code the first of some packs encodes; raise ``PackError`` if it encodes none."""
    if not data_of(packs[:1], "gpai", "requirements"):
        raise PackError(
            f"'{packs[0].path}' encodes no edition of the Code.",
            hint="An edition holds the requirements as data, under gpai/requirements.",
        )
    said = data_of(packs[:1], "gpai", "reference", "edition", "code").get("edition")
    return f"{said} ({packs[0].name})" if said else packs[0].name
