"""The packs of a run beside the built-in one: those of the configuration, those of the command line.

Each is fetched, held against the lock, and its signature verified. Only when all have passed is the first policy
parsed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.errors import GpaiLintError, UsageError
from gpai_lint.policy.packs.content import digest, make_pack
from gpai_lint.policy.packs.fetch import fetch
from gpai_lint.policy.packs.load import check_unread, pack_files
from gpai_lint.policy.packs.lock import Pin, read_lock
from gpai_lint.policy.packs.sources import parse_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gpai_lint.configuration.interface import Configuration, DeclaredPack
    from gpai_lint.location import Location
    from gpai_lint.policy.interface import Pack
    from gpai_lint.policy.packs.fetch import Fetched
    from gpai_lint.policy.packs.lock import Lock
    from gpai_lint.policy.packs.sources import Source


#: All that a configuration can allow a pack to make milder.
PERMISSIONS = frozenset({"levels", "waivers", "scope"})


@dataclass(frozen=True)
class Wanted:
    """A pack that the configuration (``declared``) or the command line asks for.

    One that is about to be added is declared, but not yet ``written``: it has no place in the file.
    """

    source: Source
    declared: DeclaredPack | None = None
    written: bool = True

    @property
    def location(self) -> Location | None:
        """Return its place in the configuration, None if it has none."""
        return self.declared.location if self.declared is not None and self.written else None


def load_others(configuration: Configuration, sources: Sequence[str]) -> tuple[Pack, ...]:
    """Load the packs of the configuration and of the command line; see :func:`gpai_lint.policy.packs.load_packs`."""
    lock = lock_of(configuration)
    fetched = [(wanted, fetch_checked(wanted, configuration, lock)) for wanted in wanted_packs(configuration, sources)]
    return tuple(make(each, wanted) for wanted, each in fetched)


def wanted_packs(configuration: Configuration, sources: Sequence[str] = ()) -> list[Wanted]:
    """Return the packs of the configuration and of the command line, each source once."""
    found: dict[str, Wanted] = {}
    for declared in configuration.packs:
        wanted = Wanted(_parsed(declared, configuration), declared)
        if wanted.source.text in found:
            raise UsageError(f"The pack '{declared.source}' is configured twice.", declared.location)
        found[wanted.source.text] = wanted
    for text in sources:
        source = parse_source(text, written_from=configuration.folder)
        found.setdefault(source.text, Wanted(source))
    return list(found.values())


def lock_of(configuration: Configuration) -> Lock | None:
    """Return the lock beside the configuration, if there is one."""
    if configuration.folder is None:
        return None
    parent = PurePosixPath(configuration.file).parent.as_posix()
    return read_lock(configuration.folder, "" if parent == "." else f"{parent}/")


def fetch_checked(wanted: Wanted, configuration: Configuration, lock: Lock | None) -> Fetched:
    """Fetch a pack and refuse it unless the lock, where there is one, and its signature, where one is asked for, agree.

    Raises ``UsageError`` or ``PackError``, at the place in the configuration where the pack has none of its own.
    """
    try:
        if lock is not None and wanted.source.text not in lock.pins:
            raise UsageError(
                f"The pack '{wanted.source.text}' is not in {lock.file}.",
                hint="Pin it with 'gpai-lint packs lock'."
                if wanted.declared is not None
                else f"Add it with 'gpai-lint packs add {wanted.source.text}'.",
            )
        fetched = fetch(wanted.source, every=_key(wanted) is not None)
        if lock is not None:
            _hold_against(lock.pins[wanted.source.text], fetched, lock)
        check_signature(fetched, wanted, configuration)
    except GpaiLintError as error:
        raise placed(error, wanted) from error
    return fetched


def check_signature(fetched: Fetched, wanted: Wanted, configuration: Configuration) -> bool:
    """Verify a pack's signature if the configuration has a key for it, and return whether it has; raise if it fails."""
    declared = wanted.declared
    if declared is None or not declared.key:
        return False
    from gpai_lint.policy.packs.keys import read_key  # noqa: PLC0415 - most packs are verified with no key
    from gpai_lint.policy.packs.signatures import verify  # noqa: PLC0415

    place = configuration.locate(f"/packs/{configuration.packs.index(declared)}/key") if wanted.written else None
    key = read_key(declared.key, declared.algorithm, configuration.folder or Path(), place)
    verify(fetched, key, declared.scope)
    return True


def make(fetched: Fetched, wanted: Wanted) -> Pack:
    """Parse a fetched pack; raise ``PackError`` with the place in the pack for what keeps it from being loaded."""
    try:
        files = pack_files(fetched.files, fetched.source.text)
        pack = make_pack(files, fetched.name, fetched.source.text)
        check_unread(pack, files, lambda: fetch(fetched.source, every=True).files)
    except GpaiLintError as error:
        raise placed(error, wanted) from error
    allow = wanted.declared.values.get("allow", ()) if wanted.declared is not None else ()
    return pack._replace(allowed=frozenset(allow))


def pin_of(fetched: Fetched, name: str, ref: str = "") -> Pin:
    """Return what the lock says about a pack as it was fetched."""
    return Pin(
        source=fetched.source.text,
        name=name,
        digest=digest(pack_files(fetched.files, fetched.source.text)),
        ref=ref,
        commit=fetched.commit,
        version=fetched.version,
    )


def _key(wanted: Wanted) -> str | None:
    return wanted.declared.key or None if wanted.declared is not None else None


def _hold_against(pin: Pin, fetched: Fetched, lock: Lock) -> None:
    found = pin_of(fetched, pin.name, pin.ref)
    differing = [key for key in ("digest", "commit") if getattr(found, key) != getattr(pin, key)]
    if differing:
        is_now, was = (getattr(each, differing[0]) or "none" for each in (found, pin))
        raise UsageError(
            f"The pack '{pin.name}' is not the one that {lock.file} pins: its {differing[0]} is {is_now}, "
            f"and the lock says {was}.",
            pin.location,
            hint=f"If you know the change and want it: 'gpai-lint packs update {pin.name}'.",
        )


def _parsed(declared: DeclaredPack, configuration: Configuration) -> Source:
    try:
        return parse_source(declared.source, configuration.folder)
    except UsageError as error:
        error.location = declared.location
        raise


def placed(error: GpaiLintError, wanted: Wanted) -> GpaiLintError:
    """Return an error at the pack's place in the configuration, where it has no place of its own."""
    if error.location is None:
        error.location = wanted.location
    return error
