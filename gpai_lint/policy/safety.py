"""What policies of packs may call: no network, no environment, no chance.

Packs are data, not trusted code. The check reads names and not syntax trees, so that it is the same for every engine,
and it is stricter than a parser would have to be: a forbidden name is refused wherever it stands, since
``with count as http.send`` would call it as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.errors import PackError
from gpai_lint.location import Location, Span
from gpai_lint.policy.rego_source import Name, excerpt, names, possible_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gpai_lint.policy.interface import Module

_NETWORK = "reaches the network"
_REFERENCES = "can reach the network through references in a schema"
_FILES = "reads files"
_CHANCE = "gives another value each time"
_CLOCK = "depends on the clock"

#: Built-in functions that no pack may call, and why. ``time.now_ns`` is none of them: it returns the day of the run.
FORBIDDEN: Mapping[str, str] = {
    "http.send": _NETWORK,
    "net.lookup_ip_addr": _NETWORK,
    "json.match_schema": _REFERENCES,
    "json.verify_schema": _REFERENCES,
    "opa.runtime": "reads the environment",
    "parse_config_file": _FILES,
    "parse_combined_config_files": _FILES,
    "rand.intn": _CHANCE,
    "uuid.rfc4122": _CHANCE,
    "io.jwt.encode_sign": _CHANCE,
    "io.jwt.encode_sign_raw": _CHANCE,
    "io.jwt.decode_verify": _CLOCK,
    "crypto.x509.parse_and_verify_certificates": _CLOCK,
    "crypto.x509.parse_and_verify_certificates_with_options": _CLOCK,
}

_TEMPLATE = re.compile(r"\$[\"`]")


def refuse_forbidden(modules: Iterable[Module]) -> None:
    """Raise ``PackError`` at the first name of a forbidden built-in function."""
    for module in modules:
        # Expressions stand inside of template strings, texts inside of those, and so on: only a parser could tell code
        # from text there, so everything in such a file is taken for code.
        read = possible_names if _TEMPLATE.search(module.source) else names
        for name in read(module.source):
            for length in range(1, len(name.parts) + 1):
                known = ".".join(name.parts[:length])
                if known in FORBIDDEN:
                    raise _at(module, name, f"'{known}' {FORBIDDEN[known]}, so that no pack may call it")


def _at(module: Module, name: Name, message: str, hint: str | None = None) -> PackError:
    place = Location(module.path, Span(name.line, name.column, name.line, name.column + len(name.dotted)))
    return PackError(f"{message}.{excerpt(module.source, name.line, name.column)}", place, hint)
