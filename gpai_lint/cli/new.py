"""``gpai-lint new``: start a pack or a rule."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("new")
def command() -> None:
    """Start a policy pack, or a rule in one."""


@command.command("pack")
@click.argument("name")
@click.option("--ids", "prefix", metavar="PREFIX", help="What the ids of its rules begin with.  [default: NAME]")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write it to.  [default: NAME]",
)
def pack(name: str, prefix: str | None, output: Path | None) -> None:
    """Write the pack NAME: manifest, first rule with its test and page. It passes its tests as it is."""
    from gpai_lint.authoring.scaffold import new_pack

    folder = output if output is not None else Path(name)
    _show(new_pack(name, folder, prefix))
    click.echo(f"Next: cd {folder} && gpai-lint test")


@command.command("rule")
@click.argument("name", metavar="CATEGORY/NAME")
@click.option(
    "--pack",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The folder of the pack.  [default: this folder]",
)
def rule(name: str, folder: Path) -> None:
    """Write the rule NAME: Rego with METADATA and examples, its test and its page. It passes as it is."""
    from gpai_lint.authoring.scaffold import new_rule

    _show(new_rule(name, folder))
    words = name.partition("/")[2]
    click.echo(f"Next: gpai-lint test {'' if folder == Path() else f'{folder} '}--run {words}")
    click.echo("'gpai-lint docs . --output docs' brings the index of the pages up to date.")


def _show(files: tuple[Path, ...]) -> None:
    for file in files:
        click.echo(f"wrote {file.as_posix()}")
