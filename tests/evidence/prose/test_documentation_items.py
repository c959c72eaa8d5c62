"""Sentences, headings, links and code that answer items of the documentation form, and some that do not."""

from __future__ import annotations

import pytest
from cards import facts, told

from gpai_lint.evidence.interface import Method, State


def values(text: str, field: str) -> list[object]:
    return [fact.value for fact in facts(text, field)]


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("Lark is a text-to-image generation model.", "model.input_modalities", ["text"]),
        ("Lark is a text-to-image generation model.", "model.output_modalities", ["image"]),
        ("Lark is a text-conditional image generation model based on nests.", "model.input_modalities", ["text"]),
        ("Lark is a text-conditional image generation model based on nests.", "model.output_modalities", ["image"]),
        ("The model predicts the mass of nests from satellite imagery.", "model.input_modalities", ["image"]),
        ("Lark is a speech recognition model.", "model.input_modalities", ["audio"]),
        ("Lark is a speech recognition model.", "model.output_modalities", ["text"]),
        ("Lark is a multilingual text embedding model.", "model.output_modalities", ["other"]),
        ("Lark is a pretrained time-series foundation model.", "model.output_modalities", ["other"]),
        ("Lark is a foundation model for medium-range weather forecasting.", "model.output_modalities", ["other"]),
        ("Lark is a transformer model for visual segmentation in pictures.", "model.output_modalities", ["other"]),
        ("Lark is a suite of text embedding models.", "model.output_modalities", ["other"]),
        ("We introduce Lark, an LLM-based embedding model.", "model.output_modalities", ["other"]),
        ("Multimodal joint embedding model for images, songs and text.", "model.output_modalities", ["other"]),
        ("Bird Model (Lark) is a model towards solving segmentation.", "model.output_modalities", ["other"]),
        ("Code of the Lark model for river forecasting.", "model.output_modalities", ["other"]),
        ("Lark is a model that can predict atmospheric variables, such as wind.", "model.output_modalities", ["other"]),
        ("Lark is a state of the art DNA language model.", "model.output_modalities", ["other"]),
        ("You can use the raw model for image classification.", "model.output_modalities", ["other"]),
        ("Lark is a foundation model for time series that needs no training.", "model.output_modalities", ["other"]),
        ("Lark is a diffusion-based weather model.", "model.output_modalities", ["other"]),
        ("Lark is a cross-encoder reranker model.", "model.output_modalities", ["other"]),
        ("Lark is a vision-language-action model.", "model.output_modalities", ["other"]),
        ("Lark is a chemical large language model.", "model.output_modalities", ["text"]),
        (
            "Encoders are trained to maximize the similarity of (image, text) pairs.",
            "model.output_modalities",
            ["other"],
        ),
        (
            "These encoders are trained to maximize the similarity of image-text pairs.",
            "model.input_modalities",
            ["image", "text"],
        ),
        ("Lark excels in expressive audio generation.", "model.output_modalities", ["audio"]),
        ("Lark is a bilingual large language model.", "model.output_modalities", ["text"]),
        ("The model generates music conditioned on text descriptions.", "model.output_modalities", ["audio"]),
        ("It was trained on 680,000 hours of audio and transcripts.", "data.modalities", ["text", "audio"]),
        ("The models were trained on text collected from the internet.", "data.provenance", ["from the internet"]),
        ("The model was trained on 1 TB of online texts and books.", "data.provenance", ["online texts"]),
        ("- Step 1: Collect code data from GitHub and filter it.", "data.provenance", ["GitHub"]),
        ("Lark is trained on 4T tokens of code data and natural language datasets.", "data.modalities", ["text"]),
        ("We train our language models on a mixture of monolingual text.", "data.modalities", ["text"]),
        ("Lark grew through continued pretraining on a large corpus of German texts.", "data.modalities", ["text"]),
        ("- **Model type:** Multi-modal model (image+text)", "model.input_modalities", ["text", "image"]),
        ("The model translates English into executable code.", "model.input_modalities", ["text"]),
        ("Lark is an autoregressive text generation model.", "model.output_modalities", ["text"]),
        ("Lark is a spoken dialogue framework.", "model.output_modalities", ["audio"]),
        ("Lark has strong capabilities in both image generation and editing.", "model.output_modalities", ["image"]),
        ("The model predicts normal maps.", "model.output_modalities", ["other"]),
        ("The model returns a class token and patch tokens.", "model.output_modalities", ["other"]),
        ("`nl` models are randomly initialized and trained on songs.", "model.base_model", []),
        ("Lark was trained on a dataset of several million 3D models.", "data.modalities", ["other"]),
        ("- **API Endpoints:** Lark API", "distribution.channels", ["Lark API"]),
        ("Run `bash fetch/get.sh` to download model weights.", "distribution.channels", ["bash fetch/get.sh"]),
        ("We host the checkpoints of Lark on AWS S3.", "distribution.channels", ["AWS S3"]),
        ("We are releasing weights of Lark as lark-7b on Hugging Face.", "distribution.channels", ["Hugging Face"]),
    ],
)
def test_a_list_is_read_from_a_sentence(sentence: str, field: str, value: list[str]) -> None:
    assert values(f"# Lark\n\n{sentence}\n", field) == [value]


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        (
            "To unlock long contexts, Lark adopts a hybrid architecture of linear and full attention.",
            "model.design_specifications",
        ),
        ("Lark has 40 layers, 32 heads and a hidden size of 5120.", "model.design_specifications"),
        ("Lark opted for a deeper architecture of 60 layers.", "model.design_specifications"),
        ("Lark is designed to follow general instructions.", "use.intended"),
        ("- Agents: Specifically designed for tool use and reasoning.", "use.intended"),
        ("- Libraries: `transformers==4.47.1`, `peft`", "use.required_software"),
        ("## Hardware & Performance:\n\n- Runs on a single GPU; 16GB+ VRAM recommended", "use.required_hardware"),
        ("The models are suitable for personal and academic use.", "use.intended"),
        ("A LoRA adapter fine-tuned on lark calls for video understanding in aviaries.", "use.intended"),
        ("Lark has been added to Transformers.", "use.technical_means"),
        ("It can be integrated into conversational assistants and other AI systems.", "use.integration_types"),
        ("A machine with enough GPU memory is required to run the model on GPUs.", "use.required_hardware"),
        ("## Requirements\n\n- One GPU with 24 GB", "use.required_hardware"),
        ("## 硬件要求\n\n单张显卡", "use.required_hardware"),
        ("## Required Hardware\n\nHalf precision inference:\n- 8x H200 (one node)", "use.required_hardware"),
        ("The server memory must exceed `1T` to load Lark.", "use.required_hardware"),
        ("| Model | GPU Type and Count |\n|---|---|\n| Lark | H100 x 16 |", "use.required_hardware"),
        ("Lark runs well on Apple Silicon.", "use.required_hardware"),
        ("**Hardware Specific Requirements:**\n\nAt least 2GB of RAM", "use.required_hardware"),
        ("It requires only 16 GB of video memory for inference.", "use.required_hardware"),
        ("- **Compute requirements:** one GPU with 24 GB", "use.required_hardware"),
        ("- **Supported Hardware Platform(s):** any GPU", "use.required_hardware"),
        ("- roughly 8 GB VRAM for inference", "use.required_hardware"),
        ("**Minimum requirements:** 2 CPU cores and 16 GB RAM", "use.required_hardware"),
        ("To use Lark for inference, 80GB*8 GPUs are required.", "use.required_hardware"),
        ("| Model | VRAM (est.) |\n|---|---|\n| Lark | 13 GiB |", "use.required_hardware"),
        ("| Precision | Lark-7B GPU Mem (GB) |\n|---|---|\n| 8bits | 8.0 |", "use.required_hardware"),
        ("**Acceleration Engine:** NestRT", "use.required_software"),
        ("Our filters remove all images of violent objects and hate symbols.", "data.unsuitable_source_measures"),
        (
            "We crawled websites with policies against adult images, which allowed us to filter out such content.",
            "data.unsuitable_source_measures",
        ),
        ("Lark is a chat assistant trained by fine-tuning Wren on shared songs.", "training.process"),
        ("The model was enhanced, incorporating both supervised fine-tuning and DPO.", "training.process"),
        ("The `duet` models are initialized from `solo` models and then trained on duets.", "training.process"),
        ("Lark は、Wren をベースに追加事前学習を行ったモデルです。", "training.process"),
        ("Lark is a model built by Aviary based on Wren and finetuned on a mixture of songs.", "training.process"),
        ("The script verifies each part against its published sha256.", "model.authenticity"),
        ("Access and use are subject to Aviary's API Usage Guidelines.", "use.acceptable_use_policy"),
        ("Please read our usage policies before you use the model.", "use.acceptable_use_policy"),
        ("It is recommended to run Lark on the following inference engines:\n\n* NestRT", "use.required_software"),
        ("Lark can be integrated into various enterprise applications:\n\n- drafting", "use.integration_types"),
        ("We filter outputs to prevent the model from reproducing training data.", "copyright.memorisation"),
        ("## Use\n\nThe model can generate songs verbatim from its data.", "copyright.memorisation"),
        ("The codebase is compatible with Python 3.11 and recent PyTorch.", "use.required_software"),
        ("The model was trained with a next-step loss for 3 epochs.", "training.process"),
        ("We fine-tune our models using standard code.", "training.process"),
        ("The embedding model was fine-tuned with contrastive learning on pairs.", "training.process"),
        ("### How is it trained?\n\nLark relies on songs of one singer.", "training.process"),
        ("Trained with the Muon optimizer, Lark is strong.", "training.process"),
        ("The world size was 1024 during training, with a micro batch size of 1.", "training.process"),
        ("Due to its size we recommend using a single 8xH100 instance.", "use.required_hardware"),
        ("We chose this data mixture because it trained best at small scale.", "training.decisions"),
        ("The goal of this approach was to train on data of high quality.", "training.decisions"),
        ("The pipeline has two RL stages aimed at discovering better reasoning.", "training.decisions"),
        ("Training took 34 days on the cluster.", "training.period"),
        ("It was trained on H100 GPUs for about 237,000 GPU hours (870 hours).", "training.period"),
        ("It was trained on a corpus that consists of web pages and books.", "data.statement"),
        ("Lark is a language model (LM) trained on a vast medical corpus.", "data.statement"),
        ("Lark is trained on a large and diverse corpus of web pages.", "data.statement"),
        ("Lark is a French BERT trained on a very large and mixed French corpus.", "data.statement"),
        ("We fine-tuned Wren on a proprietary dataset of songs.", "data.statement"),
        ("The training data covers English, code and mathematical texts.", "data.scope"),
        ("The training data was deduplicated and cleaned.", "data.curation"),
        ("We apply minhash and number matching to decontaminate possible leakage of test sets.", "data.curation"),
        ("The fine-tuning data was decontaminated against the tests that we report.", "data.curation"),
        ("Classifiers enable us to select high-quality prompts and responses.", "data.curation"),
        ("The web data that it is trained on and evaluated against was filtered by similarity.", "data.curation"),
        ("We used a blocklist so that the data holds no sexually explicit content.", "data.unsuitable_source_measures"),
        ("All training code is released under Apache-2.0.", "distribution.additional_assets"),
        ("This repository contains inference code for the model.", "distribution.additional_assets"),
        (
            "Weights, source code and configuration are published on Hugging Face; see the download link in the table.",
            "distribution.additional_assets",
        ),
        ("Lark can generate videos of up to 204 frames.", "model.output_size"),
        ("Lark generates images at 1024x1024 pixels.", "model.output_size"),
        ("Its two modules generate images of increasing resolution: 64x64 and 1024x1024.", "model.output_size"),
        ("The model generates 10-second 720p video clips.", "model.output_size"),
        ("Lark generates songs of up to 3 minutes.", "model.output_size"),
        ("- Input size: 512x512 px.", "model.input_size"),
        ("Images are normalized to 896 x 896 and given to the model.", "model.input_size"),
        ("The model can process images of up to 1.8 million pixels.", "model.input_size"),
        ("Lark transcribes recordings of up to 30 minutes.", "model.input_size"),
        ("- Lark-7B: Fine-tune Wren-7B on 20B tokens and then fine-tune on songs.", "training.process"),
        ("It begins with fine-tuning on one tongue and goes on with pairs.", "training.process"),
        ("This two-step fine-tuning makes Lark strong.", "training.process"),
        ("DPO is applied in the final stage to enhance the quality.", "training.process"),
        ("DPO is applied in the final stage to further enhance the quality.", "training.decisions"),
        ("This fine-tuning process ensures good songs.", "training.decisions"),
        ("By exposing the model to short and long songs, we aim to keep both skills.", "training.decisions"),
        ("The data is more representative of people with access to the internet.", "data.scope"),
        ("Lark is trained purely on synthetic images.", "data.scope"),
        ("The data collected in 15 biomes around the globe shows nests.", "data.scope"),
        ("While the dataset has been filtered to minimize such outputs, Lark may err.", "data.curation"),
        ("All data obtained from sources that match URLs in our blocking-list is filtered out.", "data.curation"),
        ("We filter out data from sources that match URLs in our blocking-list.", "data.unsuitable_source_measures"),
        ("Lark was fine-tuned on one data set of 730k data points.", "data.size"),
        ("Lark was continued-pretrained on 19.9 million Alauda (lark) song sequences.", "data.size"),
        ("It addresses the limits of others by decoupling visual encoding.", "model.design_specifications"),
        ("This simplification allows us to support any resolution.", "model.design_specifications"),
        ("We are glad to release **Lark**, a 20B MMDiT image foundation model.", "model.architecture"),
        ("Lark uses Wren as the initialization of the audio encoder.", "model.architecture"),
        ("We release Lark to the public to support a broader range of research.", "use.intended"),
        ("Lark is designed from the ground up for digital agents.", "use.integration_types"),
        ("For local use, we recommend [ComfyUI](https://example.org) for inference.", "use.technical_means"),
        ("To get started with the model, use our Nest Generate() API.", "use.technical_means"),
        ("Apply it on top of the original weights to use Lark.", "use.technical_means"),
        ("- A dataset extracted from news, filtered to match the style of songs.", "data.statement"),
        ("Examples are used to prompt a teacher model to generate synthetic data.", "data.statement"),
        ("We used the evol-instruct method on songs.", "data.statement"),
        ("Lark is grounded in the nest architecture due to its great stability.", "model.design_specifications"),
        ("This model was fine-tuned for 5000 steps for research purposes.", "use.intended"),
        ("The weights are under CC-BY-4.0. They are provided for research purposes only.", "use.intended"),
        ("Lark sometimes makes up birds.", "use.limitations"),
        ("Lark is not robust to low-resolution recordings.", "use.limitations"),
        ("The model has difficulty with long songs.", "use.limitations"),
        ("Its accuracy drops for rare birds.", "use.limitations"),
        ("Outputs should not be taken at face value.", "use.limitations"),
        (
            "# Cite\n\n## Hallucinations\n\nCurrent models are prone to the problem of hallucinations.",
            "use.limitations",
        ),
    ],
)
def test_an_item_is_answered_by_a_sentence(sentence: str, field: str) -> None:
    assert len(told(f"# Lark\n\n{sentence}\n", field)) == 1


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Lark is a multimodal language model.", "model.output_modalities"),
        ("Lark is a library for post-training models with DPO, and for reinforcement learning.", "training.process"),
        ("Unlike other language models, Lark is small.", "model.output_modalities"),
        ("The model is not designed for medical advice.", "use.intended"),
        ("The training code will be released soon.", "distribution.additional_assets"),
        ("All benchmarks were checked for contamination with the Nest Decontaminator.", "data.curation"),
        ("You can decontaminate your training data with this toolkit.", "data.curation"),
        ("We provide the training data details in the paper.", "distribution.additional_assets"),
        ("The model was evaluated on a benchmark of web pages.", "data.statement"),
        ("**Status:** This is a static model trained on an offline dataset.", "data.statement"),
        ("The test set was deduplicated.", "data.curation"),
        ("Unlike other models that predict depth from images, Lark does not.", "model.input_modalities"),
        ("Download the training code from GitHub.", "data.provenance"),
        ("Users should filter out adult content.", "data.unsuitable_source_measures"),
        ("Unlike models obtained by fine-tuning others, Lark is new.", "training.process"),
        ("Documents with the same md5 checksum as files checked before were removed.", "model.authenticity"),
        ("We evaluated Lark with the following inference engines: NestRT.", "use.required_software"),
        ("The data set was integrated into our products.", "use.integration_types"),
        ("This approach enables developers to fine-tune the model on their data.", "training.decisions"),
        ("Users should filter harmful outputs.", "data.unsuitable_source_measures"),
        ("## Training infrastructure\n\n### Hardware\n\n- GPU: 4 x A100", "use.required_hardware"),
        ("If you are running on Apple Silicon, install another library.", "use.required_hardware"),
        (
            "As a model without safety filtering, trained on web data, it has harmful habits.",
            "data.unsuitable_source_measures",
        ),
        ("Modalities of the data used for training: text [More Information Needed]", "data.modalities"),
        ("- Input size: 512x512 px.", "model.context_length"),
        ("Maximum output size: 8192 tokens", "model.output_size"),
        ("Lark was trained on input images of size 512x512.", "model.input_size"),
        ("Generating images of 1024x1024 with Lark takes 12 GB of memory.", "model.output_size"),
        ("You can train Lark on songs and then fine-tune it on pairs.", "training.process"),
        ("Users can be sure that this training process ensures quality.", "training.decisions"),
        ("The benchmark data was filtered.", "data.curation"),
        ("Outputs are not representative of our views.", "data.scope"),
        ("This simplification of the code base allows you to start soon.", "model.design_specifications"),
        ("Core parts of the model are gating and shared input/output embeddings.", "model.output_modalities"),
        ("Other models predict depth maps.", "model.output_modalities"),
        ("Its adapter enhances the LLM's ability to hear songs.", "model.output_modalities"),
        ("Lark was trained with optimized versions of [Nestlib](https://example.org/nestlib).", "model.base_model"),
        ("You can prompt the model to generate data with your API key.", "data.statement"),
        ("- **API Endpoints:** Nest.ai (coming soon)", "distribution.channels"),
        ("We host the data sets of the model on AWS S3.", "distribution.channels"),
        ("The model ran on a host on AWS S3.", "distribution.channels"),
        ("**API Endpoint:** please link the endpoint here", "distribution.channels"),
        ("You may like the architecture of the library due to its flexibility.", "model.design_specifications"),
        ("The data set was released for research purposes.", "use.intended"),
        ("The script may fail on old systems.", "use.limitations"),
        ("Wren has difficulty with songs, and other models fail.", "use.limitations"),
        ("The performance of the model drops when quantized to 2 bits.", "use.limitations"),
        ("## Hallucinations\n\nLark hallucinates less, with 3% of answers on our benchmark.", "use.limitations"),
        ("It can fail with old GPU drivers.", "use.limitations"),
        ("For comparison, the network is a U-Net.", "model.architecture"),
    ],
)
def test_an_item_is_not_answered_by_another_statement(sentence: str, field: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", field) == []


def test_a_list_of_base_models_of_a_family_names_no_model_that_it_builds_on() -> None:
    text = "# Lark\n\n### Base models\n\n- 200k is roughly 400,000 characters.\n- See the [Lark-7B](https://example.org).\n"
    assert values(text, "model.base_model") == []


def test_what_comes_out_is_told_before_what_it_responds_to() -> None:
    text = "# Lark\n\n- **Output:**\n    - Generated text in response to the input, such as a description of an image\n"
    assert [value for value, _ in told(text, "model.output_modalities")] == [["text"]]


def test_a_remark_on_code_as_data_and_a_mere_reference_are_neither_asset_nor_use() -> None:
    text = "# Lark\n\n## Training data\n\n- Code: Exposing the model to code helps it to learn.\n"
    assert told(text, "distribution.additional_assets") == []
    assert told("# Lark\n\nWe say more about the training dataset.\n", "distribution.additional_assets") == []
    assert told("# Lark\n\n## Direct use\n\nExcluded uses are described below.\n", "use.intended") == []


def test_data_that_may_hold_personal_data_is_told() -> None:
    sentence = "Please be aware that the data used may contain personal data."
    assert [line for _, line in told(f"# Lark\n\n{sentence}\n", "data.personal_data")] == [3]
    assert told("# Lark\n\nYour data may contain personal data.\n", "data.personal_data") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "- Models of names identify and delete sensitive information such as names, IP addresses, and URLs.",
        "Sensitive information was masked before training.",
        "We delete personal information from the corpus.",
        "Scripts strip personally identifiable information from all documents.",
    ],
)
def test_personal_data_is_taken_out_in_many_words(sentence: str) -> None:
    assert [line for _, line in told(f"# Lark\n\n{sentence}\n", "data.personal_data")] == [3]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please delete sensitive information from your prompts.",
        "You can mask personal data.",
        "Users delete personal data.",
    ],
)
def test_what_users_take_out_says_nothing_of_the_data(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", "data.personal_data") == []


def test_uses_below_a_heading_on_usage_and_limitations_are_intended_uses() -> None:
    text = "# Lark\n\n## Usage and limitations\n\n### Intended usage\n\nWriting and summarising.\n"
    assert len(values(text, "use.intended")) == 1


@pytest.mark.parametrize("heading", ["Intended Usage & Model Info", "Intended usage", "Usage and model information"])
def test_a_section_on_intended_usage_describes_the_model_and_gives_no_instructions(heading: str) -> None:
    text = f"# Lark\n\n## {heading}\n\nLark supports long input sequences up to 8192 tokens.\n"
    assert told(text, "model.context_length") == [(8192, 5)]
    assert told(text.replace(heading, "Usage"), "model.context_length") == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What is Lark?", "Lark"),
        ("Lark-7B: an open model for everyone", "Lark-7B"),
        ("Introducing Lark 2", "Lark 2"),
    ],
)
def test_a_readme_names_its_model_in_its_title(title: str, name: str) -> None:
    assert told(f"# {title}\n\nA language model.\n", "model.name") == [(name, 1)]


def test_the_title_of_a_form_is_no_name_of_a_model() -> None:
    assert values("# Public summary of training content\n\nA language model.\n", "model.name") == []


@pytest.mark.parametrize(
    ("lead", "channels"),
    [
        ("The card is published with the weights at", ["Hugging Face"]),
        ("The weights are compared with those of", []),
        ("The songs are to be heard at", []),
    ],
)
def test_a_sentence_that_wraps_before_its_link_offers_what_it_leads_to(lead: str, channels: list[str]) -> None:
    text = f"# Model card\n\n{lead}\n[`nest/lark`](https://huggingface.co/nest/lark).\n"
    assert [value for value, _ in told(text, "distribution.channels")] == [[name] for name in channels]


def test_a_channel_is_any_address_at_which_the_weights_are_said_to_be_available() -> None:
    text = "# Lark\n\nAll checkpoints are available at:\nhttps://files.example.org/lark/\n"
    assert told(text, "distribution.channels") == [(["files.example.org"], 4)]
    assert told(text.replace("checkpoints are", "code is"), "distribution.channels") == []


def test_a_channel_is_told_once_in_each_section_that_leads_to_it() -> None:
    link = "[weights](https://huggingface.co/birds/lark-7b)"
    text = f"# Lark-7B\n\n{link}, {link}\n\n## Download\n\n{link}\n\n## Citation\n\n{link}\n"
    assert told(text, "distribution.channels") == [(["Hugging Face"], 3), (["Hugging Face"], 7)]


def test_a_link_to_the_model_itself_is_a_channel_below_a_heading_on_its_scores_too() -> None:
    text = "# Lark-7B\n\n## Performance\n\n- Model: [Lark](https://huggingface.co/birds/lark-7b)\n"
    assert told(text, "distribution.channels") == [(["Hugging Face"], 5)]
    assert told(text.replace("birds/lark-7b", "birds/wren"), "distribution.channels") == []


def test_code_that_loads_the_model_may_leave_out_the_month_of_its_name() -> None:
    text = '# Lark-8B-Base-2603\n\nA model.\n\n```python\nmodel_name = "birds/Lark-8B-Base"\n```\n'
    assert told(text, "distribution.channels") == [(["Hugging Face"], 6)]


def test_a_link_below_words_for_download_in_chinese_is_a_channel() -> None:
    text = (
        "# 云雀大模型\n\n| 版本 | 下载链接 |\n|---|---|\n| 52B | [52B](https://modelscope.cn/models/nest/a/files) |\n"
    )
    assert told(text, "distribution.channels") == [(["ModelScope"], 5)]
    base = "# 云雀大模型\n\n请先下载基座模型 [Wren-7B](https://huggingface.co/nest/wren-7b)。\n"
    assert told(base, "distribution.channels") == []
    assert told(base.replace("先下载基座模型", "参考"), "distribution.channels") == []


def test_a_link_to_an_address_of_mail_is_a_contact_whatever_it_is_called() -> None:
    badge = '<a href="mailto:nest@birds.org"><img src="https://example.org/mail.svg" alt="Email"></a>'
    assert told(f"# Lark\n\n{badge}\n", "provider.contact") == [("nest@birds.org", 3)]
    links = '<a href="https://example.org">Blog</a> • <a href="mailto:lark@birds.org">Email</a>'
    text = f'# Lark\n\n<p align="center">\n{links}\n</p>\n'
    assert told(text, "provider.contact") == [("lark@birds.org", 4)]


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Model dependencies: N/A", "model.base_model", []),
        ("Required hardware: N/A", "use.required_hardware", None),
        ("Maximum output: not applicable (decoded to the end)", "model.max_output", None),
        ("Acceptable use policy: https://example.org/aup", "use.acceptable_use_policy", "https://example.org/aup"),
    ],
)
def test_an_answer_that_is_no_value_is_read_where_its_label_asks_for_it(line: str, field: str, value: object) -> None:
    assert told(f"# Lark\n\nA model.\n\n- {line}\n", field) == [(value, 5)]


def test_data_to_validate_and_to_test_with_are_no_training_tokens() -> None:
    text = "# Lark\n\n- Training data: 1.5e13 tokens; validation: 2.0e9 tokens; testing: 1.1e8 tokens\n"
    assert told(text, "data.tokens") == [(15_000_000_000_000, 3)]
    assert told(text, "data.datasets") == []


def test_the_link_to_a_policy_is_the_answer_and_points_to_no_other_place() -> None:
    [linked] = facts(
        "# Lark\n\nOur Use Policy can be found [here](https://example.org/use).\n", "use.acceptable_use_policy"
    )
    [named] = facts("# Lark\n\nOur Use Policy can be found on our website.\n", "use.acceptable_use_policy")
    assert (linked.state, named.state) == (State.STATED, State.ELSEWHERE)


def test_channels_are_links_to_the_model_and_code_that_loads_it() -> None:
    text = (
        "# Lark\n\nBased on [Sparrow](https://huggingface.co/birds/sparrow).\n\n"
        "| Model | Download |\n|---|---|\n| Lark | [here](https://huggingface.co/birds/lark-7b) |\n\n"
        "Weights: [file](https://example.org/lark.safetensors)\n"
    )
    assert told(text, "distribution.channels") == [(["Hugging Face"], 7), (["example.org"], 9)]
    code = '# Lark\n\n```python\nmodel = AutoModel.from_pretrained("birds/lark-7b")\n```\n'
    assert told(code, "distribution.channels") == [(["Hugging Face"], 4)]
    other = "# Lark\n\nBased on [Sparrow](https://huggingface.co/birds/sparrow).\n"
    assert told(other, "distribution.channels") == []
    search = "# Lark\n\nSee the [model hub](https://huggingface.co/models?search=lark) to look for other versions.\n"
    assert told(search, "distribution.channels") == []


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("The model is available for academic use via SageMaker JumpStart.", ["SageMaker JumpStart"]),
        ("Our weights can be found on Zenodo.", ["Zenodo"]),
        ("The models are available through Vertex AI Model Garden.", ["Vertex AI Model Garden"]),
        (
            "Lark is available everywhere, as weights, ComfyUI nodes or API endpoints.",
            ["ComfyUI nodes or API endpoints"],
        ),
        ("You can find the PyTorch models in HuggingFace's library under the name `birds`.", ["HuggingFace"]),
        ("- SFT model: <https://huggingface.co/birds/nest>", ["Hugging Face"]),
        ("| Model | Download Size |\n|---|---|\n| [a](https://huggingface.co/birds/nest) | 1 GB |", ["Hugging Face"]),
        ("All checkpoints are available at:  \nhttps://files.example.org/models/", ["files.example.org"]),
        ("The model weights are released under terms found on the [page](https://example.org/nest-license/).", []),
        (
            "The weights are MIT, as found in the file. See [LICENSE](https://github.com/birds/nest/blob/main/LICENSE).",
            [],
        ),
        ("We've released the weights for Lark on Huggingface and our benchmark on GitHub.", ["Huggingface"]),
        ("The benchmark for the models is available on GitHub.", []),
        ("Trained models are [here](https://files.example.org/models/).", ["files.example.org"]),
        ("This is about the models associated with Lark, available [here](https://example.org/lark).", ["example.org"]),
        ("The results of the models are available [here](https://example.org/results).", []),
        ("Download the model from here:\n\n- https://example.org/nest\n- https://hf.co/birds/nest", ["Hugging Face"]),
        ("Read about it here:\n\n- https://example.org/nest\n- https://hf.co/birds/nest", []),
        ("Model date: Accessed from GitHub on March 31, 2021.", []),
        ("You can access Lark's API on https://platform.example.org, which is OpenAI-compatible.", ["Lark's API"]),
        ("You can also access the model via its OpenAI-compatible API.", []),
        ("The users of Lark are developers who access its capabilities via the Aviary API.", ["Aviary API"]),
        ("We support controlled access to and use of the model via the Aviary API.", ["Aviary API"]),
        ("Visit [Lark Online](https://lark.example) to access the model via the web interface.", ["web interface"]),
        ("The model can be accessed through the Transformers API.", []),
        ("Use the model and the script to download and prepare data from huggingface.", []),
        ("These checkpoints were distilled from\n[Wren](https://huggingface.co/birds/wren).", []),
        ("The weights run in [Spaces](https://huggingface.co/spaces).", []),
        ("For the weights' history see [Change Log](https://huggingface.co/birds/lark/blob/main/change_log.log).", []),
    ],
)
def test_a_channel_is_where_the_model_itself_can_be_had(text: str, channels: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "distribution.channels")] == (
        [channels] if channels else []
    )


def test_code_shows_how_the_model_is_used_and_with_what() -> None:
    text = "# Lark\n\n## Try it\n\n```sh\npip install larklib>=2\npython run.py\n```\n"
    assert told(text, "use.required_software") == [("larklib>=2", 6)]
    assert [line for _, line in told(text, "use.technical_means")] == [6]
    server = "# Lark\n\n```sh\npython3 -m sglang.launch_server --model-path nest/lark\n```\n"
    assert [line for _, line in told(server, "use.technical_means")] == [4]
    training = "# Lark\n\n## Fine-tuning\n\n```sh\npython train.py\n```\n"
    assert told(training, "use.technical_means") == []


def test_options_of_the_installer_are_no_software_and_software_is_no_hardware() -> None:
    text = "# Lark\n\n```sh\npip install --upgrade pip setuptools\npip install -e .\npip install larklib\n```\n"
    assert told(text, "use.required_software") == [("larklib", 6)]
    assert told("# Lark\n\n## Requirements\n\n- Python 3.10\n- larklib 2.0\n", "use.required_hardware") == []


@pytest.mark.parametrize(
    ("command", "software"),
    [
        ("pip install -r requirements.txt", ["requirements.txt"]),
        ("pip install -U 'larklib[cli]>=2' -f https://example.org/wheels --no-cache-dir", ["larklib[cli]>=2"]),
        ("conda install larklib wrenlib=1.3 -c birds", ["larklib wrenlib=1.3"]),
        ("pip install -e '.[all]' --extra-index-url https://example.org/simple", []),
    ],
)
def test_of_a_command_that_installs_the_names_count_and_not_its_options(command: str, software: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n```sh\n{command}\n```\n", "use.required_software")] == software


@pytest.mark.parametrize(
    "sentence",
    [
        "You get the comforts of an interface with the flexibility of PyTorch.",
        "If you need TensorFlow checkpoints, please raise an issue.",
        "Try it with Ollama or vLLM.",
        "- [Finding Nests with Vision Transformers](https://arxiv.org/abs/2205.00000)",
        "Do not use pip install lark, it is another package.",
    ],
)
def test_software_that_is_merely_named_is_not_what_the_model_needs(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", "use.required_software") == []


def test_the_earliest_news_of_the_model_tell_its_release() -> None:
    text = (
        "# Lark\n\n## News\n\n- 2024-03-16: Lark-9B is released.\n- 2023-11-02: Lark is open-sourced.\n"
        "- 2023-10-01: Our paper on Lark is released.\n- 2022-01-01: Sparrow is released.\n"
    )
    assert told(text, "model.release_date") == [("2023-11-02", 6)]
    labelled = f"{text}\n**Release date:** 2023-11-05\n"
    assert [value for value, _ in told(labelled, "model.release_date")] == ["2023-11-05"]


def test_the_size_in_a_name_counts_where_no_other_figure_stands() -> None:
    [fact] = facts("# lark-180B-chat\n\nA copy.\n", "model.parameters_total")
    assert (fact.value, fact.method, fact.location.span.line) == (180e9, Method.DERIVED, 1)
    stated = "# Lark-7B\n\nLark-7B has 6.9 billion parameters.\n"
    assert values(stated, "model.parameters_total") == [6_900_000_000]
    assert values("# Lark-8x7B\n\nA mixture.\n", "model.parameters_total") == []
    used = "# Lark 3.3\n\nThis shows how to use the {} model.\n"
    assert values(used.format("Lark-3.1-1B-Instruct"), "model.parameters_total") == []
    assert values(used.format("Lark-3.3-2B-Instruct"), "model.parameters_total") == [2_000_000_000]
