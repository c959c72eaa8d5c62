"""The options that choose packs and the engine, shared by the commands that evaluate policies."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gpai_lint.configuration.interface import Configuration
    from gpai_lint.policy.interface import Engine, Pack

F = TypeVar("F", bound="Callable[..., Any]")


class EngineChoice(NamedTuple):
    """What the command line says about packs and the engine."""

    name: str = "embedded"
    pack_sources: tuple[str, ...] = ()
    opa_url: str | None = None
    opa_token: str | None = None
    opa_ca: str | None = None
    opa_timeout: float = 30.0
    opa_query_only: bool = False

    def packs(self, configuration: Configuration, edition: str | None = None) -> tuple[Pack, ...]:
        """Load the built-in pack, the configuration's packs and those of the command line, in this order.

        ``edition`` is a pack that encodes another edition of the Code and takes the built-in one's place.
        """
        from gpai_lint.policy.packs import load_packs

        packs = load_packs(configuration, self.pack_sources, edition)
        if self.opa_query_only and self.opa_url is not None and len(packs) == 1:
            from gpai_lint.policy.engines.opa_query import server_pack

            return (*packs, server_pack(self.opa_url, self.opa_token, self.opa_ca, self.opa_timeout))
        return packs

    def apart_from_edition(self) -> tuple[EngineChoice, str | None]:
        """Return the choice without the first pack that encodes an edition of the Code, and that pack; None without."""
        from gpai_lint.policy.packs import is_edition

        for source in self.pack_sources:
            if is_edition(source):
                rest = tuple(other for other in self.pack_sources if other != source)
                return self._replace(pack_sources=rest), source
        return self, None

    def open(self, packs: tuple[Pack, ...]) -> Engine:
        """Return the engine with the packs loaded, a context manager; what is wrong with them the first query may tell.

        Opened before a repository is read, the embedded engine compiles the packs meanwhile.
        """
        engine = self._create()
        try:
            engine.load(packs, {})
        except BaseException:
            engine.close()
            raise
        return engine

    @contextmanager
    def start(self, configuration: Configuration) -> Iterator[tuple[Engine, Callable[[], tuple[Pack, ...]]]]:
        """Give the engine with the packs of a run, as :meth:`open` does, and a function that returns these packs.

        The engine may load the built-in pack by itself, if it is alone: it is then read here when it is asked for.
        """
        from gpai_lint.policy.packs import built_in_alone

        if built_in_alone(configuration, self.pack_sources) and not self.opa_query_only:
            with self._create() as engine:
                engine.load_built_in()
                yield engine, partial(self.packs, configuration)
            return
        packs = self.packs(configuration)
        with self.open(packs) as engine:
            yield engine, lambda: packs

    def _create(self) -> Engine:
        from gpai_lint.policy.engines import create

        return create(
            self.name,
            opa_url=self.opa_url,
            opa_token=self.opa_token,
            opa_ca=self.opa_ca,
            opa_timeout=self.opa_timeout,
            opa_query_only=self.opa_query_only,
            beside=True,
        )


_PACK = click.option(
    "--pack",
    "pack_sources",
    multiple=True,
    metavar="SOURCE",
    help="A policy pack beside the built-in one: a directory, a .tar.gz bundle, git+https://…@COMMIT, oci://…@DIGEST, "
    "python:NAME. Repeatable.",
)
_ENGINE = (
    click.option(
        "--engine",
        "name",
        type=click.Choice(["embedded", "opa"]),
        default="embedded",
        show_default=True,
        help="Regorus, which comes with gpai-lint, or an OPA server.",
    ),
    click.option("--opa-url", metavar="URL", help="A running OPA; without it a private one is started and stopped."),
    click.option("--opa-token", envvar="GPAI_LINT_OPA_TOKEN", metavar="TOKEN", help="A bearer token for that OPA."),
    click.option("--opa-ca", type=click.Path(exists=True), metavar="FILE", help="Its certificate authority."),
    click.option("--opa-timeout", type=float, default=30.0, show_default=True, help="Seconds to wait for OPA."),
    click.option("--opa-query-only", is_flag=True, help="Push nothing: query what that OPA's own bundles hold."),
)


def pack_options(function: F) -> F:
    """Add ``--pack``; the command receives an ``EngineChoice`` as ``engine``."""
    return _PACK(_gathered(function))


def engine_options(function: F) -> F:
    """Add ``--pack``, ``--engine`` and the options of OPA; the command receives an ``EngineChoice`` as ``engine``."""
    wrapped = _gathered(function)
    for option in reversed(_ENGINE):
        wrapped = option(wrapped)
    return _PACK(wrapped)


def _gathered(function: F) -> F:
    names = EngineChoice._fields

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        chosen = {name: kwargs.pop(name) for name in list(kwargs) if name in names}
        return function(*args, engine=EngineChoice(**chosen), **kwargs)

    return call  # type: ignore[return-value]
