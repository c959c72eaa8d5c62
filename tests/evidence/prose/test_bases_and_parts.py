"""What a model was made from and what it is made of, in running text and in tables, in several languages."""

from __future__ import annotations

import pytest
from cards import told

BASE, ARCHITECTURE = "model.base_model", "model.architecture"
INPUT, OUTPUT = "model.input_modalities", "model.output_modalities"


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("云雀是基于Robin-7B，在三十万条指令上微调得到的模型。", "Robin-7B"),
        ("云雀由鸟巢研发，基于 Robin2 13B 采用大规模中文语料进行了继续预训练。", "Robin2 13B"),
        ("云雀基于RobinLM模型微调。", "RobinLM"),
        ("云雀在 Robin 的基础上针对金融领域进行了预训练，为用户提供准确的信息。", "Robin"),
        ("云雀以Robin2-2B模型作为基底模型，通过门控网络协同工作。", "Robin2-2B"),
        ("我们使用 Robin-ViT 作为视觉编码器。", "Robin-ViT"),
        ("云雀是一个通过微调方法对基座模型Robin-Code进行多任务微调的代码模型。", "Robin-Code"),
        ("模型从 nest/robin-7b 的权重初始化。", "nest/robin-7b"),
        ("云雀是 Robin-7B 的指令微调版本。", "Robin-7B"),
        ("- **基座模型**：Robin-7B", "Robin-7B"),
        ("- **ベースモデル**: Robin-7B", "Robin-7B"),
        ("- **Taban Model:** Robin-7B", "Robin-7B"),
        ("- **Modèle de base :** Robin-7B", "Robin-7B"),
    ],
)
def test_the_base_is_told_in_other_languages(sentence: str, base: str) -> None:
    assert told(f"# 云雀\n\n{sentence}\n", BASE) == [([base], 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "云雀基于 Robin2 模型架构从零训练。",
        "数据集是基于Robin-4生成的，用于微调。",
        "训练基于 H800 集群进行训练。",
        "您可以基于 Lark-7B 进行微调。",
        "欢迎社区在 Lark 基础上继续训练。",
        "以 Transformer 为基础架构。",
        "我们用 Robin-4 对答案打分，并据此训练。",
    ],
)
def test_tools_data_and_invitations_are_no_base(sentence: str) -> None:
    assert told(f"# 云雀\n\n{sentence}\n", BASE) == []
