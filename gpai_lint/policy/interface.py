"""Packs and engines: what is evaluated, and what evaluates it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from gpai_lint.location import Location


class Module(NamedTuple):
    """One Rego file: its path as shown in errors, its source and its package (``gpai.rules.law.notification``).

    ``version`` is the version of Rego that it is written in, 1 or 0. ``expanded`` is the source with imported names
    written in full, where that was prepared (:mod:`gpai_lint.policy.engines.aliases`).
    """

    path: str
    source: str
    package: str
    version: int = 1
    expanded: str = ""


class RuleMetadata(NamedTuple):
    """What the METADATA of a rule (or the row of a rule's table) says; see ``docs/reference/pack-api.md``.

    A rule that does not ``decides`` makes remarks: its findings leave the verdict on its requirements open.
    ``entry`` is the name of the Rego rule in ``package`` that gives the findings.
    """

    id: str
    name: str
    category: str
    title: str
    description: str
    strength: str
    level: str
    requirements: tuple[str, ...]
    measures: tuple[str, ...]
    articles: tuple[str, ...]
    remediation: str
    package: str
    pack: str
    confidence: str = "high"
    decides: bool = True
    effective_on: str | None = None
    depends_on: tuple[str, ...] = ()
    examples: Mapping[str, Mapping[str, str]] = {}
    related_resources: tuple[Mapping[str, str], ...] = ()
    since: str = ""
    aliases: tuple[str, ...] = ()
    location: Location | None = None
    entry: str = "report"

    @property
    def label(self) -> str:
        """Return id and name as reports show them; rules written for conftest have one name alone."""
        return self.id if self.id == self.name else f"{self.id} {self.name}"

    @property
    def page(self) -> str:
        """Return the file name of the rule's page."""
        return f"{self.name.replace('/', '.')}.md"


class Pack(NamedTuple):
    """A loaded pack: modules, data merged under its roots, rule metadata by id, and the manifest as written.

    ``style`` is ``gpai`` for packs written against the pack API (``report`` rules) and ``conftest`` for packages with
    ``deny``, ``warn`` or ``violation``. A ``builtin`` pack may define ``data.gpai``; a ``trusted`` one
    came with this package. ``places`` tells where the manifest sets something (``levels/GPAI-103``); ``allowed`` is
    what the configuration lets the pack make milder about other packs' rules: ``levels``, ``waivers``, ``scope``.
    """

    name: str
    path: str
    modules: tuple[Module, ...]
    data: Mapping[str, Any]
    rules: Mapping[str, RuleMetadata]
    roots: tuple[str, ...]
    manifest: Mapping[str, Any] = {}
    digest: str = ""
    builtin: bool = False
    trusted: bool = False
    style: str = "gpai"
    places: Mapping[str, Location] = {}
    allowed: frozenset[str] = frozenset()


class Engine(ABC):
    """Evaluates queries over packs and an input document, with strict built-in errors.

    Engines are context managers: whatever they started or pushed is gone when the block ends.
    """

    name: str

    @abstractmethod
    def load(self, packs: tuple[Pack, ...], data: Mapping[str, Any]) -> None:
        """Load packs and further data; raise ``PackError`` with the place in the Rego source if they do not compile."""

    def load_built_in(self) -> None:
        """Load the built-in pack alone."""
        from gpai_lint.policy.packs.builtin import load_builtin  # noqa: PLC0415 (made of what is defined here)

        self.load((load_builtin(),), {})

    @abstractmethod
    def query(self, path: str, document: Mapping[str, Any]) -> Any:
        """Return the value of a rule or package (``data.gpai.main.report``) for an input document; None if undefined.

        Raises ``EngineError`` with the place in the Rego source when evaluation fails.
        """

    def ask(self, path: str, document: Mapping[str, Any]) -> Callable[[], Any]:
        """Begin a query, and return what waits for its value; an engine that cannot go on by itself waits there.

        Nothing else may be asked before that is called, which raises what :meth:`query` raises.
        """
        return lambda: self.query(path, document)

    def close(self) -> None:  # noqa: B027 (an engine that starts nothing has nothing to stop)
        """Stop and remove whatever the engine started or pushed."""

    def __enter__(self) -> Engine:
        """Return the engine."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the engine."""
        self.close()
