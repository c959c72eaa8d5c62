"""Text of a checked repository inside Markdown: shown as it is, never obeyed."""

from __future__ import annotations

import html
import re

#: Longer passages are cut: a card can quote a whole licence in one line.
MAX_TEXT = 600

#: Every sign but those that mean nothing to any dialect of Markdown.
_SIGNS = re.compile(r"[^\w\s.,;?!%/]|_|(?<=www)\.", re.IGNORECASE)

#: GitHub makes links of these in finished HTML too; a space without width keeps them apart from what follows.
_LINKING = {"@": "&#64;&#8203;", "#": "&#35;&#8203;"}


def plain(text: str, limit: int = MAX_TEXT) -> str:
    """Return a text that renders as itself on one line, in a paragraph as well as in a table's cell.

    No markup, HTML, link, image, mention, issue number, formula or emoji code comes out of it.
    """
    flat = "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))
    if len(flat) > limit:
        flat = flat[: limit - 1] + "…"
    # As a character reference a sign cannot begin any syntax.
    return _SIGNS.sub(lambda sign: _LINKING.get(sign[0], f"&#{ord(sign[0])};"), flat)


def link(text: str, target: str) -> str:
    """Return a link with an escaped text; the text alone where there is no target."""
    if not target:
        return plain(text)
    return f'<a href="{html.escape(target)}">{plain(text)}</a>'
