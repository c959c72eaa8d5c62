"""``gpai-lint docs``: the pages of a policy pack."""

from __future__ import annotations

from pathlib import Path

import click

from gpai_lint.errors import ExitCode

#: The folders whose pages are all generated: a page there that no rule asks for any more is stale.
GENERATED = ("rules", "chapters")


@click.command("docs")
@click.argument("pack", required=False, type=click.Path(path_type=Path))
@click.option(
    "--output", type=click.Path(path_type=Path), default=Path("docs"), show_default=True, help="Where to write them."
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a page is missing, stale or differs.")
def command(pack: Path | None, output: Path, check: bool) -> int:
    """Generate the pages of a pack from its METADATA: the built-in one or PACK.

    For the built-in one that includes the reference of the pack API.
    """
    from gpai_lint.policy.packs import load_builtin, load_pack
    from gpai_lint.reports.pages import pages

    wanted = pages(load_builtin() if pack is None else load_pack(pack))
    if pack is None:
        from gpai_lint.authoring.reference import PAGE, reference_page

        wanted[PAGE] = reference_page()
    stale = [
        file
        for folder in GENERATED
        for file in sorted((output / folder).glob("*.md"))
        if file.relative_to(output).as_posix() not in wanted
    ]
    differing = [name for name, text in wanted.items() if _read(output / name) != text]
    if check:
        for name in differing:
            click.echo(f"{output / name} is not what the rules say.", err=True)
        for file in stale:
            click.echo(f"{file} belongs to no rule.", err=True)
        return ExitCode.FINDINGS if differing or stale else ExitCode.CLEAN
    for name in differing:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_text(wanted[name], encoding="utf-8", newline="\n")
    for file in stale:
        click.echo(f"{file} belongs to no rule any more; remove it.", err=True)
    click.echo(f"{len(wanted)} pages, {len(differing)} written.")
    return ExitCode.CLEAN


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
