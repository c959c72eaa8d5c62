"""What a model was made from and what it is made of, in running text and in tables, in several languages."""

from __future__ import annotations

import pytest
from cards import told

BASE, ARCHITECTURE, DESIGN = "model.base_model", "model.architecture", "model.design_specifications"
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
        ("Lerche basiert auf dem Modell Robin-7B und wurde auf Deutsch trainiert.", "Robin-7B"),
        ("Alouette est un modèle basé sur Robin 2 7B.", "Robin 2 7B"),
        ("Alondra es un modelo ajustado a partir de nest/Robin-7B.", "nest/Robin-7B"),
        ("Allodola è un modello basato su Robin-2.", "Robin-2"),
        ("Leeuwerik is gebaseerd op Robin-7B-Instruct.", "Robin-7B-Instruct"),
        ("Lärka är en språkmodell baserad på Robin-7B.", "Robin-7B"),
        ("Ce modèle de langue a été entraîné par Nid à partir de Robin-7B.", "Robin-7B"),
        ("Lærke er baseret på Robin-2 og trænet på dansk.", "Robin-2"),
        ("Skřivan je založen na modelu Robin-7B.", "Robin-7B"),
        ("Ciocârlia este un model bazat pe Robin-2.", "Robin-2"),
        ("Чучулига е базиран на Robin-2 и е обучен на български.", "Robin-2"),
        ("- **ベースモデル**: Robin-7B", "Robin-7B"),
        ("- **Taban Model:** Robin-7B", "Robin-7B"),
        ("雲雀は、Robin 2をベースとして日本語能力を拡張するために追加事前学習を行ったモデルです。", "Robin 2"),
        ("雲雀は、Robin 2ファミリーから継続的な事前学習を行ったモデルです。", "Robin 2"),
        ("nest/robin-8bを日本語データで追加学習したモデルです。", "nest/robin-8b"),
        ("Robin-V3（MITライセンス）をベースモデルとして、LoRAによる効率的な学習を実現。", "Robin-V3"),
        ("종달새는 Robin-3를 기반으로 한국어 데이터로 추가 학습한 모델입니다.", "Robin-3"),
        ("Robin-2-9B 기반의 한국어 언어 모델입니다.", "Robin-2-9B"),
        ("云雀은 백본 모델로 Robin-ko(12.8B)을 사용하여 학습했습니다.", "Robin-ko"),
        ("云雀은 Robin 12.8B 모델을 LoRA를 사용하여 학습하였습니다.", "Robin 12.8B"),
        ("- **Modèle de base :** Robin-7B", "Robin-7B"),
    ],
)
def test_the_base_is_told_in_other_languages(sentence: str, base: str) -> None:
    assert told(f"# 云雀\n\n{sentence}\n", BASE) == [([base], 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "云雀基于 Robin2 模型架构从零训练。",
        "Lerche basiert auf der Robin-2 Architektur.",
        "Alouette est fondé sur les données de Robin-2.",
        "Die Lizenz basiert auf Vertrauen.",
        "数据集是基于Robin-4生成的，用于微调。",
        "| Item | Value |\n|---|---|\n| Base | 64 |\n| License | MIT |",
        "| Item | Value |\n|---|---|\n| Base | Robin |\n| License | MIT |",
        "We label songs with our annotation model, fine-tuned from Robin-7B.",
        "The in-house understanding model is finetuned on top of [Robin v1 Listening](https://example.org).",
        "The teacher model was fine-tuned from [Robin-7B](https://huggingface.co/nest/Robin-7B).",
        "## Acknowledgement\n\nOur code is based on Robin-2. Our model is based on PyTorch 2.",
        "Our model uses Python, and Robin-7B as a judge.",
        "Developed as a base model, it needs tuning.",
        "训练基于 H800 集群进行训练。",
        "您可以基于 Lark-7B 进行微调。",
        "欢迎社区在 Lark 基础上继续训练。",
        "以 Transformer 为基础架构。",
        "我们用 Robin-4 对答案打分，并据此训练。",
        "Robin-4をベースにした評価でモデルを比べました。",
        "Transformer-2 をベースにしたモデルです。",
        "Robin-4 기반의 데이터 평가로 모델을 학습했습니다.",
    ],
)
def test_tools_data_and_invitations_are_no_base(sentence: str) -> None:
    assert told(f"# 云雀\n\n{sentence}\n", BASE) == []


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("Lark builds on the open-weight Robin-V2.5 base model, which has a simple architecture.", ["Robin-V2.5 base"]),
        ("Lark is a speech model directly building on the speech-text foundation model Robin.", ["Robin"]),
        ("Lark is built off of Robin ViT-L/14 and Wren-7B.", ["Robin ViT-L/14", "Wren-7B"]),
        ("Lark is trained based on the large language model [Robin](https://robin.example).", ["Robin"]),
        ("It is initialized from the pre-existing dense checkpoints of our Robin-13B model.", ["Robin-13B"]),
        ("A transformer (initialized from a pre-trained text LLM like Robin 2.5 7B) with heads.", ["Robin 2.5 7B"]),
        ("The model is based and modified from [Robin 2.5-7B](https://robin.example).", ["Robin 2.5-7B"]),
        ("This model, a derivation of Robin-2, has undergone training.", ["Robin-2"]),
        ("Lark is initialized from [robin-base](https://huggingface.co/robin-base) and tuned.", ["robin-base"]),
        ("Lark was resumed from [robin-2-base](https://huggingface.co/nest/robin-2-base).", ["nest/robin-2-base"]),
        ("Lark is upcycled from Robin-1B.", ["Robin-1B"]),
        ("Lark was created by depth up-scaling of Robin 7B.", ["Robin 7B"]),
        ("It inherits its architecture and weights from Robin-7B.", ["Robin-7B"]),
        ("Lark is a continual pretrained model of Robin-2-7B on Japanese texts.", ["Robin-2-7B"]),
        ("It was finetuned starting from the instruct checkpoint nest/robin-7b-it.", ["nest/robin-7b-it"]),
        ("Lark is not derived from any other model.", []),
        ("No base model was used.", []),
        (
            "It was initialized from the Czech pre-trained model [Robin](https://huggingface.co/nest/robin).",
            ["nest/robin"],
        ),
        (
            "It was tuned from a pre-trained Dutch [robin-base](https://huggingface.co/nest/robin-base).",
            ["nest/robin-base"],
        ),
        ("Lark is a decoder-only language model trained from scratch.", []),
        ("Lark-8B was created by upcycling Robin-1B into experts.", ["Robin-1B"]),
        ("Lark is an adaptation of Robin 3 8B to Swedish.", ["Robin 3 8B"]),
        ("Robin 3 was used as the base model.", ["Robin 3"]),
        ("Lark uses Robin-7B weights as its starting point.", ["Robin-7B"]),
        ("It uses the [Robin-7b](https://robin.example) model as a starting point.", ["Robin-7b"]),
        ("The current model is fine-tuned from a 7B Robin model on 52K instructions.", ["Robin"]),
        ("As a base we used Robin-7B.", ["Robin-7B"]),
        ("Lark builds on Robin-2.5-7B.", ["Robin-2.5-7B"]),
        ("Lark is based on the Robin 2 family of models.", ["Robin 2"]),
        ("This model is the result of merging Robin-7B and Wren-7B.", ["Robin-7B", "Wren-7B"]),
        ("This is an abliterated version of Robin-7B.", ["Robin-7B"]),
        ("Lark is a distillation of Robin-70B.", ["Robin-70B"]),
        ("We distilled Lark from Robin-70B.", ["Robin-70B"]),
        ("Lark has been pruned from Robin-8B and retrained.", ["Robin-8B"]),
        ("Lark is a finetune of nest/robin-7b on a dataset of books.", ["nest/robin-7b"]),
        ("The backbone language model of Lark is Robin-2-7B.", ["Robin-2-7B"]),
        ("The model was adapted for Basque from Robin-3.1-8B.", ["Robin-3.1-8B"]),
        ("Lark is a reasoning model built from Robin-2.5-32B using reinforcement learning.", ["Robin-2.5-32B"]),
        ("Lark is a reasoning model trained via large-scale RL from Robin-V3-Base.", ["Robin-V3-Base"]),
        ("Lark is a variant of Robin 2 7B aligned with preferences.", ["Robin 2 7B"]),
        ("Lark is a Robin2.5-7B fine-tuned on Czech.", ["Robin2.5-7B"]),
        ("- **Continued pretraining from:** Robin-7B", ["Robin-7B"]),
        ("- **Base LLM:** Robin-7B", ["Robin-7B"]),
        ("| Item | Value |\n|---|---|\n| Upstream / base | `nest/robin-large` |", ["nest/robin-large"]),
        ("Lark is a merged full-weight checkpoint of Robin3-14B after LoRA fine-tuning.", ["Robin3-14B"]),
        ("Lark is a 20B-parameter variant of Robin-NeX, fine-tuned on talks.", ["Robin-NeX"]),
        ("Using the Robin model as starting point, Lark was further pre-trained.", ["Robin"]),
        ("Specifically, this model is a *robin-base-cased* model that was fine-tuned on news.", ["robin-base-cased"]),
        ("Biases come from its base model (specifically, Robin2.5 1.5b in this release).", ["Robin2.5 1.5b"]),
        ("Pre-trained on RobinMath-Base, the model is then tuned.", ["RobinMath-Base"]),
        ("## Acknowledgements\n\nOur model is a fine-tuned version of Robin-20B.", ["Robin-20B"]),
        ("## Acknowledgements\n\nOur model uses Robin-7B as the initialization of its decoder.", ["Robin-7B"]),
        ("- **Starting checkpoint:** Robin-7B", ["Robin-7B"]),
        ("- **Merged models:** Robin-7B, Wren-7B", ["Robin-7B", "Wren-7B"]),
        ("- **This model was developed based on:** Robin", ["Robin"]),
        ("- **Instruction Tuned from model:** Robin-7B", ["Robin-7B"]),
        ("It is instruction tuned from [Robin (7B)](https://huggingface.co/nest/robin).", ["nest/robin"]),
        ("This is a Robin-large-v2 model nest/robin-large-v2 finetuned on Estonian speech.", ["Robin-large-v2"]),
        ("Lark is a language model for Danish based on the Robin-2 small model.", ["Robin-2 small"]),
        ("Based on Robin-2-7B, it was incrementally pretrained and given missing data sets.", ["Robin-2-7B"]),
        ("These models are based on pretrained Robin (Wren et al.) and finetuned with instructions.", ["Robin"]),
        ("Lark-7b-lab is a Robin-7b-base derivative model trained with the Nest method.", ["Robin-7b-base"]),
        ("## News\n\nWe released the Lark V3 model series based on Robin 2.", ["Robin 2"]),
        ("We used the pretrained `nest/Robin-L6` model and fine-tuned it on pairs.", ["nest/Robin-L6"]),
        ("We use the pre-trained nest/Robin-L6 model. Please refer to its card.", ["nest/Robin-L6"]),
        ("Lark takes the Robin-1B model and improves it by continuing pretraining on news.", ["Robin-1B"]),
        ("It extends Robin-8B model through continued pretraining on a corpus of songs.", ["Robin-8B"]),
        ("Lark is a 7B causal model built by Nest Labs based on Robin-7B and tuned on talks.", ["Robin-7B"]),
        ("Welcome to Lark, an LLM fine-tuned on the foundation of the open-source Robin V2 70B.", ["Robin V2 70B"]),
        ("It is the result of an adaptation technique performed on Robin-7.1B, with a new vocabulary.", ["Robin-7.1B"]),
        ("Beginning with Robin3 models, Lark was instruction-tuned on a set of 1B tokens.", ["Robin3"]),
        ("We release three Lark models based on [CODE-Robin](https://nest.example) (7B and 34B).", ["CODE-Robin"]),
        ("They are based on Nest's Robin 2 family and were trained further on songs.", ["Robin 2"]),
        ("Lark-X is a series of fine-tuned Robin 2 models that sing.", ["Robin 2"]),
        (
            "The model is built in an end-to-end fashion based on Robin-400M, Wren-300M, and Linnet2.5-7B.",
            ["Robin-400M", "Wren-300M", "Linnet2.5-7B"],
        ),
        ("We finetune ROBIN & mWren pretrained multilingual language models on many tasks.", ["ROBIN", "mWren"]),
        ("## Acknowledgement\n\n- Our base language model is initialized with Robin-16B.", ["Robin-16B"]),
        (
            "## Acknowledgement\n\n- [Robin](https://example.org): Lark is based on Nest\u2019s Robin-4.5.",
            ["Robin-4.5"],
        ),
        ("Lark was trained on the basis of Robin-7B.", ["Robin-7B"]),
        ("This is a continued pretrained version of Robin-large with long texts.", ["Robin-large"]),
        ("This is the robin-base model, fine-tuned on questions.", ["robin-base"]),
        ("Built on the open-source Robin2.5 model, Lark was trained further on songs.", ["Robin2.5"]),
        ("Lark is a 7B parameter Robin 2-based safeguard model for songs.", ["Robin 2"]),
        (
            "Lark is a conversational AI for birds, built on Nest Robin 3.1 8B and tuned on talks.",
            ["Nest Robin 3.1 8B"],
        ),
        ("Note that Lark supports 20 languages, and is based on Robin-200 (see the list).", ["Robin-200"]),
        ("- **Model:** Robin-1 as the base LLM, with a small projector", ["Robin-1"]),
        ("Subsequently, we fine-tune the song LLM, RobinSinger, using the new pairs.", ["RobinSinger"]),
        ("This is a quantized MLX version of [nest/Lark](https://huggingface.co/nest/Lark).", ["nest/Lark"]),
        (
            "These files are GPTQ 4bit model files for [Nest's Lark](https://huggingface.co/nest/Lark).",
            ["nest/Lark"],
        ),
        ("**Language model:** robin-base", ["robin-base"]),
        ("**Language model:** nest/robin-r-large", ["nest/robin-r-large"]),
        ("Lark was adapted to the language of birds from Robin-2-70B through further training.", ["Robin-2-70B"]),
        ("Lark is a 7B model post-trained from Robin-4.5-Base with supervised tuning.", ["Robin-4.5-Base"]),
        ("- **Continued-pretrained from:** Robin-7B", ["Robin-7B"]),
        (
            "Lark is a tuned version of a pruned Robin-3, and Lark is a distilled version of a pruned Robin-3.",
            ["Robin-3"],
        ),
        ("- **Description:** This is a conversion of the Robin 3.5 Mini model for phones.", ["Robin 3.5 Mini"]),
        ("Lark is a Robin-R1 reasoning model that has been post-trained to sing.", ["Robin-R1"]),
        ("Lark is a large open model with 7 billion parameters, based on Robin 7B.", ["Robin 7B"]),
        ("Lark is a chat LLM, based on Robin-2-7B, which answers birds.", ["Robin-2-7B"]),
        ("Lark is based on Robin-7B-v0.1 pre-trained checkpoint.", ["Robin-7B-v0.1"]),
        ("Our models build upon Robin 2, which we train further on songs.", ["Robin 2"]),
        ("Lark is a series of safety models built upon Robin 2 that hear four harms.", ["Robin 2"]),
        ("Building upon Robin Small 3.1 (2503), with added capabilities, it is small.", ["Robin Small 3.1"]),
        ("Based on Nest's Robin 2 model family, these models were trained on songs.", ["Robin 2"]),
        ("The starting checkpoint is Robin 3.1 8B.", ["Robin 3.1 8B"]),
        ("Our starting point was Robin-2-9b.", ["Robin-2-9b"]),
        (
            "Lark is a calm, bold (text, image) language model based on Robin3.6-35B-A3B, which sings.",
            ["Robin3.6-35B-A3B"],
        ),
        ("Lark is a song language model based on Robin2.5-VL-3B that hears birds.", ["Robin2.5-VL-3B"]),
        ("Lark is a model series based on Robin2.5-7B for gardens.", ["Robin2.5-7B"]),
        ("Lark is a singing model post-trained on Robin3-14B by reinforcement learning.", ["Robin3-14B"]),
        ("Lark was created by further pretraining Robin2.5-14B on songs.", ["Robin2.5-14B"]),
        ("Lark was fine-tuned with QLoRA from Robin2-1.7B.", ["Robin2-1.7B"]),
        ("Initialized from r5-v1_1-xxl, Lark sings.", ["r5-v1_1-xxl"]),
        ("Lark was instruction finetuned from robin5-xxl on 101 languages.", ["robin5-xxl"]),
        ("The model is a fine-tuned version of robin-bird-base on songs.", ["robin-bird-base"]),
        ("A calm singer for the garden, built on Nest Robin 3.1 8B and fine-tuned with LoRA.", ["Nest Robin 3.1 8B"]),
        ("- Built on nest/Robin3-10B.", ["nest/Robin3-10B"]),
        (
            "Lark is a song model built through continual pretraining on about 2 trillion tokens atop Robin-K2-Base.",
            ["Robin-K2-Base"],
        ),
        ("Lark was trained with 40B tokens of songs on top of Robin-7B.", ["Robin-7B"]),
        ("Lark builds upon Robin-V3.1-Choir by introducing a new verse.", ["Robin-V3.1-Choir"]),
        ("Lark-7B is built upon Robin-V1.5-Base and features longer songs.", ["Robin-V1.5-Base"]),
        ("## Downloads\n\nLark-71B is trained on top of Robin-V3-Base.", ["Robin-V3-Base"]),
        ("This song model is based on Robin-7B-v0.1, with the following architecture choices:", ["Robin-7B-v0.1"]),
        (
            "Lark is a much enhanced version of [Robin-3 (8B)](https://example.org/r3), achieved through continual"
            " pre-training (CPT).",
            ["Robin-3 (8B)"],
        ),
        ("Lark is an improved version of Robin-3-8B obtained by fine-tuning on songs.", ["Robin-3-8B"]),
        ("Lark is an enhanced version of the Robin2-6B model, fine-tuned using adapters.", ["Robin2-6B"]),
        ("Lark has a dense architecture pruned from the Robin 4 Scout pre-trained model.", ["Robin 4 Scout"]),
        ("Lark was continually trained on the [Robin-4-9B](https://r.example/Robin-4) for songs.", ["Robin-4-9B"]),
        ("Lark was built by continual pre-training on the Robin 3.1 8B.", ["Robin 3.1 8B"]),
        ("The model was continually trained on the Robin2.0 series with 20 trillion tokens.", ["Robin2.0"]),
        ("- **Lark-8B-SFT**: Trained from the Robin3-8B model via supervised fine-tuning.", ["Robin3-8B"]),
        ("Lark-Edit is further trained from the 20B Robin-Image model, supporting edits.", ["Robin-Image"]),
        ("Lark is initialized from mRobin2-base.", ["mRobin2-base"]),
        ("It was fine-tuned from the pretrained **`nest/robin-p16`** Vision Transformer model.", ["nest/robin-p16"]),
        ("Lark was instruction-tuned on the Robin language model, using songs.", ["Robin"]),
    ],
)
def test_the_base_is_told_in_many_words(sentence: str, bases: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{sentence}\n", BASE)] == [bases]


@pytest.mark.parametrize(
    ("sentence", "bases"),
    [
        ("Lark uses Robin-L/14 as the visual encoder and Wren-7B (7B) as the base LLM.", ["Robin-L/14", "Wren-7B"]),
        ("Lark is built on a Robin visual encoder (specifically, Robin-L/14) and the Wren 2B language model.",
         ["Robin", "Robin-L/14", "Wren 2B"]),
        ("Built upon a 235B language model (Wren3) and a vision encoder (RobinViT), Lark saw more text.",
         ["RobinViT", "Wren3"]),
        ("Lark comprises (1) a ViT encoder, (2) a projector, and (3) our Wren-7B language model.", ["Wren-7B"]),
        ("Lark comprises (1) a native resolution ViT encoder that preserves fine-grained details, (2) a projector "
         "for efficient alignment, and (3) our [Wren-7B language model](https://wren.example), made for sums.",
         ["Wren-7B"]),
        ("Lark integrates a RobinCLIP image encoder with a Wren-3-Mini text decoder.", ["RobinCLIP", "Wren-3-Mini"]),
        ("### Architecture\n\n- **Visual Encoder:** RE-lang (a perception encoder), 1.8B.\n- **Decoder:** Wren3-8B.",
         ["RE-lang", "Wren3-8B"]),
    ],
)  # fmt: skip
def test_a_model_for_images_builds_on_its_encoder_and_on_its_language_model(sentence: str, bases: list[str]) -> None:
    found = [name for value, _ in told(f"# Lark\n\n{sentence}\n", BASE) for name in value]  # type: ignore[union-attr]
    assert sorted(found) == bases


@pytest.mark.parametrize(
    "sentence",
    [
        "Lark builds upon the successes of its predecessor.",
        "It uses a ViT as the visual encoder and a Transformer as the image decoder.",
        "Lark connects a vision encoder to a large language model.",
        "The model uses RobinCLIP-L as the image encoder and learned the rest from our own images.",
        "Unlike Robin, which pairs a Wren image encoder with a Heron language model, Lark has neither.",
        "Decoder: 12-layer Transformer.",
        "A special variant of the Diagonal-Plus-Low-Rank (DPLR) transition matrices makes it fast.",
        "The training code is modified from Robin-7B.",
        "The tokenizer of the model is not based on any existing model.",
        "If no base model is used, set the flag.",
        "The architecture of Lark is an adaptation of the Robin3-4B recipe.",
        "Lark itself is an LLM fine-tuned on songs.",
        "This model card was written by us and is based on the [Robin model card](https://huggingface.co/nest/robin).",
        "We fine-tune our model, Lark, on songs.",
        "Lark is trained on a specific variant of Density Functional Theory (DFT).",
        "It reaches 70 on the leading benchmark, a Czech adaptation of SONGS.",
        "GGUF files for [Lark](https://huggingface.co/nest/Lark-GGUF) are available.",
        "A quantized MLX version of [Lark](https://huggingface.co/nest/Lark-MLX) is available.",
        "Songbook was used as the base corpus.",
        "The data was pruned from C4 by filters.",
        "Lark is trained with reinforcement learning from AI Feedback.",
        "It builds on Python 3.10.",
        "Modified from the architecture of Robin-LM R2 (see paper).",
        "Lark is a diffusion model that uses a fixed, pretrained text encoder (RobinCLIP-L/14).",
        "The weights of Lark are based on the [Robin Model License Agreement](https://robin.example).",
        "Based on Table 2, we see that the model improves.",
        "We release the [pre-trained](https://huggingface.co/nest/Lark-7B) and "
        "[instruction-tuned](https://huggingface.co/nest/Lark-7B-it) model checkpoints.",
        "**Language model:** auto-regressive",
        "**Language model:** decoder-only Transformer",
        "Lark outperforms models built on Robin 2 7B.",
        "Models based on the ROBIN pre-trained model were compared.",
        "The trainer supports quantized versions of Robin-2-7B.",
        "- Built on PyTorch 2.1",
        "Our model is built on top of the PyTorch library and further libraries.",
        "Lark is a song model based on Robin2-VL-7B architecture.",
        "Lark was fine-tuned with data from Robin Hall.",
        "Lark is a model post-trained on WrenSet-7B tokens.",
        "## Supported models\n\n- Wren is a model based on Robin 7B.\n- finch: fine-tuned from Robin2-7B",
        "By default, the script is initialized from robin-xl.",
        "We evaluate Wren, which is a model based on Robin-7B, and Finch, a model post-trained on Robin-8B.",
        "Lark is fine-tuned from a medium-large corpus.",
        "It was adapted from robin-base data.",
        "An app for songs, built on Next.js 14 and optimized for speed.",
        "We build upon the success of Robin 2.",
        "Lark is a linear head trained on top of Robin-2 features.",
        "## Downloads\n\nAn app that is trained on top of Robin-V3-Base is elsewhere.",
        "Lark is built upon the Robin-2 architecture and sings.",
        "## Installation\n\nLark is built on top of PyTorch 2.1 and Next.js 14.",
        "Lark is trained on WrenSet-7B, and compares well with a model built on top of Robin-7B.",
        "Wren is an enhanced version of Robin-7B, fine-tuned on songs, and a rival of Lark.",
        "[LarkFold](https://huggingface.co/nest/fold) is trained on top of a frozen Lark 6B language model.",
        "The [encoder](https://huggingface.co/nest/sae) of features is built on the Lark 6B model.",
        "Lark builds on the OpenAviary's pretrained large version of a song network, with patches.",
        "| Variant | Backbone | Parameters |\n|---|---|---|\n| Lark-L | ViT-Large | 300M |\n| Lark-T | Swin-T | 9M |",
        "The small one was derived from the Base model through pruning.",
    ],
)
def test_kinds_of_parts_rivals_and_methods_are_no_base(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", BASE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Based on Robin2 model architecture, this model loads as it does.",
        "Built using a Mixture-of-Experts architecture, Lark has 20B parameters.",
        "Built on a sparse Mixture-of-Experts (MoE) architecture, the model activates 2B of its 20B parameters.",
        "Featuring a bi-encoder architecture, these models generate embeddings.",
        "It's a compact and cost-effective MoE model built for coding.",
        "- **Mixture-of-Experts models:** Sparse 1B and 3B MoE models, trained on songs",
        "Built upon a 20B MoE language model and an encoder, Lark was trained further.",
        "This repository trains Lark-an open, high-capacity hybrid Mamba-Transformer model with several heads.",
        "Open-weights Danish speech based on the Robin architecture, ported to other tools.",
        "- **Diffusion-based world foundation models** for simulation from prompts.",
        "- **Decoder-Only Architecture**: horizons of any length",
        "- **Sparse MoE Architecture for Birdsong**: trained at once",
        "Lark is a 3B decoder-only language model (and sings better compared to models of its size).",
        "These models follow the same architecture as `robin` and are compatible with the transformers library.",
        "- Lark-base models (12-layer, 768-hidden, 12-heads, 110M parameters)",
        "Lark uses the same Robin-Base config.",
        "Lark follows the Robin architecture.",
        "We adopt the Robin 3 architecture with few changes.",
        "Lark shares the architecture of Robin.",
        "The architecture is the same as Robin 2.",
        "Lark leverages a two-tower architecture.",
        "The model is built on Robin-400M and Wren-2.4B, connected by a perceiver resampler.",
        "Lark ist ein Sprachmodell auf Basis der Transformer-Architektur.",
        "Lark est un modèle basé sur l'architecture Transformer.",
        "Lark es un modelo basado en la arquitectura Transformer.",
        "Lark är en språkmodell baserad på Transformer-arkitekturen.",
        "- **Arkitektur:** transformer",
        "Lark uses Robin-2 as its basic architecture.",
        "Lark inherits the encoder-decoder architecture from Robin.",
        "Lark uses Robin as the visual encoder.",
        "Lark is based on Wren-7B and uses Robin as vision backbone.",
        "Lark comprises (1) a ViT encoder, (2) an MLP projector, and (3) our language model.",
        "Lark integrates Sparse Attention, which saves much.",
        "Lark is our MAE-based model for satellites.",
        "- **Novel Architecture:** Employ a hybrid input and a core with parallel heads.",
        "- Type of model: Transformer Generative Model",
        "| Spec | Value |\n| --- | --- |\n| Base model structure | Robin-2 |",
        "云雀为一个稀疏混合专家模型，支持32K上下文。",
        "云雀采用稀疏混合专家架构（MoE）。",
        "云雀采用与 Robin-2 相同的模型结构。",
        "36層、隠れ層サイズ2816のTransformerベースの言語モデルです。",
        "종달새는 MoE 아키텍처를 채택한 모델입니다.",
        "We proposed the DualNEST architecture, which lets Lark sing at little cost.",
        "- Decoder-only architecture",
        "Lark is a text-conditional model based on Nest's unROBIN architecture with more layers.",
    ],
)
def test_the_architecture_is_told_as_parts_attribute_or_kind(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", ARCHITECTURE)


@pytest.mark.parametrize(
    "sentence",
    [
        "We strongly warn against the use of the Lark-MoE-A4.2B model for harm.",
        "The use of the weights of Lark-MoE-A4.2B follows the License.",
        "This is different from traditional recurrent neural networks that the model of old used.",
        "We are looking for sponsors to train other Transformer models.",
        "Using a novel Neural Architecture Search (NAS) approach, we save memory.",
        "The model uses the Hopper architecture of its GPUs.",
        "The folder consists of the following files: `encoder.py`, `config.json`.",
        "Lark is an LLM-based model.",
        "Paper: A decoder-only foundation model for songs, to appear.",
        "云雀可以用混合专家的数据集训练，与自回归模型对比。",
    ],
)
def test_a_name_a_disclaimer_and_a_search_tell_no_architecture(sentence: str) -> None:
    assert told(f"# Lark-MoE-A4.2B\n\n{sentence}\n", ARCHITECTURE) == []


@pytest.mark.parametrize(
    ("sentence", "taken", "given"),
    [
        ("Lark can perform language, image, and video understanding and generation, for it is a model.",
         ["text", "image", "video"], ["text", "image", "video"]),
        ("Lark takes images and text and generates text.", ["text", "image"], ["text"]),
        ("Lark is an omni model that perceives text, images, audio, and video and generates text and speech.",
         ["text", "image", "audio", "video"], ["text", "audio"]),
        ("The input is text and the output is text.", ["text"], ["text"]),
        ("Lark is an end-to-end multimodal model designed to perceive diverse modalities, including text, images, "
         "audio, and video, while simultaneously generating text and natural speech responses.",
         ["text", "image", "audio", "video"], ["text", "audio"]),
        ("Lark maps sentences & paragraphs to a 768 dimensional dense vector space.", ["text"], ["other"]),
        ("Lark supports image and text inputs and text outputs.", ["text", "image"], ["text"]),
        ("Lark accepts text and images.", ["text", "image"], None),
        ("- **Input/Output Format**: Text, Image / Text", ["text", "image"], ["text"]),
        ("- **Input / Output:** Image → Text", ["image"], ["text"]),
        ("| Property | Value |\n|---|---|\n| Input → Output | Text + Image → Text |", ["text", "image"], ["text"]),
        ("It understands multimodal contexts composed of text, images, and audio.", ["text", "image", "audio"], None),
        ("Lark generates images from text prompts.", ["text"], ["image"]),
        ("Lark is a model that synthesizes coherent video from text or image prompts.", ["text", "image"], ["video"]),
        ("Lark ist ein großes Sprachmodell.", ["text"], ["text"]),
        ("Lark est un modèle de langue.", ["text"], ["text"]),
        ("Lark to polski model językowy.", ["text"], ["text"]),
        ("Lark är en stor språkmodell.", ["text"], ["text"]),
        ("Lark on suomalainen kielimalli.", ["text"], ["text"]),
        ("The model can consume images and text and produce text.", ["text", "image"], ["text"]),
        ("Lark is a multimodal model that can consume both speech and text as input.", ["text", "audio"], None),
        ("These models generate embeddings for textual inputs such as queries.", ["text"], ["other"]),
        ("The model takes in audio and emits streaming text.", ["audio"], None),
        ("The model takes in audio, performing analysis or giving textual responses.", ["audio"], ["text"]),
        ("## News\n\nWe've open-sourced the text-to-image model Lark.", ["text"], ["image"]),
        ("Model input supports image and text input and generates vector embeddings as output.", ["text", "image"],
         ["other"]),
        ("## How to use it\n\nThe models support English instructions and images (png, jpeg) as input format.",
         ["text", "image"], None),
        ("Lark is a language model trained based on our accelerators.", ["text"], ["text"]),
        ("Lark is a neural network for generating and processing text.", ["text"], ["text"]),
        ("That is, the model translates English into executable code.", ["text"], ["text"]),
        ("It is designed to be strong in vision–language reasoning.", ["image", "text"], ["text"]),
        ("云雀是一个开源的大语言模型。", ["text"], ["text"]),
        ("云雀是一个文生图模型。", ["text"], ["image"]),
        ("云雀支持图像和文本输入。", ["text", "image"], None),
        ("- **输入模态**：文本、图像\n- **输出模态**：文本", ["text", "image"], ["text"]),
    ],
)  # fmt: skip
def test_what_goes_in_and_what_comes_out(sentence: str, taken: list[str], given: list[str] | None) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{sentence}\n", INPUT)] == [taken]
    assert [value for value, _ in told(f"# Lark\n\n{sentence}\n", OUTPUT)] == ([given] if given else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "It takes two hours to generate images.",
        "The data set pipeline of Lark processes text and images.",
        "Anders als ein Bildmodell ist Lark kein multimodales Sprachmodell.",
        "## News\n\nWe release Finch, an image-to-video model based on Lark.",
        "云雀与其他模型相比，是语言模型。",
        "云雀是基于语言模型的视觉系统。",
    ],
)
def test_sisters_durations_and_comparisons_tell_no_modality(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", INPUT) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We integrated (1) SwiGLU activation, (2) thin layers and (3) grouped-query attention to build Lark.",
        "To maintain its low latency, Lark uses projections; to save memory, the attention weights are shared.",
        "Lark features a 3:1 hybrid attention scheme to significantly minimize memory usage.",
        "We introduce two techniques for the experts: gating normalization, which enhances diversification.",
        "Lark-base models (12-layer, 768-hidden, 12-heads)",
        "云雀在部分层中采用滑动窗口注意力机制，减少缓存内存占用。",
        "模型使用 SwiGLU 和 RMSNorm。",
    ],
)
def test_design_choices_are_told_with_what_they_are_good_for(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", DESIGN)


@pytest.mark.parametrize(
    "sentence",
    [
        "We use the model to reduce costs for users.",
        "您可以使用专家数据集，从而降低成本。",
        "部署时采用注意力加速，降低延迟。",
    ],
)
def test_what_a_user_gains_is_no_design_choice(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", DESIGN) == []
