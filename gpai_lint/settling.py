"""What remains of a check's findings after waivers, the baseline and a comparison with another commit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gpai_lint.conclusion import conclude
from gpai_lint.configuration.interface import Configuration
from gpai_lint.configuration.load import Files, find_configuration, load_configuration
from gpai_lint.errors import NothingToCheckError, RepositoryError, UsageError
from gpai_lint.findings.inline_waivers import inline_waivers
from gpai_lint.findings.selection import Selection, choose
from gpai_lint.findings.waivers import apply_waivers, declared_waivers, pack_waivers
from gpai_lint.pipeline import evaluate, read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from git import Commit

    from gpai_lint.configuration.target import Target
    from gpai_lint.findings.interface import Result
    from gpai_lint.findings.known import Known
    from gpai_lint.pipeline import Reading
    from gpai_lint.policy.interface import Engine, Pack, RuleMetadata
    from gpai_lint.repository.git_tree import GitTree


class Wishes(NamedTuple):
    """What the command line asks for: a ref to compare with, a baseline, and whether waivers count.

    Without ``baseline`` the configuration's is used, unless ``no_baseline``.
    """

    diff: str | None = None
    baseline: Path | None = None
    no_baseline: bool = False
    no_waivers: bool = False


def settle(
    result: Result, reading: Reading, engine: Engine, packs: tuple[Pack, ...], selection: Selection, wishes: Wishes
) -> Result:
    """Return the result with waived and known findings marked; the engine has the packs loaded.

    Raises ``UsageError`` for a waiver, a baseline or a ref that is wrong.
    """
    target, configuration = reading.target, reading.configuration
    if not wishes.no_waivers:
        result = waived(result, configuration, selection, whole=not target.only)
    path = baseline_path(configuration, target.root, wishes)
    if path is not None:
        from gpai_lint.findings.baseline import apply_baseline, load_baseline  # noqa: PLC0415 - few runs have one

        result = apply_baseline(result, load_baseline(path, target.root), relevance(target, selection))
    if wishes.diff is not None:
        result = _compared(result, reading, engine, packs, selection, wishes.diff)
    return result


def waived(result: Result, configuration: Configuration, selection: Selection, whole: bool) -> Result:
    """Return the result with the configuration's waivers, those in the files and those of packs applied."""
    waivers = [
        *declared_waivers(configuration, result.rules, Path(result.root)),
        *inline_waivers(result.evidence, result.rules),
        *pack_waivers(result.loosened),
    ]
    return apply_waivers(result, waivers, selection, whole)


def baseline_path(configuration: Configuration, root: Path, wishes: Wishes) -> Path | None:
    """Return the baseline to use: the one asked for, else the configuration's, whose path is relative to it."""
    if wishes.baseline is not None or wishes.no_baseline:
        return wishes.baseline
    named = configuration.values.get("baseline")
    return (root / configuration.file).parent / named if named else None


def relevance(target: Target, selection: Selection) -> Callable[[Known], bool]:
    """Return a function that tells whether a known finding could be found: its rule runs and its file is checked."""

    def relevant(row: Known) -> bool:
        below = not row.file.startswith("../")
        inside = not target.only or any(row.file == path or row.file.startswith(f"{path}/") for path in target.only)
        return selection.runs(row.rule) and below and inside

    return relevant


def _compared(
    result: Result, reading: Reading, engine: Engine, packs: tuple[Pack, ...], selection: Selection, ref: str
) -> Result:
    """Compare with the commit at which the working tree left ``ref``, checked on the same day with its own files."""
    from gpai_lint.findings.compare import compare  # noqa: PLC0415
    from gpai_lint.findings.known import known_findings, moved  # noqa: PLC0415
    from gpai_lint.repository.git_tree import merge_base, open_repository, renames  # noqa: PLC0415

    target = reading.target
    with open_repository(target.root) as repo:
        commit = merge_base(repo, ref)
        words = ref if commit.hexsha.startswith(ref) else f"{ref} at {commit.hexsha[:12]}"
        before = _check_commit(commit, reading, engine, packs, selection, result.rules)
        past = [] if before is None else moved(known_findings(before), renames(commit, target.root))
        return compare(result, past, words)


def _check_commit(
    commit: Commit,
    reading: Reading,
    engine: Engine,
    packs: tuple[Pack, ...],
    selection: Selection,
    rules: Mapping[str, RuleMetadata],
) -> Result | None:
    """Return the result for a commit, under the configuration that it has; None if there was nothing to check."""
    from gpai_lint.repository.git_tree import GitTree  # noqa: PLC0415

    target = reading.target
    configuration = _configuration_at(commit, target)
    tree = GitTree(commit, target.root, configuration.exclude, target.only)
    try:
        past = read(target, reading.document["as_of"], configuration, tree)
    except NothingToCheckError:
        return None
    levels = choose(rules, levels={word: level for word, level in configuration.rules.items() if _known(word, rules)})
    own = selection._replace(levels=levels.levels)
    result = conclude(past, evaluate(past, engine, packs), packs, engine.name, own)
    try:
        return waived(result, configuration, own, whole=not target.only)
    except UsageError:
        # A waiver that was wrong then waived nothing, and is no concern of this check.
        return result


def _known(word: str, rules: Mapping[str, RuleMetadata]) -> bool:
    return any(word in (rule.id, rule.name, *rule.aliases) for rule in rules.values())


def _configuration_at(commit: Commit, target: Target) -> Configuration:
    """Return the configuration as a commit has it; an empty one where that is none or wrong."""
    store = _Committed(commit)
    path = target.configuration_path
    if path is None:
        path = find_configuration(target.root, store)
    elif not path.resolve().is_relative_to(store.top):
        # It belongs to no commit: the same one speaks for both sides.
        return load_configuration(path, target.root)
    elif not store.has(path):
        path = None
    try:
        return load_configuration(path, target.root, store)
    except UsageError:
        return Configuration()


class _Committed(Files):
    """The files of a commit, under the paths that they have in the working tree."""

    def __init__(self, commit: Commit) -> None:
        from gpai_lint.repository.git_tree import GitTree  # noqa: PLC0415

        self.top = Path(str(commit.repo.working_tree_dir)).resolve()
        self._tree: GitTree = GitTree(commit, self.top)

    def has(self, path: Path) -> bool:
        """Return whether the commit has a file."""
        name = self._name(path)
        return name is not None and self._tree.has(name)

    def read(self, path: Path) -> bytes:
        """Return a file's content; raise ``OSError`` if the commit has no such file."""
        name = self._name(path)
        try:
            return self._tree.read(name or "", 2**31)
        except RepositoryError as error:
            raise OSError(2, str(error)) from error

    def _name(self, path: Path) -> str | None:
        # The file itself is not resolved: what is a link today may have been a file then.
        parts = path.parent.resolve() / path.name
        return parts.relative_to(self.top).as_posix() if parts.is_relative_to(self.top) else None
