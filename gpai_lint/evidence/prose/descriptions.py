"""What a table tells of each model in words: the cells of a column of descriptions, each as a passage of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import plain
from gpai_lint.evidence.prose.passages import Label, Passage
from gpai_lint.evidence.prose.table_models import MODELS, other_models

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.artifacts.interface import Prose
    from gpai_lint.evidence.prose.passages import Surroundings

#: The heads of columns that describe what a row names.
_DESCRIPTIONS = Pattern(
    r"\W*(?:(?:short|brief|model) )?(?:descriptions?|notes?|details?|remarks?|comments?|summary|training)\W*"
)
#: What tells in a cell how the model of its row was made.
_TELLS = Pattern(r"\b(?:(?:pre-?)?trained|(?:fine-?)?tuned|distilled) (?:on|with|using|from)\b|\bis an? [\w-]+ \w+")
#: A list of keys and values has two columns, and is read as such.
_COLUMNS = 3


def tells_of_model(text: str) -> bool:
    """Tell whether a cell says in a sentence what a model is or was trained on."""
    return _TELLS.search(text) is not None


def descriptions(prose: Prose, around: Sequence[Surroundings], own: Sequence[str]) -> Iterator[Passage]:
    """Yield the cells that describe models in tables of three columns and more, each under the name of its row."""
    for table, surroundings in zip(prose.tables, around, strict=True):
        head = [plain(cell.text) for cell in table.rows[0]] if table.header_rows == 1 else []
        columns = [number for number, title in enumerate(head) if number and _DESCRIPTIONS.fullmatch(title)]
        if len(head) < _COLUMNS or not columns or not head[0] or not MODELS.fullmatch(head[0]):
            continue
        body = table.rows[1:]
        others = other_models(head, body, own)
        path = prose.sections[table.section].path
        for number, row in enumerate(body):
            for column in columns:
                if number in others or column >= len(row) or not tells_of_model(row[column].text):
                    continue
                labels = (Label(" ".join(row[0].text.split()), "model"), *surroundings.labels)
                cell, zone = row[column], surroundings.zone
                yield Passage(plain(cell.text), cell, table.section, path, zone, labels, 0, False, "row")
