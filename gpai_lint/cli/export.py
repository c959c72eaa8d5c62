"""``gpai-lint export``: what was read, as the Model Documentation Form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gpai_lint.cli.target import target_of, target_options

if TYPE_CHECKING:
    from pathlib import Path


@click.command("export")
@target_options
@click.option(
    "--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", help="The output format."
)
def command(paths: tuple[Path, ...], config: Path | None, as_of: str, form: str) -> None:
    """Print the Model Documentation Form, filled with the facts that were read and the places where they stand."""
    from gpai_lint.configuration.target import configure
    from gpai_lint.pipeline import data_of, read
    from gpai_lint.policy.packs import load_builtin
    from gpai_lint.reports import form_export

    target = target_of(paths, config)
    evidence = read(target, as_of, configure(target)).evidence
    packs = (load_builtin(),)
    requirements = data_of(packs, "gpai", "requirements")
    rows = data_of(packs, "gpai", "rules", "transparency", "form_items")["rows"]
    fields: dict[str, list[str]] = {}
    for row in rows:
        for requirement in row["requirements"]:
            fields.setdefault(requirement, []).extend(row["fields"])
    models = [
        (model.name or model.path, form_export.form_items(evidence, model, requirements, fields))
        for model in evidence.models
    ]
    click.echo((form_export.as_json if form == "json" else form_export.as_markdown)(models), nl=False)
