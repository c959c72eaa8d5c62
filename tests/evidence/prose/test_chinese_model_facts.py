"""Cards in Chinese state the size and the context of their models as cards in English do."""

from __future__ import annotations

import pytest
from cards import facts, told


@pytest.mark.parametrize(
    ("sentence", "length"),
    [
        ("最大上下文长度扩展到32K。", 32_000),
        ("我们把模型的上下文长度从4k扩充到了8k和16k，模型细节请参考报告。", 16_000),
        ("上下文长度（Context Length）由上一代的 2K 扩展到了 32K。", 32_000),
        ("上下文长度从4096逐步增加到131072。", 131_072),
        ("第一阶段上下文长度扩展到32K，在第二阶段进一步扩展到128K。", 128_000),
        ("- 上下文长度：我们在预训练阶段把原始的4k长度扩展到8k和16k。", 16_000),
        ("支持8k语境窗口长度。", 8_000),
        ("上下文窗口大小为 8192。", 8_192),
        ("序列长度为2048。", 2_048),
        ("最长支持 32,768 个 token 的输入。", 32_768),
        ("支持 32K 长文本。", 32_000),
        ("该模型支持 8K 的上下文长度。", 8_000),
        ("- **支持序列长度：** 16K", 16_000),
        ("- **最大上下文窗口**：128K tokens", 128_000),
    ],
)
def test_the_context_is_read_in_many_wordings(sentence: str, length: int) -> None:
    assert told(f"# 云雀-7B\n\n{sentence}\n", "model.context_length") == [(length, 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "原始模型在4k上下文长度下的吞吐量为323 tokens/s。",
        "评测时使用 128K 上下文。",
        "序列长度为 2048 时显存占用 10GB。",
        "最大输出长度为 4096。",
    ],
)
def test_lengths_of_other_things_are_not_the_models(sentence: str) -> None:
    assert told(f"# 云雀-7B\n\n{sentence}\n", "model.context_length") == []


@pytest.mark.parametrize(
    ("sentence", "total", "active"),
    [
        ("总参数 320B，激活参数 18B。", 320e9, 18e9),
        ("激活参数为 32B，总参数量为 1T。", 1e12, 32e9),
        ("总参数量为 260 亿，但每个 token 仅激活 40 亿参数。", 260e8, 40e8),
        ("共有46.7B个参数，实际推理时仅需激活13B参数。", 46.7e9, 13e9),
        ("具备 170 亿激活参数、16 个专家、1090 亿总参数。", 1090e8, 170e8),
        ("- **模型参数量：** 40B\n- **激活参数量：** 3.7B", 40e9, 3.7e9),
        ("| 模型 | 总参数量 | 激活参数量 |\n|---|---|---|\n| 云雀 | 16B | 2.4B |", 16e9, 2.4e9),
    ],
)
def test_active_parameters_are_told_from_the_total(sentence: str, total: float, active: float) -> None:
    text = f"# 云雀\n\n{sentence}\n"
    assert [value for value, _ in told(text, "model.parameters_total")] == [total]
    assert [value for value, _ in told(text, "model.parameters_active")] == [active]


def test_several_sizes_stand_before_their_word() -> None:
    text = "# 云雀\n\n我们开源了 7B 和 13B 两个参数规模的模型。\n"
    assert [(fact.variant, fact.value) for fact in facts(text, "model.parameters_total")] == [
        ("7B", 7_000_000_000),
        ("13B", 13_000_000_000),
    ]


def test_the_size_of_what_a_model_is_compared_with_is_not_its_own() -> None:
    text = "# 云雀\n\n云雀是 7B 参数的模型，性能超过 13B 参数的同类模型。\n"
    assert told(text, "model.parameters_total") == [(7_000_000_000, 3)]


@pytest.mark.parametrize("heading", ["评测结果", "引用", "快速开始"])
def test_what_stands_under_headings_on_something_else_is_not_read(heading: str) -> None:
    text = f"# 云雀\n\n## {heading}\n\n上下文长度为 4096。参数量为 7B。\n"
    assert not facts(text, "model.context_length")
    assert not facts(text, "model.parameters_total")
