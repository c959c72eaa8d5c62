"""``gpai-lint input``: the document that policies see."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gpai_lint.cli.target import target_of, target_options
from gpai_lint.errors import NothingToCheckError, UsageError


@click.command("input")
@target_options
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the document instead.")
@click.option("--for", "file", metavar="FILE", help="Only what stands in this file, with the paths that findings give.")
def command(paths: tuple[Path, ...], config: Path | None, as_of: str, schema: bool, file: str | None) -> None:
    """Print the input document that policies see, as JSON: facts, sections, and where in the files each stands."""
    from gpai_lint.policy.document import load_input_schema, restrict

    if schema:
        click.echo(json.dumps(load_input_schema(), indent=2, ensure_ascii=False))
        return
    from gpai_lint.configuration.target import configure
    from gpai_lint.pipeline import read

    target = target_of(paths, config)
    configuration = configure(target)
    document = read(target, as_of, configuration).document
    if file is not None:
        inside = _inside(target.root, file)
        document = restrict(document, inside, configuration.file)
        if not any(document[key] for key in ("configuration", "models", "documents", "unread")):
            raise NothingToCheckError(
                f"Nothing was read from '{inside}', so policies see nothing of it.",
                hint="'gpai-lint input' shows all that they see; gpai-lint.yaml can say what a document is.",
            )
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))


def _inside(root: Path, file: str) -> str:
    """Return the path in a checked tree of a file that is named from there or from the current directory."""
    for path in (root / file, Path(file)):
        if path.is_file() and path.resolve().is_relative_to(root):
            return path.resolve().relative_to(root).as_posix()
    raise UsageError(f"There is no file '{file}' in '{root}'.")
