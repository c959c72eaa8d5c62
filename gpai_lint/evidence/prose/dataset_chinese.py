"""Names of data sets in Chinese sentences, which part no words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gpai_lint.evidence.patterns import Pattern
from gpai_lint.evidence.prose.dataset_look import NO_DATA, PROPER, is_own

if TYPE_CHECKING:
    from collections.abc import Iterator

#: An enumeration behind the words for training data, and what is trained on.
_HAN_NAME = r"(?-i:[A-Z][A-Za-z\d._+/-]*(?: [A-Z\d][A-Za-z\d._+-]*){0,4})"
_HAN_LISTED = Pattern(
    r"(?:数据|语料)集?(?:主要)?(?:包括|包含|涵盖|来自|来源于)[了于]?\s?:?\s?(?P<list>[^。;:]{4,300})"
    rf"|(?:在|使用|采用|基于|利用)了?\s?(?P<name>{_HAN_NAME})\s?(?:数据集?|语料库?)(?:上|进行|来|训练|微调)"
    rf"|(?P<several>{_HAN_NAME}(?:\s?[、和与]\s?{_HAN_NAME}){{1,12}})\s?等?[^,。;:]{{0,6}}?(?:数据集|语料)"
)
_HAN_ENTRY = Pattern(
    rf"\s*(?P<name>{_HAN_NAME})\s*(?:\([^()]{{0,30}}\))?\s*(?:(?:等|的|中文|英文|数据|语料)[^A-Za-z]{{0,12}})?"
)
_HAN_JUDGED = Pattern(r"评测|测试|评估|验证|基准|对比")


def chinese_names(sentence: str, own: str) -> Iterator[str]:
    """Yield the names that a Chinese sentence on training data gives; ``own`` is a pattern for the model's names."""
    if _HAN_JUDGED.search(sentence):
        return
    for match in _HAN_LISTED.finditer(sentence):
        listed = match["list"] or match["several"]
        parts = re.split(r"[、,]|以及|和|与|及", listed) if listed else [match["name"]]
        names = [entry["name"] for entry in map(_HAN_ENTRY.fullmatch, parts) if entry]
        yield from (
            name for name in names if PROPER.search(name) and not NO_DATA.search(name) and not is_own(name, own)
        )
