"""Tell why a rule did or did not report: its bodies, and in each the first expression without a solution."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gpai_lint.authoring.explain import explanations
from gpai_lint.authoring.syntax import bodies
from gpai_lint.errors import EngineError, PackError
from gpai_lint.policy.assembly import assemble
from gpai_lint.policy.compiler.check import compiled
from gpai_lint.policy.engines.regorus_engine import BUILTINS, RegorusEvaluator
from gpai_lint.policy.files import InputFiles
from gpai_lint.policy.interface import Module
from gpai_lint.policy.packs.manifest import settings_of
from gpai_lint.policy.router import sees_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gpai_lint.authoring.explain import Within
    from gpai_lint.authoring.syntax import Statement
    from gpai_lint.pipeline import Reading
    from gpai_lint.policy.interface import Pack, RuleMetadata

_MODELS = re.compile(r"input\.models(?:\[\w+\])?")


@dataclass(frozen=True)
class Tracer:
    """Evaluates, with the embedded engine, the rules of some packs on a reading, statement by statement."""

    packs: tuple[Pack, ...]
    reading: Reading

    def trace(self, rule: RuleMetadata, reported: Sequence[Mapping[str, Any]]) -> str:
        """Return what is to be said of a rule; ``reported`` are the findings of all rules in this run.

        Raises ``PackError`` or ``EngineError`` where the embedded engine cannot evaluate the packs.
        """
        lines = [f"{rule.label}: {rule.title}"]
        place = next((number for number, pack in enumerate(self.packs) if rule.id in pack.rules), None)
        if place is None:
            return f"{lines[0]}\n  It is a rule on the use of gpai-lint itself, and none that is written in Rego.\n"
        pack = self.packs[place]
        own = [row for row in reported if row.get("rule") == rule.id]
        assembly = assemble(self.packs, {})
        foreign = {module.path for other in self.packs if not other.trusted for module in other.modules}
        evaluator = RegorusEvaluator(assembly._replace(modules=compiled(assembly.modules, foreign, BUILTINS)))
        if sees_files(pack):
            lines += self._on_files(rule, pack, own, evaluator)
        else:
            lines += self._on_models(rule, pack, own, reported, evaluator)
        return "\n".join(lines) + "\n"

    def _on_models(
        self,
        rule: RuleMetadata,
        pack: Pack,
        own: Sequence[Mapping[str, Any]],
        reported: Sequence[Mapping[str, Any]],
        evaluator: RegorusEvaluator,
    ) -> Iterator[str]:
        document = self.reading.document
        gathered = [
            row for row in evaluator.query("data.gpai.main.gathered", document) or () if row.get("rule") == rule.id
        ]
        # A rule may run over the models by way of others; then its findings tell.
        about_models = any(_of_models(module, rule.entry) for module in _modules(pack, rule)) or any(
            _model_of(row) is not None for row in (*own, *gathered)
        )
        everything = [row for row in own if _model_of(row) is None]
        if everything or not document["models"] or not about_models:
            yield ""
            yield "The repository:"
            yield from self._outcome(rule, pack, everything, (), reported, evaluator, None)
        for model in document["models"] if about_models else ():
            index = model["index"]
            mine = [row for row in own if _model_of(row) == index]
            said = [row for row in gathered if _model_of(row) == index]
            yield ""
            yield f"Model '{model['name'] or model['path']}' ({model['location']['file']}):"
            yield from self._outcome(rule, pack, mine, said, reported, evaluator, index)

    def _on_files(
        self, rule: RuleMetadata, pack: Pack, own: Sequence[Mapping[str, Any]], evaluator: RegorusEvaluator
    ) -> Iterator[str]:
        document = InputFiles(pack, self.reading.tree).document(self.reading.document["as_of"])
        combined = settings_of(pack.manifest).get("input") == "combined"
        inputs = (
            [("All files:", document["combined"], own)]
            if combined
            else [
                (_heading(document["files"], index), file["content"], [row for row in own if row.get("file") == index])
                for index, file in enumerate(document["files"])
            ]
        )
        if not inputs:
            yield "  There is no file that the pack is evaluated on."
        for name, content, rows in inputs:
            # Binds the input for the probes that follow.
            evaluator.query("true", content)
            yield ""
            yield name
            yield from self._outcome(rule, pack, rows, (), (), evaluator, None)

    def _outcome(
        self,
        rule: RuleMetadata,
        pack: Pack,
        own: Sequence[Mapping[str, Any]],
        gathered: Sequence[Mapping[str, Any]],
        reported: Sequence[Mapping[str, Any]],
        evaluator: RegorusEvaluator,
        model: int | None,
    ) -> Iterator[str]:
        for row in own:
            yield f"  It reports: {row['message']} ({row['level']})"
        if own:
            return
        for row in gathered:
            yield f"  It finds: {row['message']}"
            yield f"  That is left out, because {_cause(rule, model, reported)}."
        if gathered:
            return
        yield "  It does not report. In each body this is the first expression without a solution:"

        def probe(text: str, path: str) -> Any:
            try:
                return evaluator.beside(Module("<probe>", text, ""), path)
            except (EngineError, PackError):
                return None

        explained = False
        others = [each.id for each in pack.rules.values() if each.package == rule.package and each is not rule]
        for module in _modules(pack, rule):
            for text, _ in explanations(
                module, rule.entry, probe, _within(rule, model), lambda head: not _names(head, others)
            ):
                explained = True
                yield f"  {module.path}:"
                yield "\n".join(f"  {line}" for line in text.split("\n"))
        if not explained:
            yield "  None could be told: every expression has a solution by itself."


def trace_of(
    rule: RuleMetadata, packs: tuple[Pack, ...], reading: Reading, reported: Sequence[Mapping[str, Any]]
) -> str:
    """Return why a rule did or did not report on a reading; see :meth:`Tracer.trace`."""
    return Tracer(packs, reading).trace(rule, reported)


def _heading(files: Sequence[Mapping[str, Any]], index: int) -> str:
    """Return what stands above what is said of one document: its file, and its number where the file has several."""
    path = files[index]["path"]
    alike = [number for number, file in enumerate(files) if file["path"] == path]
    return f"{path}:" if len(alike) == 1 else f"{path}, document {alike.index(index) + 1}:"


def _modules(pack: Pack, rule: RuleMetadata) -> list[Module]:
    return [module for module in pack.modules if module.package == rule.package]


def _of_models(module: Module, entry: str) -> bool:
    """Return whether a rule runs over the models of the document."""
    return any(_is_model(statement) for body in bodies(module, entry) for statement in body.statements)


def _is_model(statement: Statement) -> bool:
    return bool(statement.element and (_MODELS.fullmatch(statement.left) or _MODELS.fullmatch(statement.right)))


def _within(rule: RuleMetadata, model: int | None) -> Within:
    """Return what narrows a rule down to one model, and a table of rules to the row of this one."""
    rows = f"data.{rule.package}.rows"

    def condition(statement: Statement) -> str:
        if model is not None and _is_model(statement):
            return f"{statement.element}.index == {model}"
        if statement.element and statement.left == rows:
            return f"{statement.element}.id == {json.dumps(rule.id)}"
        return ""

    return condition


def _names(head: str, rules: Sequence[str]) -> bool:
    """Return whether the head of a body says that its finding is one of some rules."""
    return any(json.dumps(rule) in head for rule in rules)


def _model_of(row: Mapping[str, Any]) -> int | None:
    """Return the index of the model that a finding is about; a place in a model tells it where nothing else does."""
    model = row.get("model")
    at: Sequence[Any] = row.get("at") or ()
    if model is None and len(at) > 1 and at[0] == "models" and isinstance(at[1], int):
        model = at[1]
    return model if isinstance(model, int) else None


def _cause(rule: RuleMetadata, model: int | None, reported: Sequence[Mapping[str, Any]]) -> str:
    told = {row.get("rule") for row in reported if row.get("model") == model}
    causes = [identifier for identifier in rule.depends_on if identifier in told]
    if causes:
        return f"a finding of {' and '.join(causes)} tells the cause already"
    return f"a rule that it depends on reports too ({', '.join(rule.depends_on)}), or an attestation makes it good"
