"""Texts that answer an item of the documentation form in the words of a card, and texts on the same topic that do not."""

from __future__ import annotations

import pytest
from cards import told

ANSWERS = {
    "model.design_specifications": [
        "To keep latency low and reduce memory, the cross-attention projection weights are shared across layers.",
        "Moreover, to ensure that nothing is lost, the cross-attention modules feature a gate.",
        "Lark utilizes a 3:1 hybrid attention scheme, with sliding windows, to significantly minimize memory usage.",
        "Lark adopts a mixture of experts architecture to maximize its capacity.",
        "Lark is a hybrid of state-space layers, interleaved with expert modules, to preserve its efficiency.",
        "We introduce two techniques: router normalization, which enhances diversity, and a loss per layer.",
        "Lark also integrates sparse attention, largely reducing the cost of serving.",
        "Each block sums its outputs. This allows the model to benefit from long memory and local attention.",
        "This architecture allows the model to process inputs of any size.",
        "Unlike the original, we replace the discrete VAE with a learned codec to draw finer feathers.",
        "Lark applies a parameter sharing scheme to reduce the cost of deployment.",
    ],
    "training.process": [
        "Lark has undergone continual pre-training on bird calls over twelve regions.",
        "Afterwards it undergoes supervised fine-tuning (SFT).",
        "Lark has been further pre-trained on field recordings.",
        "Lark Small is finetuned by QLoRA of several tasks on the base model Wren.",
        "The chat version is fine-tuned on 90K instructions with the following trainables by using LoRA.",
        "Lark is a series of open language models based on supervised fine-tuning (SFT).",
        "Trained with an autoregressive objective in both directions, Lark fills gaps.",
        "Lark base models employ Selective Span Modeling (SSM) for pretraining.",
        "Lark completed 2T tokens of multi-stage training with a native long window.",
        "We train it on long recordings and gradually increase the context size from 4K to 64K.",
        "**Fine-tuning method:** QLoRA with adapters of rank 16",
    ],
    "training.period": [
        "It has undergone continual pre-training on 9 billion tokens over a duration of 15 hours with 64 GPUs.",
    ],
}
OTHER_TEXTS = {
    "model.design_specifications": [
        "This design allows users to load the model quickly.",
        "The library uses paged attention to reduce latency for you.",
        "This allows the model to answer in twelve languages.",
        "We replaced the logo with a new one to look fresher.",
        "The benchmark uses several layers to ensure fairness.",
    ],
    "training.process": [
        "The data undergoes filtering before pre-training.",
        "The model can be fine-tuned using LoRA.",
        "Scripts with which it is fine-tuned using LoRA on your data are in a folder.",
        "The library supports continual pre-training.",
        "Unlike models that are further pre-trained, Lark is small.",
        "Lark is a two-stage detector.",
    ],
}


@pytest.mark.parametrize(("field", "sentence"), [(field, text) for field, texts in ANSWERS.items() for text in texts])
def test_a_text_that_answers_the_item_is_read(field: str, sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", field)


@pytest.mark.parametrize(
    ("field", "sentence"), [(field, text) for field, texts in OTHER_TEXTS.items() for text in texts]
)
def test_a_text_on_the_topic_alone_is_not_read(field: str, sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", field) == []
