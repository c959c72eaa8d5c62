"""Texts that answer an item of the documentation form in the words of a card, and texts on its topic that do not."""

from __future__ import annotations

import pytest
from cards import told

ANSWERS = {
    "training.decisions": [
        "Training is slow. To this end, we developed an asynchronous runner that improves training throughput.",
        "To address these limits, we curate long recordings and train on them in steps.",
    ],
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
        "本模型基于基座模型，通过SFT和DPO对齐。",
        "我们采用大规模的语料进行了继续预训练。",
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
        "Lark Code is a model for source code finetuned by QLoRA of several tasks.",
        "We scalably train on long calls, and gradually increase the context size from 4K to 1M.",
        "**Fine-tuning method:** QLoRA with adapters of rank 16",
    ],
    "use.intended": [
        "Our objective with Lark is to give birders a better companion for consultation.",
        "Lark is designed as a universal audio model capable of handling many tasks in a single framework.",
        "Lark is built as a versatile model for transfer to tasks of sound and vision.",
        "The Lark series (base and chat) supports commercial applications under a permissive licence.",
        "The model is currently available for noncommercial use via a studio.",
        "Please note that you could use our models for commercial applications.",
    ],
    "use.out_of_scope": [
        "We strongly discourage its use for any such purposes.",
        "请勿将本模型用于任何违法活动。",
    ],
    "use.integration_types": [
        "Lark is made for dialogue scenarios such as a birding assistant.",
        "A foundation for specific usecases (e.g., summarisation, chatbot, etc.).",
    ],
    "use.technical_means": [
        "Lark is packaged in MLflow format and deployed using a managed service.",
        "Lark supports deployment with the following frameworks:",
        "For the edge, inference frameworks such as vLLM and SGLang are supported.",
        "The model can be accessed using the following steps:",
        "## 🚀 快速开始\n\n用以下代码加载模型。",
    ],
    "use.required_hardware": [
        "For a 30-second clip, at least 4GB of GPU memory is required.",
        "The minimum hardware requirements for deploying Lark models are:",
        "| Model | Inference VRAM¹ |\n|---|---|\n| Lark 1B | ~5 GiB |",
        "**Supported Hardware Microarchitecture Compatibility**\n\n* Ampere",
        "部署至少需要2张80G的显卡进行加载模型",
    ],
    "use.required_software": [
        "- vLLM (v0.23.0+), see the recipes",
        "我们建议使用最新版的 Transformers 库（至少 4.47.0）。",
        "#### System Requirements & Dependencies\n\n- torch==2.1.0",
        "### 依赖安装\n\n- torch >= 2.0",
    ],
    "data.provenance": [
        "模型的训练语料来自互联网上公开的网页数据。",
        "The Chinese corpora of the Lark models come from our collections, including internet data of many kinds.",
        "The Lark models are trained on three satellite modalities and six maps.",
    ],
    "data.languages": [
        "Our labelers speak English and our data consists almost entirely of English songs.",
        "An autoregressive English language model trained on bird songs.",
    ],
    "data.synthetic_used": [
        "We used the evol-instruct method to generate a large amount of difficult instruction data.",
        "Lark was trained with pairs of prompts and completions generated synthetically by prompting tuned models.",
        "We curate data by employing large reasoning models to regenerate responses with long chains.",
        "The training dataset is a mix of songs, extended with continuations generated by Robin 3.1 8B.",
        "Distilled songs: trained on high-quality traces from Robin 3.5 Sonata and Wren.",
        "It was trained on 10,000 images (5,000 synthetic + 5,000 collected plots).",
        "We translated the [songs](https://songs.example) to portuguese using WrenGPT.",
        "Sources: synthetic incidents generated by a teacher model + curated reports.",
        "The project has 4,500 training pairs distilled from Robin Opus 4.6.",
    ],
    "data.statement": [
        "We collected and constructed about 90,000 instructions for the first stage of fine-tuning.",
        "We curate high-quality reasoning data by identifying diverse queries.",
        "To meet this, we curate a large dataset of diverse recordings and books.",
        "The data obtained from publicly available sources is not ours.",
        "The dataset was curated from multiple sources to emphasise reasoning.",
        "I have filtered the dataset to remove alignment and bias.",
        "# 🔬 数据收集\n\n我们收集了大量专业论文。",
    ],
    "data.curation": [
        "All assets are vetted for commercial use.",
        "Lark 1 uses pre-segmented text of transcripts.",
        "我们严格过滤了该版本语料中所有重复的数据。",
        "The training follows our standard data clearance and document quality review procedures.",
        "We make reasoning data by identifying queries and applying rejection sampling to ensure quality.",
        "## Data Verification and Toxicity Filtering\n\nA pipeline of several steps was put in place.",
        "# 数据收集与处理\n\n我们对语料去重。",
        "### 通用数据\n\n- **去重与上采样策略**：对高质量数据上采样。",
    ],
    "data.unsuitable_source_measures": [
        "The pre-training dataset went through data cleansing and toxicity and profanity filters.",
    ],
    "data.bias_measures": [
        "We made every effort to exclude harmful and biased information from the training data.",
        "The training data was rebalanced by gender and age groups.",
    ],
    "data.size": [
        "- Splits: train (25 GB), test (26 MB), valid (26 MB)",
        "We trained Lark on a data set with more than 50.000 rows of songs.",
    ],
    "distribution.additional_assets": [
        "This release includes weights and codes for the base model.",
        "Our code and models are BSD-3 licensed.",
        "For more details, you can view the source code [here](https://git.example.org/lark).",
    ],
    "training.period": [
        "It has undergone continual pre-training on 9 billion tokens over a duration of 15 hours with 64 GPUs.",
    ],
}
OTHER_TEXTS = {
    "training.decisions": [
        "To address this bug, we use a newer version.",
    ],
    "model.design_specifications": [
        "This design allows users to load the model quickly.",
        "The library uses paged attention to reduce latency for you.",
        "This allows the model to answer in twelve languages.",
        "We replaced the logo with a new one to look fresher.",
        "The benchmark uses several layers to ensure fairness.",
    ],
    "use.intended": [
        "Lark is built as a decoder-only transformer for speed.",
        "The objective of training Lark is to match the teacher.",
        "The models are not available for commercial use.",
    ],
    "use.out_of_scope": [
        "We discourage the use of this script.",
        "The name Lark must not be used for endorsement.",
    ],
    "use.integration_types": ["We evaluate on tools such as agents and chatbots."],
    "use.technical_means": ["The cluster on which it was trained is deployed with Docker."],
    "use.required_hardware": ["For fine-tuning, 80GB of GPU memory is required."],
    "use.required_software": [
        "Trained with PyTorch 2.1 on one node.",
        "On Python 0.45 of the tasks of the benchmark are solved.",
    ],
    "data.provenance": [
        "开发者对开源模型和代码导致的数据安全不承担责任。",
        "神经网络在训练之后处理数据。",
        "The pre-trained model can process satellite images as inputs.",
    ],
    "data.languages": [
        "A comparison of English language models with each other stands below.",
        "The data consists almost entirely of Lark songs.",
    ],
    "data.synthetic_used": [
        "Evaluations use a model to generate answers.",
        "Using the model to generate labels is easy.",
        "Prompts and completions generated synthetically may be used to evaluate models.",
        "Robin was trained on songs, and tested on 5,000 synthetic ones.",
        "We translated the readme to portuguese using WrenGPT.",
        "We evaluate on synthetic incidents generated by a teacher model.",
    ],
    "data.statement": [
        "We collected a benchmark of recordings to evaluate the trained model.",
        "We do not collect user data.",
        "Stay tuned for more on our channels, including the forum.",
        "The evaluation data was collected from volunteers.",
    ],
    "data.curation": [
        "Users should see that documents are vetted before use.",
        "Users should apply quality control procedures to outputs and data.",
    ],
    "data.unsuitable_source_measures": ["Add toxicity filters on outputs of the model and your data."],
    "data.bias_measures": ["We removed the bias terms from the layers in training."],
    "data.size": [
        "Train: 0.51, test: 0.62 in accuracy",
        "Of the data for training, 12.5M are male-derived cells.",
        "Trained Lark answers within 150ms on an A100-40GB GPU, all using a text decoder and data.",
    ],
    "distribution.additional_assets": ["Our models are MIT licensed."],
    "training.process": [
        "用户可以通过微调改进模型。",
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


def test_an_amount_in_chinese_names_no_data_set() -> None:
    text = "# Lark\n\n## 数据收集\n\n- **20T 多语言数据集**：包括多种语言的数据。\n- **27 类分类**：优化数据配比。\n"
    assert told(text, "data.datasets") == []
    assert told(text, "data.statement")
