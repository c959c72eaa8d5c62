"""The interface of a report."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gpai_lint.findings.interface import Result


class Style(NamedTuple):
    """How a report may look where it goes: colour and hyperlinks only on a terminal that has them.

    ``category`` tells one SARIF upload of a repository from another; empty for the one made of the checked path.
    ``source_url`` is the address below which the files of the checked commit are shown, empty where there is none.
    """

    colour: bool = False
    links: bool = False
    width: int = 100
    show_waived: bool = False
    verbose: bool = False
    category: str = ""
    source_url: str = ""


class Report(ABC):
    """Renders a result; the same result gives the same text."""

    @abstractmethod
    def render(self, result: Result, style: Style) -> str:
        """Return the report as text, ending with a newline."""
