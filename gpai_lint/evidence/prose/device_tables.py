"""Devices in tables on the training: in a column of their own, or at the head of a row and counted in its cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "training.hardware"
#: An accelerator by its name: a maker, the device, its memory.
_DEVICE = Pattern(
    r"\W*(?:number of |total )?(?:(?-i:[A-Z])\w+ ){0,2}"
    r"(?-i:[ABHV]\d{2,3}|A\d[05]00|GH200|G?B[23]00|L40S?|MI\d{3}[Xx]?|TPU[ -]?v\d\w*|Gaudi ?\d|Ascend ?\w+)"
    r"(?:[ -](?:SXM\d?|PCIe|NVL|\d{2,3} ?GB))*(?: (?:tensor core )?(?:GPUs?|TPUs?|NPUs?|accelerators?|chips?))?\W*"
)
_TRAINING = Pattern(r"\b(?:pre-?|post-?)?train(?:ed|ing)?\b")
_OTHER = Pattern(r"\b(?:inference|deploy\w*|serv(?:e|ing)|latency|throughput|speed|tokens|memory|benchmark\w*|hours)\b")
#: The head of a column of devices, and heads that tell that they served for training, where none is of running it.
_HEAD = Pattern(r"\W*(?:hardware|(?:gpus?|tpus?|accelerators?|chips?|devices?)(?: types?| models?)?)(?: used)?\W*")
_EFFORT = Pattern(
    r"^(?!.*\b(?:throughput|latency|inference|v?ram|memory|tokens ?/ ?s)).*\b(?:(?:gpu|tpu|device)[ -]?hours|co2|carbon"
    r"|(?:training|seen|trained)[ -](?:steps|time|days|hours|tokens|samples|pairs|examples)|epochs|time \(in days\))"
)
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")


def columns_of_devices(heads: Sequence[str]) -> list[int]:
    """Return the columns of a table on training, the first left out, that tell the devices of each row."""
    if not _EFFORT.search(plain(" | ".join(heads))):
        return []
    return [column for column, head in enumerate(heads) if column and _HEAD.fullmatch(plain(head))]


def read_device_tables(context: Context) -> Iterator[Fact]:
    """Yield the devices of a table's rows with how many of them trained each model."""
    field = catalogue().fields[_FIELD]
    for table, around in context.tables:
        heads = [plain(cell.text).strip() for cell in table.rows[0]] if table.rows and table.header_rows == 1 else []
        path = context.prose.sections[table.section].path
        said = " ".join([*path[-1:], *heads[:1], *(label.text for label in around.labels)])
        if not heads or not _TRAINING.search(said) or _OTHER.search(" ".join([said, *heads])):
            continue
        if context.leaves_out(around.zone, field, table.section):
            continue
        for row in table.rows[1:]:
            if not row or not _DEVICE.fullmatch(plain(row[0].text)):
                continue
            for head, cell in zip(heads[1:], row[1:], strict=False):
                number = plain(cell.text).strip()
                if _COUNT.fullmatch(number):
                    value = f"{number} x {' '.join(plain(row[0].text).split())}"
                    variant = head if len(row) > 2 else ""
                    yield context.fact(
                        field, value, cell.text, cell.span, table.section, variant=variant, label=row[0].text
                    )
