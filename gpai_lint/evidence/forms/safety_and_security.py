"""Reads ``safety-and-security.yaml``: what is in place under the Safety and Security chapter, as data.

Most of the chapter has no evidence field: an answer becomes a binding of the requirement to the key that answers it.
An entry of the risk register stands for its risk only when it says all that the Code asks of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gpai_lint.artifacts.interface import Structured
from gpai_lint.evidence.forms.form_facts import statement
from gpai_lint.evidence.forms.schema import written
from gpai_lint.evidence.interface import Binding, Fact, State
from gpai_lint.evidence.placeholders import state_of
from gpai_lint.evidence.structured import FactBuilder, items
from gpai_lint.location import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.artifacts.interface import Artifact, Node

SCHEMA: Final = "safety-and-security"

#: The risks that every Framework covers (Appendix 1.4): their item, and the field of their evaluation.
SPECIFIED: Final = {
    "cbrn": ("A-1.4(1)", "safety.evaluation_cbrn"),
    "loss_of_control": ("A-1.4(2)", "safety.evaluation_loss_of_control"),
    "cyber_offence": ("A-1.4(3)", "safety.evaluation_cyber"),
    "harmful_manipulation": ("A-1.4(4)", "safety.evaluation_manipulation"),
}
ASPECTS: Final = ("scenario", "tier", "evaluation", "estimate", "mitigation")


def read(artifact: Artifact, document: int) -> Iterator[Fact | Binding]:
    """Yield the facts and bindings of the risk register in its order; nothing for any other artifact."""
    content = artifact.content
    if artifact.kind != "safety_documentation" or not isinstance(content, Structured):
        return
    build = FactBuilder(artifact, document)
    complete: dict[str, Node] = {}
    risks = content.root.get("risks")
    for entry in items(risks):
        name = entry.get("risk")
        risk = written(name) if name is not None else ""
        if risk not in SPECIFIED:
            continue
        item, field = SPECIFIED[risk]
        evaluation = entry.get("evaluation")
        if evaluation is not None:
            yield from statement(build, field, evaluation)
        if all(_says_something(entry.get(aspect)) for aspect in ASPECTS):
            complete[risk] = entry
            yield _binding(artifact, document, item, entry)
    if risks is not None and len(complete) == len(SPECIFIED):
        yield _binding(artifact, document, "S-2.1(2)", risks)


def _says_something(node: Node | None) -> bool:
    text = written(node) if node is not None else ""
    return bool(text) and state_of(text) is not State.PLACEHOLDER


def _binding(artifact: Artifact, document: int, item: str, node: Node) -> Binding:
    location = Location(artifact.path, node.key_span or node.span, anchor=node.pointer)
    return Binding(item, written(node)[:2_000], location, document)
