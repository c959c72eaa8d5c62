"""``gpai-lint packs``: the packs of a repository, what pins them and what signs them."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gpai_lint.errors import ExitCode, NothingToCheckError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.policy.packs.locking import State

F = TypeVar("F", bound="Callable[..., Any]")

ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"),
    *("ES256", "ES384", "ES512", "HS256", "HS384", "HS512"),
)

_CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The configuration file; without it, found upward.",
)
_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="The output format."
)


@click.group("packs")
def command() -> None:
    """Add, pin, verify and build policy packs.

    A source is a directory, a .tar.gz bundle, git+https://…@COMMIT, git+file://…@COMMIT, oci://…@DIGEST, or python:NAME
    for an installed pack.
    """


@command.command("add")
@click.argument("source")
@_CONFIG
@click.option("--key", metavar="FILE|env:NAME", help="What verifies its signature: a public key, or a secret.")
@click.option("--algorithm", type=click.Choice(ALGORITHMS), help="The algorithm, where the key leaves a choice.")
@click.option("--scope", metavar="TEXT", help="The scope that the signature has to have.")
def add(source: str, config: Path | None, key: str | None, algorithm: str | None, scope: str | None) -> None:
    """Put a pack into gpai-lint.yaml and into gpai-lint.lock.

    A branch or a tag of git is written as the commit that it means today. Everything else in the file stays as it is.
    """
    from gpai_lint.configuration.interface import DeclaredPack
    from gpai_lint.location import Location, Span
    from gpai_lint.policy.packs import locking
    from gpai_lint.policy.packs.sources import parse_source

    if (algorithm or scope) and not key:
        raise UsageError("--algorithm and --scope say how a signature is verified, and there is no --key.")
    path, configuration = _configuration(config, create=True)
    parsed = parse_source(source, written_from=path.parent)
    if key and not key.startswith("env:"):
        key = Path(os.path.relpath(key, path.parent)).as_posix()
    declared = DeclaredPack(
        parsed.text,
        Location(path.name, Span(1, 1, 1, 1)),
        key or "",
        algorithm or "",
        scope or "",
    )
    pin = locking.add(configuration, path, parsed, declared)
    click.echo(f"{path.name}: added '{pin.source}' ({pin.name}).")
    click.echo(f"gpai-lint.lock: {pin.digest}")


@command.command("list")
@_CONFIG
@_FORMAT
def list_(config: Path | None, form: str) -> None:
    """List the built-in pack and those of the configuration, and whether a check would take them."""
    from gpai_lint.policy.packs import load_builtin
    from gpai_lint.policy.packs.locking import states

    builtin = load_builtin()
    rows = [
        {
            "name": builtin.name,
            "source": "built in",
            "kind": "builtin",
            "digest": builtin.digest,
            "roots": list(builtin.roots),
            "rules": len(builtin.rules),
            "locked": False,
            "signed": False,
            "problem": None,
        },
        *(_row(state) for state in states(_configuration(config, create=True)[1])),
    ]
    if form == "json":
        click.echo(json.dumps({"schema_version": "1", "packs": rows}, indent=2, ensure_ascii=False))
        return
    for row in rows:
        marks = [word for word in ("locked", "signed") if row[word]]
        click.echo(f"{row['name']}  {row['source']}")
        if row["problem"]:
            click.echo(f"    refused: {row['problem']}")
        else:
            roots = ", ".join(f"data.{root.replace('/', '.')}" for root in row["roots"])
            click.echo("    " + ", ".join([f"{row['rules']} rules", roots, *marks]))


@command.command("lock")
@_CONFIG
def lock(config: Path | None) -> None:
    """Pin the packs of the configuration that are not pinned yet.

    Packs that are pinned keep their pin; 'gpai-lint packs update' is for those whose content changed on purpose.
    """
    from gpai_lint.policy.packs import locking

    written = locking.lock(_configuration(config)[1])
    for pin in written.pins.values():
        click.echo(f"{pin.name}  {pin.digest}  {pin.source}")
    click.echo(f"{written.file}: {_packs(len(written.pins))}.")


@command.command("update")
@click.argument("name", required=False)
@_CONFIG
@click.option("--to", metavar="REF", default="", help="Another branch, tag or commit for the pack NAME.")
def update(name: str | None, config: Path | None, to: str) -> None:
    """Pin packs as they are now: all, or the one called NAME.

    A pack in git that was added by branch or tag goes to the commit that it means today, in gpai-lint.yaml as well.
    """
    from gpai_lint.policy.packs import locking

    if to and name is None:
        raise UsageError("--to moves one pack, and none is named.")
    path, configuration = _configuration(config)
    for each in locking.update(configuration, path, name, to):
        if each.before == each.after:
            click.echo(f"{each.after.name}  unchanged")
        else:
            before = (each.before.commit or each.before.digest) if each.before is not None else "not pinned"
            click.echo(f"{each.after.name}  {before} → {each.after.commit or each.after.digest}")


@command.command("verify")
@_CONFIG
def verify(config: Path | None) -> int:
    """Hold every pack against the lock, and verify the signatures; exit 1 if anything does not agree."""
    from gpai_lint.policy.packs.locking import states
    from gpai_lint.policy.packs.selection import lock_of

    configuration = _configuration(config)[1]
    found = states(configuration)
    if not found:
        raise NothingToCheckError(f"'{configuration.file}' names no packs.")
    if lock_of(configuration) is None:
        raise UsageError("There is no gpai-lint.lock to verify against.", hint="Write it with 'gpai-lint packs lock'.")
    for state in found:
        if state.problem is not None:
            click.echo(f"FAILED  {state.wanted.source.text}: {state.problem}", err=True)
        else:
            signature = "signature verified" if state.signed else "no key is configured, so no signature was verified"
            click.echo(f"ok      {state.wanted.source.text}: digest as locked, {signature}")
    return ExitCode.FINDINGS if any(state.problem is not None for state in found) else ExitCode.CLEAN


@command.command("build")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The bundle.")
@click.option("--signing-key", metavar="FILE|env:NAME", help="Sign it: a private key in PEM, or a secret.")
@click.option("--signing-alg", type=click.Choice(ALGORITHMS), help="The algorithm, where the key leaves a choice.")
@click.option("--scope", metavar="TEXT", default="", help="The scope of the signature.")
def build(
    folder: Path | None, output: Path | None, signing_key: str | None, signing_alg: str | None, scope: str
) -> None:
    """Make a .tar.gz bundle of the pack in FOLDER: the same bytes for the same files.

    An OPA server loads it as it is. Tests stay out. Without FOLDER it is the built-in pack, whose library OPA needs
    beside a pack that uses it.
    """
    import hashlib

    from gpai_lint.policy.packs.build import build as bundle
    from gpai_lint.policy.packs.builtin import builtin_folder
    from gpai_lint.policy.packs.declaring import write_bytes
    from gpai_lint.policy.packs.keys import read_key

    if (signing_alg or scope) and not signing_key:
        raise UsageError("--signing-alg and --scope say how to sign, and there is no --signing-key.")
    key = read_key(signing_key, signing_alg or "", Path(), private=True) if signing_key else None
    pack, content = bundle(folder or builtin_folder(), key, scope)
    path = output or Path(f"{pack.name}.tar.gz")
    write_bytes(path, content)
    signed = f", signed with {key.algorithm}" if key is not None else ""
    click.echo(f"{path}: {len(pack.modules)} modules, {len(pack.rules)} rules{signed}")
    click.echo(f"digest of the pack  {pack.digest}")
    click.echo(f"SHA-256 of the file {hashlib.sha256(content).hexdigest()}")


def _configuration(config: Path | None, *, create: bool = False) -> tuple[Path, Configuration]:
    """Return the configuration's path and content; with ``create``, an empty one where there is no file."""
    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.configuration.load import NAMES, find_configuration, load_configuration

    path = config or find_configuration(Path())
    if path is not None and path.is_file():
        return path.parent.resolve() / path.name, load_configuration(path, Path())
    if not create:
        raise UsageError(
            f"There is no configuration '{config}'." if config else "There is no gpai-lint.yaml here.",
            hint="'gpai-lint packs add SOURCE' writes one.",
        )
    new = (config or Path(NAMES[0])).absolute()
    return new, Configuration(file=new.name, folder=new.parent)


def _row(state: State) -> dict[str, Any]:
    pack, pin = state.pack, state.pin
    return {
        "name": pack.name if pack is not None else pin.name if pin is not None else state.wanted.source.default_name,
        "source": state.wanted.source.text,
        "kind": state.wanted.source.kind.value,
        "digest": pack.digest if pack is not None else None,
        "roots": list(pack.roots) if pack is not None else [],
        "rules": len(pack.rules) if pack is not None else None,
        "locked": pin is not None and pack is not None,
        "signed": state.signed,
        "problem": str(state.problem) if state.problem is not None else None,
    }


def _packs(count: int) -> str:
    return f"{count} pack{'' if count == 1 else 's'}"
