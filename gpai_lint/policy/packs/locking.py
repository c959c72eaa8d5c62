"""What ``gpai-lint packs`` does with the configuration and the lock: add, pin, move to another commit, hold against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gpai_lint.errors import GpaiLintError, UsageError
from gpai_lint.policy.assembly import assemble
from gpai_lint.policy.packs import declaring
from gpai_lint.policy.packs.builtin import load_builtin
from gpai_lint.policy.packs.fetch import fetch
from gpai_lint.policy.packs.lock import Lock, Pin, write_lock
from gpai_lint.policy.packs.run import LOCK
from gpai_lint.policy.packs.selection import (
    PERMISSIONS,
    Wanted,
    check_signature,
    fetch_checked,
    lock_of,
    make,
    pin_of,
    placed,
    wanted_packs,
)
from gpai_lint.policy.packs.sources import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from gpai_lint.configuration.interface import Configuration, DeclaredPack
    from gpai_lint.policy.interface import Pack
    from gpai_lint.policy.packs.fetch import Fetched
    from gpai_lint.policy.packs.sources import Source


@dataclass(frozen=True)
class State:
    """What became of a pack that is asked for: the loaded pack, or the ``problem`` that keeps it from being used."""

    wanted: Wanted
    pin: Pin | None = None
    pack: Pack | None = None
    signed: bool = False
    problem: GpaiLintError | None = None


@dataclass(frozen=True)
class Update:
    """What an update did to one pack: its pin before, None if there was none, and after."""

    before: Pin | None
    after: Pin


def states(configuration: Configuration) -> list[State]:
    """Return what would become of each pack of the configuration in a check."""
    lock = lock_of(configuration)
    found = []
    for wanted in wanted_packs(configuration):
        pin = lock.pins.get(wanted.source.text) if lock is not None else None
        try:
            pack = make(fetch_checked(wanted, configuration, lock), wanted)
        except GpaiLintError as error:
            found.append(State(wanted, pin, problem=error))
        else:
            found.append(State(wanted, pin, pack, signed=bool(wanted.declared and wanted.declared.key)))
    return found


def resolved(source: Source) -> tuple[Source, str]:
    """Return a source at a commit or digest and the branch or tag it was found by; asks the remote where it must."""
    if source.pinned:
        return source, ""
    if source.kind is Kind.GIT:
        from gpai_lint.policy.packs.git_source import resolve  # noqa: PLC0415
    else:
        from gpai_lint.policy.packs.oci_source import resolve  # noqa: PLC0415
    return source.at(resolve(source)), source.revision or ("HEAD" if source.kind is Kind.GIT else "latest")


def add(configuration: Configuration, path: Path, source: Source, declared: DeclaredPack) -> Pin:
    """Put a pack into the configuration at ``path``, which is made if there is none, and into the lock.

    ``declared`` holds the settings of its signature. Nothing is written unless the pack loads, has the signature, and
    goes together with the others. Raises ``UsageError`` for a pack that is configured already.
    """
    for other in wanted_packs(configuration):
        if (other.source.location, other.source.subdirectory) == (source.location, source.subdirectory):
            raise UsageError(
                f"'{other.source.text}' is configured already.",
                other.location,
                hint="Move it to another commit with 'gpai-lint packs update'.",
            )
    source, ref = resolved(source)
    declared = declared._replace(source=source.text)
    fetched, pack = _loaded(Wanted(source, declared, written=False), configuration._replace(folder=path.parent))
    _refuse_conflicts(configuration, pack)
    pin = pin_of(fetched, pack.name, ref)
    settings = {"key": declared.key, "algorithm": declared.algorithm, "scope": declared.scope}
    entry = {"source": source.text, **{key: value for key, value in settings.items() if value}}
    text = declaring.with_pack(declaring.read_text(path) if path.exists() else declaring.EMPTY, entry)
    lock = lock_of(configuration) or _locked(configuration, Lock(LOCK))
    declaring.write_text(path, text)
    write_lock(path.parent, Lock(lock.file, {**lock.pins, source.text: pin}))
    return pin


def lock(configuration: Configuration) -> Lock:
    """Pin every pack of the configuration that is not pinned, forget those that are not in it, and write the lock.

    Raises ``UsageError`` for a pack that is pinned and has other content now.
    """
    new = _locked(configuration, lock_of(configuration) or Lock(LOCK))
    write_lock(_folder(configuration), new)
    return new


def update(configuration: Configuration, path: Path, name: str | None = None, to: str = "") -> list[Update]:
    """Pin packs as they are now: those in git and in registries at what their branch or tag means today.

    ``name`` is that of one pack, or its source; ``to`` another branch, tag or commit for it. The configuration at
    ``path`` gets the new commits. Nothing is written unless all of them load and have their signatures.
    """
    lock = lock_of(configuration) or Lock(LOCK)
    chosen = _chosen(wanted_packs(configuration), lock, name)
    text = declaring.read_text(path)
    pins = dict(lock.pins)
    updates = []
    for wanted in chosen:
        before = lock.pins.get(wanted.source.text)
        source, ref = _moved(wanted, before, to)
        declared = wanted.declared
        if declared is None:
            continue
        if source.text != wanted.source.text:
            number = configuration.packs.index(declared)
            text = declaring.with_source(text, number, declared.source, source.text)
        moved = Wanted(source, declared)
        fetched, pack = _loaded(moved, configuration)
        pins.pop(wanted.source.text, None)
        pins[source.text] = pin_of(fetched, pack.name, ref)
        updates.append(Update(before, pins[source.text]))
    if name is None:
        current = {each.after.source for each in updates}
        pins = {key: pin for key, pin in pins.items() if key in current}
    if text != declaring.read_text(path):
        declaring.write_text(path, text)
    write_lock(_folder(configuration), Lock(lock.file, pins))
    return updates


def _loaded(wanted: Wanted, configuration: Configuration) -> tuple[Fetched, Pack]:
    try:
        fetched = fetch(wanted.source, every=bool(wanted.declared and wanted.declared.key))
        check_signature(fetched, wanted, configuration)
        return fetched, make(fetched, wanted)
    except GpaiLintError as error:
        raise placed(error, wanted) from error


def _locked(configuration: Configuration, lock: Lock) -> Lock:
    pins: dict[str, Pin] = {}
    for wanted in wanted_packs(configuration):
        known = lock.pins.get(wanted.source.text)
        if known is not None:
            fetch_checked(wanted, configuration, lock)
            pins[known.source] = known
        else:
            fetched, pack = _loaded(wanted, configuration)
            pins[wanted.source.text] = pin_of(fetched, pack.name)
    return Lock(lock.file, pins)


def _chosen(wanted: Sequence[Wanted], lock: Lock, name: str | None) -> list[Wanted]:
    if name is None:
        return list(wanted)
    names = {each.source.text: _name(each, lock) for each in wanted}
    chosen = [each for each in wanted if name in {names[each.source.text], each.source.text}]
    if not chosen:
        known = ", ".join(sorted(names.values()))
        raise UsageError(f"There is no pack '{name}' in the configuration.", hint=f"Packs: {known}." if known else None)
    if len(chosen) > 1:
        raise UsageError(
            f"Several packs are called '{name}'.", hint=f"Name one by its source: {', '.join(sorted(names))}."
        )
    return chosen


def _name(wanted: Wanted, lock: Lock) -> str:
    pin = lock.pins.get(wanted.source.text)
    return pin.name if pin is not None else wanted.source.default_name


def _moved(wanted: Wanted, pin: Pin | None, to: str) -> tuple[Source, str]:
    source = wanted.source
    if source.kind not in {Kind.GIT, Kind.OCI}:
        if to:
            raise UsageError(f"'{source.text}' has no branches and tags.", wanted.location)
        return source, ""
    ref = to or ("" if source.pinned else source.revision) or (pin.ref if pin is not None else "")
    if not ref and source.pinned:
        return source, ""
    moved, found_by = resolved(source._replace(revision=ref))
    # A commit given with all its digits is followed by no branch.
    return (moved.at(moved.revision), found_by)


def _refuse_conflicts(configuration: Configuration, pack: Pack) -> None:
    """Refuse a pack that does not go together with the others; what it may loosen is for the configuration to say."""
    others = [state.pack for state in states(configuration) if state.pack is not None]
    permitted = pack._replace(allowed=PERMISSIONS)
    assemble((load_builtin(), *others, permitted), {})


def _folder(configuration: Configuration) -> Path:
    if configuration.folder is None:
        raise UsageError(
            "There is no gpai-lint.yaml.", hint="Write one with 'gpai-lint init' or 'gpai-lint packs add'."
        )
    return configuration.folder
