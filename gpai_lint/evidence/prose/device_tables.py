"""Devices in tables on the training that name an accelerator at the head of a row and count it in the cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.catalogue import catalogue
from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.labels import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gpai_lint.evidence.interface import Fact
    from gpai_lint.evidence.prose.context import Context

_FIELD = "training.hardware"
#: An accelerator by its name: a maker, the device, its memory.
_DEVICE = Pattern(
    r"\W*(?:number of |total )?(?:(?:nvidia|amd|google|intel|huawei)(?: (?:tesla|instinct|ascend))? )?"
    r"(?-i:[ABHV]\d{2,3}|A\d[05]00|GH200|G?B[23]00|L40S?|MI\d{3}[Xx]?|TPU[ -]?v\d\w*|Gaudi ?\d|Ascend ?\w+)"
    r"(?:[ -](?:SXM\d?|PCIe|NVL|\d{2,3} ?GB))*(?: (?:tensor core )?(?:GPUs?|TPUs?|NPUs?|accelerators?|chips?))?\W*"
)
_TRAINING = Pattern(r"\b(?:pre-?|post-?)?train(?:ed|ing)?\b")
_OTHER = Pattern(r"\b(?:inference|deploy\w*|serv(?:e|ing)|latency|throughput|speed|tokens|memory|benchmark\w*|hours)\b")
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,6}")


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
