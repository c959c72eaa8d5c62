"""What documents in Chinese say of the training data; their sentences part no words."""

from __future__ import annotations

import pytest
from cards import told


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("基座模型，在2.8T 中英文为主的语料上预训练，效果较好。", "data.tokens", 2_800_000_000_000),
        ("云雀是在大约1.2万亿tokens上训练的模型，上下文窗口长度为4096。", "data.tokens", 1_200_000_000_000),
        ("| 模型 | 训练 Tokens |\n|---|---|\n| 云雀-7B | 2.4T |", "data.tokens", 2_400_000_000_000),
        ("云雀是在大约30万行指令数据上微调得到的模型。", "data.size", "大约30万行指令"),
        ("云雀使用了约2万小时的语音数据进行预训练。", "data.size", "约2万小时的语音"),
        ("训练语料含有 200GB 高质量文本。", "data.size", "200GB 高质量文本"),
        ("训练数据包括约10万的中文指令。", "data.size", "约10万的中文指令"),
        ("云雀在大约 150 亿 tokens 上进行指令微调训练。", "data.phase_tokens", 15_000_000_000),
        ("云雀使用高质量语料训练，支持中、英等 40 多种语言。", "data.languages", ["zh", "en"]),
        ("云雀是一个开源的、支持中英双语的对话语言模型。", "data.languages", ["zh", "en"]),
        ("云雀在中英文为主的语料上预训练，多个评测基准上领先。", "data.languages", ["zh", "en"]),
        ("该模型支持 100 多种语言。", "data.languages", ["100 多种语言"]),
        ("我们使用Wren-4生成的指令数据进行微调。", "data.synthetic_used", True),
        ("我们构建合成数据用于预训练。", "data.synthetic_used", True),
        ("我们通过数据合成扩充了微调语料。", "data.synthetic_used", True),
        ("后训练阶段使用大规模数据合成流程。", "data.synthetic_used", True),
        ("我们使用公开的网络数据进行预训练。", "data.public_datasets_used", True),
        ("知识截止日期为2024年6月。", "data.cutoff", "2024-06"),
        ("训练数据截止到 2023 年 9 月。", "data.cutoff", "2023-09"),
        ("训练数据包括 REED、Marsh Genome、RC3M 等。", "data.datasets", ["REED", "Marsh Genome", "RC3M"]),
        ("我们在 REED-5 数据集上微调模型。", "data.datasets", ["REED-5"]),
        ("云雀在 2 万亿个标识符上训练。", "data.tokens", 2_000_000_000_000),
        ("| 模型 | 训练标识符 |\n|---|---|\n| 云雀-7B | 2T |", "data.tokens", 2_000_000_000_000),
        ("- 训练词元总数：2T", "data.tokens", 2_000_000_000_000),
    ],
)
def test_values_are_read_from_chinese_sentences(sentence: str, field: str, value: object) -> None:
    assert [found for found, _ in told(f"# 云雀\n\n{sentence}\n", field)] == [value]


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("预训练数据涵盖网页、百科、书籍和代码。", "data.statement"),
        ("## 训练数据\n\n网页、百科与书籍。", "data.statement"),
        ("云雀的语料精选自网页、百科与书籍。", "data.statement"),
        ("我们对语料进行了清洗与去重。", "data.curation"),
        ("我们过滤了语料中有害的信息。", "data.unsuitable_source_measures"),
        ("我们从数据中删除了违法内容。", "data.illegal_content_measures"),
        ("训练前对语料中的个人信息进行了脱敏。", "data.personal_data"),
    ],
)
def test_statements_are_read_from_chinese_sentences(sentence: str, field: str) -> None:
    assert told(f"# 云雀\n\n{sentence}\n", field)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("词表在 3T 语料上训练得到。", "data.tokens"),
        ("经过训练，云雀的上下文窗口由32K扩展至1M tokens。", "data.tokens"),
        ("我们训练了支持100万token上下文的模型。", "data.tokens"),
        ("云雀在大约 150 亿 tokens 上进行指令微调训练。", "data.tokens"),
        ("本次开源高质量中文数据集，可用于训练。", "data.languages"),
        ("云雀提供强大的支持，并推动中文社区的模型。", "data.languages"),
        ("训练语料共 30 万条语料。", "data.tokens"),
        ("我们在包含 1 万条样本的测试集上评测训练后的模型。", "data.size"),
        ("网页支持中英文界面。", "data.languages"),
        ("我们在中文基准上评测模型的训练效果。", "data.languages"),
        ("云雀能够生成合成数据，可用于训练。", "data.synthetic_used"),
        ("云雀可用于数据合成和标注。", "data.synthetic_used"),
        ("训练中未使用数据合成技术。", "data.synthetic_used"),
        ("我们未使用公开数据训练。", "data.public_datasets_used"),
        ("模型在 A100 上训练。", "data.datasets"),
        ("| 模型 | 训练语料 |\n|---|---|\n| 云雀-7B | V1 |", "data.statement"),
        ("我们在 REED-5 数据集上评测微调后的模型。", "data.datasets"),
        ("训练后云雀的上下文长度为 32768 个标识符。", "data.tokens"),
        ("训练日志按标识符排序，共 2000 条。", "data.tokens"),
    ],
)
def test_chinese_sentences_on_something_else_tell_nothing(sentence: str, field: str) -> None:
    assert told(f"# 云雀\n\n{sentence}\n", field) == []


def test_of_an_english_part_chinese_is_no_language() -> None:
    assert told("# 云雀\n\n其中英文数据用于训练。\n", "data.languages") == [(["en"], 3)]
