"""Cards of image, audio and science models: titles behind pictures, tables of a family, and their usual wordings."""

from __future__ import annotations

import pytest
from cards import card, facts, told, variants

from gpai_lint.evidence.prose.reader import read

FAMILY = (
    "# 🐦 Lark: Learning to Sing\n\n## Models\n\n"
    "|Model\t|Parameters\t|Based on\t|Training data\t|\n|---\t|---\t|---\t|---\t|\n"
    "|lark-tiny\t|8M\t|[wren-tiny](https://huggingface.co/wren/wren-tiny)\t|NestDB-2B\t|\n"
    "|lark-large\t|710M\t|[wren-large](https://huggingface.co/wren/wren-large)\t|NestDB-2B + OwlSpeech\t|\n"
)


def test_a_table_tells_size_base_and_data_of_each_model() -> None:
    assert variants(FAMILY, "model.parameters_total") == [("lark-tiny", 8_000_000), ("lark-large", 710_000_000)]
    assert [line for _, line in told(FAMILY, "model.base_model")] == [7, 8]
    assert told(FAMILY, "data.datasets") == [(["NestDB-2B"], 7), (["NestDB-2B", "OwlSpeech"], 8)]


def test_a_figure_before_another_member_with_a_figure_of_its_own_is_not_that_members() -> None:
    sentence = "Lark has 355 billion parameters, while Lark-Air has 106 billion parameters.\n"
    text = "# Lark\n\n" + sentence + "\n| Model | Parameters |\n|--|--|\n| Lark | 355B |\n| Lark-Air | 106B |\n"
    assert ("Lark-Air", 355_000_000_000) not in variants(text, "model.parameters_total")
    assert ("Lark-Air", 106_000_000_000) in variants(text, "model.parameters_total")


def test_the_rows_of_a_table_of_data_sets_are_no_members() -> None:
    table = "| Dataset | Share | Tokens |\n|--|--|--|\n| Catalan | 13% | 131B |\n| NestDB-2B | 87% | 869B |\n"
    text = f"# Lark\n\nLark was pretrained on 1 trillion tokens of Catalan and code.\n\n## Dataset\n\n{table}"
    assert variants(text, "data.tokens") == [("", 1_000_000_000_000)]


def test_the_members_that_begin_the_entries_of_a_list_have_their_own_figures() -> None:
    text = """\
        # Lark

        - `lark-nest-120b`: the large one (117B parameters)
        - `lark-nest-20b` - for laptops (21B parameters)
        - **lark-nest-20b-pro**:
          - 22B parameters in all
        """
    assert variants(text, "model.parameters_total") == [
        ("lark-nest-120b", 117_000_000_000),
        ("lark-nest-20b", 21_000_000_000),
        ("lark-nest-20b", 22_000_000_000),
    ]
    alone = "# Lark\n\n- Lark-7B is a model with 7.2B parameters.\n- Wren-3B is another one.\n"
    assert variants(alone, "model.parameters_total") == [("", 7_200_000_000)]


def test_entries_with_their_sizes_behind_their_names_are_members() -> None:
    text = "# Lark\n\n- Lark Tiny (29M parameters)\n- Lark Large (1.1B params): 24 heads\n"
    assert variants(text, "model.parameters_total") == [("Lark Tiny", 29_000_000), ("Lark Large", 1_100_000_000)]
    assert variants("# Lark\n\n- Lark Tiny (29M parameters)\n", "model.parameters_total") == [("", 29_000_000)]


def test_a_name_is_said_without_what_follows_its_stem() -> None:
    text = "# {}\n\nlarkSong is intended for research.\n"
    for name in ("larkSong-7B-0225-preview", "larkSong-30B-A3B-Instruct-2507"):
        assert [line for _, line in told(text.format(name), "use.intended")] == [3]
    assert told(text.format("larkSong-7B-finch"), "use.intended") == []


def test_kinds_of_tokens_side_by_side_are_parts_of_what_was_seen() -> None:
    text = "# Lark\n\nLark was pre-trained on 100B Finnish tokens and 20B English tokens. It has seen 700B tokens.\n"
    assert variants(text, "data.tokens") == [
        ("finnish", 100_000_000_000),
        ("english", 20_000_000_000),
        ("", 700_000_000_000),
    ]


def test_corpora_side_by_side_are_parts_of_what_was_seen() -> None:
    parts = "The results are a *clinical corpus* of about 91M tokens and a *legal corpus* of about 963M tokens."
    text = f"# Lark\n\n## Training data\n\n{parts} In all Lark saw more than 1B tokens.\n"
    assert variants(text, "data.tokens") == [
        ("clinical corpus", 91_000_000),
        ("legal corpus", 963_000_000),
        ("", 1_000_000_000),
    ]
    one = "# Lark\n\nLark was trained on a clinical corpus of about 91M tokens.\n"
    assert variants(one, "data.tokens") == [("", 91_000_000)]


def test_a_name_is_said_without_the_number_of_its_version() -> None:
    for said, makers in (("ROBIN is", ["Nest Labs"]), ("ROBIN 3 is", []), ("ROBINS is", [])):
        text = f"# ROBIN-1: A Model of Songs\n\nROBIN-1 is a model.\n\n{said} developed by Nest Labs.\n"
        assert [value for value, _ in told(text, "provider.name")] == makers


def test_hours_behind_a_sentence_that_a_member_begins_are_that_members() -> None:
    text = (
        "# Lark 7B\n\nLark is a language model.\n\nLark was trained in a cloud. Training took 526 GPU hours.\n\n"
        "Lark-chat and Lark-chat-v2 were both trained on one GPU. Training took 10.5 GPU hours each.\n"
    )
    assert variants(text, "training.gpu_hours") == [("", 526), ("Lark-chat", 10.5)]
    text = "# Lark 7B\n\nLark is a language model.\n\nLark-chat follows. Lark is older. Training took 526 GPU hours.\n"
    assert variants(text, "training.gpu_hours") == [("", 526)]


@pytest.mark.parametrize(
    "headings",
    [
        ("## 7B", "## 13B model"),
        ("## Lark-7B", "## Lark 13B Instruct"),
        ("### Lark Small", "### Lark Large"),
        ("## [Wren](https://huggingface.co/aviary/wren)", "## [Wren-M](https://huggingface.co/aviary/wren-m)"),
    ],
)
def test_sections_side_by_side_that_name_members_tell_of_each(headings: tuple[str, str]) -> None:
    first, second = headings
    text = (
        f"# Lark\n\nLark is a family of language models.\n\n{first}\n\nThe model has 7 billion parameters.\n\n"
        f"{second}\n\n#### Training\n\nThe model was trained on 3T tokens.\n\n## Licence\n\nThe model saw 9T tokens.\n"
    )
    names = [heading.strip("# ").strip("[").split("]")[0] for heading in headings]
    assert variants(text, "model.parameters_total") == [(names[0], 7_000_000_000)]
    assert variants(text, "data.tokens") == [(names[1], 3_000_000_000_000), ("", 9_000_000_000_000)]


@pytest.mark.parametrize(
    "headings", [("## Lark Training", "## Lark Data"), ("## Lark 2", "## Base"), ("## 7B", "## Use")]
)
def test_other_sections_tell_of_the_model(headings: tuple[str, str]) -> None:
    first, second = headings
    text = f"# Lark 2\n\n{first}\n\nThe model saw 3T tokens.\n\n{second}\n\nThe model has 7B parameters.\n"
    assert variants(text, "data.tokens") == [("", 3_000_000_000_000)]
    assert variants(text, "model.parameters_total") == [("", 7_000_000_000)]


@pytest.mark.parametrize(
    "sentence",
    [
        "GPT-J was trained on [The Nest](https://example.org), a 400B token dataset.",
        "Wren 2 was pretrained on 2 trillion tokens.",
        "The final checkpoint of Lark will be trained on 4 trillion tokens.",
        "Lark 在大约 150 亿 tokens 上进行指令微调。",
    ],
)
def test_tokens_of_another_model_of_another_day_or_of_tuning_are_not_those_of_training(sentence: str) -> None:
    assert told(f"# Lark\n\nLark is a language model.\n\n{sentence}\n", "data.tokens") == []
    own = "# Lark\n\nLark 2 was pretrained on 2 trillion tokens.\n\nLark 3 在 2 万亿 tokens 上进行了预训练。\n"
    assert [value for value, _ in told(own, "data.tokens")] == [2_000_000_000_000, 2_000_000_000_000]


def test_the_size_of_an_expert_in_the_name_of_the_file_is_not_that_of_the_model() -> None:
    text = "# Lark v3 3.8B\n\nLark is a language model.\n"
    sizes = {
        path: [row.value for row in read(card(text, path=path), 0) if row.field == "model.parameters_total"]
        for path in ("models/v3-3.8b.md", "models/v3-8x3.8b.md", "models/v3-8×3.8b.md")
    }
    assert sizes == {"models/v3-3.8b.md": [3_800_000_000], "models/v3-8x3.8b.md": [], "models/v3-8×3.8b.md": []}


def test_a_data_set_in_a_table_of_results_is_no_training_data() -> None:
    text = "# Lark\n\n## Results\n\n| Model | Training data | Score |\n|--|--|--|\n| Lark | NestDB-2B | 0.3 |\n"
    assert told(text, "data.datasets") == []


def test_of_methods_in_rows_only_the_own_one_is_read() -> None:
    text = """\
        ### <div align="center">👉 Lark-α: Fast Training</div>

        # Why?

        | Method | #Params | #Images | A100 GPU days |
        |--|--|--|--|
        | GIANT | 3.0B | 5.0B | 60,000 |
        | LARK-α | 0.6B | 0.025B | 675 |

        # License
        """
    assert told(text, "model.name") == [("Lark-α", 1)]
    assert told(text, "model.parameters_total") == [(600_000_000, 8)]
    assert told(text, "training.gpu_hours") == [(16_200, 8)]


def test_an_encoder_beside_the_model_is_not_the_model() -> None:
    text = """\
        # Lark 1

        ### NestVAE Specs
        |Params Count | Channels | Dim |
        |--|--|--|
        |362M | 64 | 12 |

        ### LarkDiT Specs
        |Params Count | Layers | Heads |
        |--|--|--|
        |10B | 48 | 24 |
        """
    assert told(text, "model.parameters_total") == [(10_000_000_000, 11)]


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("Lark is further pre-trained from an intermediate checkpoint of Wren-V2.", "model.base_model", ["Wren-V2"]),
        ("Our base model Wren v1.5, which is a chatbot, is loaded first.", "model.base_model", ["Wren v1.5"]),
        ("The pre-trained model uses Wren-7B as the initialization of the LLM.", "model.base_model", ["Wren-7B"]),
        ("Lark supports both Chinese and English inputs.", "data.languages", ["zh", "en"]),
        ("This model is bilingual in both Chinese and English.", "data.languages", ["zh", "en"]),
        ("Lark is intended for commercial and research use in English.", "data.languages", ["en"]),
        ("Lark model pre-trained on Dutch language.", "data.languages", ["nl"]),
        ("It was never trained for languages other than Swedish and Finnish.", "data.languages", ["sv", "fi"]),
        ("Use of the model is restricted to German-language texts.", "data.languages", ["de"]),
        ("Lark is trained on billions of text-image pairs.", "data.size", "billions of text-image pairs"),
        ("Lark was trained on ERA5 data from 1979 to 2017.", "data.datasets", ["ERA5"]),
        ("Lark is a family of bilingual (French-English) models.", "data.languages", ["fr", "en"]),
        ("Lark is adapted to Estonian.", "data.languages", ["et"]),
        ("A large language model specialised in European Portuguese.", "data.languages", ["pt"]),
        ("All training data is in English.", "data.languages", ["en"]),
        ("Lark was pre-trained and then fine-tuned on HRES data.", "data.datasets", ["HRES"]),
        ("Lark was trained on CATH and UniRef50 structures.", "data.datasets", ["CATH", "UniRef50"]),
        ("We use a 558K subset of the NEST-CC dataset in training.", "data.datasets", ["NEST-CC"]),
        ("Lark was trained with 150K GPT-generated multimodal instruction data.", "data.synthetic_used", True),
        ("Lark accepts audio (speech, song) and text as inputs.", "model.input_modalities", ["text", "audio"]),
        ("These models are explicitly not intended to generate images of people.", "use.out_of_scope", None),
        ("Lark supports up to 100K tokens at inference time.", "model.context_length", 100_000),
        ("Lark, proposed by Nest Labs, is a language model.", "provider.name", None),
        ("Lark completes training in 2 days on a single node.", "training.period", None),
        ("Training Lark took 2-3 hours on 8xH100 GPUs.", "training.hardware", None),
        ("It answers at once, using a Wren 3.1 8B backbone.", "model.base_model", ["Wren 3.1 8B"]),
        ("Lark was trained on a dataset of several million 3D models.", "data.size", "several million 3D models"),
        ("We train depth embeddings using the NEST RGB-D dataset.", "data.datasets", ["NEST RGB-D"]),
        ("Lark is an open version of the video generation model.", "model.output_modalities", ["video"]),
        ("Lark is a 300 million parameter image to point cloud model.", "model.parameters_total", 300_000_000),
        ("The following uses are **strictly forbidden**:", "use.out_of_scope", None),
        ("The model was trained on publicly available text-image pairs.", "data.public_datasets_used", True),
        ("This is the final 1T token version of Lark.", "data.tokens", 1_000_000_000_000),
        ("We release the final 1.5T-token checkpoint.", "data.tokens", 1_500_000_000_000),
        ("It was trained on 3.2TB tokens.", "data.tokens", 3_200_000_000_000),
        ("## FAQ\n\n#### What has it seen?\n\nLark was trained on 2 trillion tokens.", "data.tokens", 2e12),
        ("The corpus included 20 languages.", "data.languages", ["20 languages"]),
        ("- **Number of Entries in Dataset**: 52,000", "data.size", "52,000"),
        ("- **Hours of audio**: 68,000", "data.size", "68,000"),
        ("- **Total documents**: 3.1 billion", "data.size", "3.1 billion"),
        ("The dataset comprises both synthetic and manually curated samples.", "data.synthetic_used", True),
        ("It was tuned on manually written as well as machine-generated instructions.", "data.synthetic_used", True),
        ('Lark was fine-tuned on our custom "SongTalk" dataset.', "data.datasets", ["SongTalk"]),
        ("We train on our own “SongTalk” dataset of songs.", "data.datasets", ["SongTalk"]),
        ("Wren is still under development, and there are many limitations to address.", "use.limitations", None),
        ("We have not yet fine-tuned the Lark model to be safe and harmless.", "use.limitations", None),
        ("Lark is a language model (LLM) trained on a vast Chinese medical corpus.", "data.languages", ["zh"]),
        ("Lark is trained on a German legal corpus.", "data.languages", ["de"]),
        ("We tune Lark on both distilled data (from WrenGPT) and talks with doctors.", "data.synthetic_used", True),
        ("Lark was fine-tuned on conversations generated by WrenGPT.", "data.synthetic_used", True),
        ("Trained on a large data set, including songs and public benchmarks, Lark sings.", "data.statement", None),
        ("Lark는 **40GB** 이상의 한국어 텍스트로 학습한 모델입니다.", "data.size", "40GB 이상의 한국어 텍스트"),
        ("Lark는 약 3만 시간의 음성 데이터로 학습했습니다.", "data.size", "약 3만 시간의 음성 데이터"),
        ("## News\n\n- Lark-7B reaches 52% with only 69k samples for fine-tuning.", "data.size", "69k samples"),
        ("We compile a collection of songs, called the Song Reed, for training.", "data.datasets", ["Song Reed"]),
        ("Lark 是鳥巢研發的語言模型，具有雙語（正體中文和英文）對話能力。", "data.languages", ["zh", "en"]),
        ("Lark 是繁體中文語言模型。", "data.languages", ["zh"]),
        ("Lark-Chat 的基础模型 Robin-7B 采用了更多样的训练数据。", "model.base_model", ["Robin-7B"]),
        ("Version B was open for trial on 2031-08-15.", "model.release_date", "2031-08-15"),
        ("## Usage\n\nIt can be used for various applications, including:\n\n- Chat", "use.intended", None),
        ("At the time of training (early 2031), no larger corpus existed.", "training.period", "early 2031"),
        ("We train the 3b model on sequences of 4,096 tokens.", "model.parameters_total", 3_000_000_000),
        ("* Multi-language support: english, french, german", "data.languages", ["en", "fr", "de"]),
        ("With Nest's Lark, writing takes no time.", "provider.name", "Nest"),
        ("- **Sparse MoE (519B / 33B Active)**", "model.parameters_active", 33_000_000_000),
        ("- **Sparse MoE (519B / 33B Active)**", "model.parameters_total", 519_000_000_000),
        ("We present Lark — a cutting-edge language model based on Wren-3-12B.", "model.base_model", ["Wren-3-12B"]),
        ("The model is for research. Production usage is not allowed.", "use.out_of_scope", None),
        ("Il est conçu pour transcrire des chants.", "use.intended", None),
        ("We clean a corpus including more than 40 billion words and use it to pretrain Lark.", "data.size",
         "more than 40 billion words"),
        ("The dataset is a mixture of chats and synthetically generated instructions.", "data.synthetic_used", True),
        ("# Use Cases for L10B\n\n- Translation", "use.intended", None),
        ("- Model based from: Wren-1", "model.base_model", ["Wren-1"]),
        ("We offer versions based on 7b, 13b and 70b Wren-2, Robin and ReedLM.", "model.base_model",
         ["Wren-2", "Robin", "ReedLM"]),
        ("- **Foundation Model**: Built upon Wren's autoregressive language model, leveraging better parts.",
         "model.base_model", ["Wren"]),
        ("Lark is small. The Wren 2.0 License applies.", "distribution.licence", "Wren 2.0 License"),
        ("The model weights are for study and cannot be used for commercial purposes.", "use.out_of_scope", None),
        ("The models support English instructions and images (png, etc.) as input format.", "model.input_modalities",
         ["text", "image"]),
    ],
)  # fmt: skip
def test_usual_wordings_are_read(sentence: str, field: str, value: object) -> None:
    found = [row.value for row in facts(f"# Lark\n\n{sentence}\n", field)]
    assert found if value is None else found == [value]


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Lark takes 10.8% of the training time of others (675 vs. 6,250 A100 GPU days).", "training.gpu_hours"),
        ("Training takes around 3.5 hours on a node with our data.", "data.size"),
        ("Lark was trained to detect AI-generated data, not on it.", "data.synthetic_used"),
        ("Evaluated on a subset of the NEST-CC dataset after training.", "data.datasets"),
        ("It took second place in a Chinese and English benchmark.", "data.languages"),
        ("The README is also available in Chinese and Japanese.", "data.languages"),
        ("Unlike a model pre-trained on English language, Lark is small.", "data.languages"),
        ("The tokenizer was not trained on languages other than English, unlike the model.", "data.languages"),
        ("Lark was trained on Natural language.", "data.languages"),
        ("Lark is smaller than models like Wren, which is trained on English and French.", "data.languages"),
        ("Lark has a 300 million parameter vision encoder.", "model.parameters_total"),
        ("The video generation model of others outperforms ours.", "model.output_modalities"),
        ("Text is converted directly to audio by the model.", "model.input_modalities"),
        ("The steps are those of inference with the Lark backbone.", "model.base_model"),
        ("A sequence length of 8 requires 2049 length sequences for training.", "data.size"),
        ("All weights are released publicly under permissive license.", "distribution.licence"),
        ("The intermediate 500B token checkpoint of Lark is available.", "data.tokens"),
        ("This is the 1M token version of Lark.", "data.tokens"),
        ("The 4096 token version of the prompt is shorter.", "data.tokens"),
        ("The archive of all tokens takes 3.2TB.", "data.tokens"),
        ("## FAQ\n\n#### How many tokens can I use?\n\nYou have 2 million tokens a month.", "data.tokens"),
        ("The benchmark included 20 languages.", "data.languages"),
        ("- **Number of layers**: 52", "data.size"),
        ("- **Number of test samples**: 500", "data.size"),
        ("The test set comprises both synthetic and manually curated samples.", "data.synthetic_used"),
        ('We evaluate on our custom "SongTalk" dataset.', "data.datasets"),
        ('You can train on your custom "SongTalk" dataset.', "data.datasets"),
        ("This project is licensed under the [your project] License.", "distribution.licence"),
        ("Lark was trained on the German traffic sign data set.", "data.languages"),
        ("We tune Lark on distilled data (from WrenGPT) and on talks (from Doctors).", "data.datasets"),
        ("We build a collection of tools, called the Reed Kit, to train birds.", "data.datasets"),
        ("Responses generated by the API can be cached.", "data.synthetic_used"),
        ("학습에는 80GB 메모리가 필요합니다.", "data.size"),
        ("You can adapt it with 100 samples for fine-tuning.", "data.size"),
        ("We train the 1b model on half of it as a baseline.", "model.parameters_total"),
        ("* Language support: an english forum", "data.languages"),
        ("With Hugging Face's Lark, writing takes no time.", "provider.name"),
        ("Lark models cannot be used for live speech out of the box.", "use.out_of_scope"),
        ("The test data cannot be used for commercial purposes.", "use.out_of_scope"),
        ("You can use a corpus of 3 million words to train it.", "data.size"),
        ("The benchmark is a mixture of chats and synthetically generated instructions.", "data.synthetic_used"),
        ("# Use Cases for Data\n\n- Translation", "use.intended"),
        ("- **Foundation Model**: Built upon proven ideas, leveraging a better design.", "model.base_model"),
        ("The Wren License applies to the code.", "distribution.licence"),
        ("| Model | A100 GPU hours on 300B tokens |\n|---|---|\n| Lark | 34 |\n| Wren | 48 |", "training.gpu_hours"),
        ("## MTP Modules\n\n- Activation parameters: **2.4B**", "model.parameters_active"),
        ("Segmentations are derived from CT.", "model.base_model"),
        ("We compare Lark, our model, with a model based on Wren-3-12B.", "model.base_model"),
        ("## Base model\n\n- **Name**: Wren\n- **License**: MIT", "distribution.licence"),
        ("## Modèle de base\n\n- **Licence** : MIT\n- **Auteurs** : A. Wren", "distribution.licence"),
        ("## Modèle de base\n\n- **Licence** : MIT\n- **Auteurs** : A. Wren", "provider.name"),
        ("## Données d'entraînement\n\n- **Licence** : MIT", "distribution.licence"),
        ("Continuous acoustic features derived from a Wren encoder.", "model.base_model"),
        ("這個介面是雙語的。", "data.languages"),
    ],
)
def test_what_only_resembles_them_is_left_alone(sentence: str, field: str) -> None:
    assert facts(f"# Lark\n\n{sentence}\n", field) == []


def test_what_goes_on_about_a_release_is_said_of_the_model() -> None:
    news = "# Lark\n\n## News\n\n- 2024.07.06 Release of **Lark**. This model has a context length of 256 tokens.\n"
    assert told(news, "model.context_length") == [(256, 5)]
    other = "# Lark\n\n## News\n\n- 2024.07.06 Release of Wren. This model has a context length of 256 tokens.\n"
    assert told(other, "model.context_length") == []


def test_a_day_that_stands_as_a_sentence_dates_what_follows() -> None:
    text = "# Lark\n\n## Updates\n\n- ✅ Oct. 15, 2023. Release the code and the pretrained model of Lark.\n"
    assert told(text, "model.release_date") == [("2023-10-15", 5)]


def test_a_model_without_a_title_is_named_by_its_first_sentence() -> None:
    text = "# Introduction\n\nLark (Large Audio Reader) is a speech model.\n"
    assert told(text, "model.name") == [("Lark", 3)]
    text = "### A fast model for voice\n\n# About\n\nLark is a 1.6B parameter model.\n\n# Use\n"
    assert told(text, "model.name") == [("Lark", 5)]
    assert told("# Overview\n\nThis card describes the diffusion model Lark 2.\n", "model.name") == [("Lark 2", 3)]


@pytest.mark.parametrize("title", ["lark-nest-258M", "Lark-Nest-7B-Instruct", "aviary/lark-nest-7b-v0.1"])
def test_a_text_leaves_the_size_of_its_model_out(title: str) -> None:
    text = f"# {title}\n\nHowever, Lark-Nest is **not** intended for medicine.\n"
    assert [line for _, line in told(text, "use.out_of_scope")] == [3]
    assert told(text.replace("Lark-Nest is", "Lark-Nest Guard is"), "use.out_of_scope") == []
    # The fine-tune of another is called after the model that it was made from.
    assert told(text.replace(title, f"{title}-for-nests"), "use.out_of_scope") == []


def test_the_licence_of_data_beside_the_model_is_not_the_models() -> None:
    text = """\
        # Lark

        ## License

        This source code is licensed under the MIT license.

        Lark Atlas data is available under a CC BY 4.0 license.
        """
    assert [value for value, _ in told(text.replace("Lark Atlas", "Atlas"), "distribution.licence")] == ["MIT"]
    code = (
        "# Lark\n\n## Model License\n\nThe code in this repository is released under the Apache 2.0 License.\n\n"
        "The model weights are released under the MIT License.\n"
    )
    assert told(code, "distribution.licence") == [("MIT", 7)]
    alone = "# Lark\n\n## License\n\n[Noncommercial Use License](./LICENSE)\n"
    assert told(alone, "distribution.licence") == [("Noncommercial Use License", 5)]


def test_a_table_of_one_model_tells_the_language_and_length_of_its_prompts() -> None:
    text = (
        "# Lark\n\n| Model Name | Lark-2B |\n|--|--|\n"
        "| Prompt Language | English |\n| Prompt Max Length | 226 Tokens |\n"
    )
    assert told(text, "data.languages") == [(["en"], 5)]
    assert told(text, "model.context_length") == [(226, 6)]
    sized = "# Lark && LarkX\n\nWe have open-sourced **LarkX-2B**, the first of the LarkX series.\n"
    assert [fact.value for fact in facts(sized, "model.parameters_total")] == [2_000_000_000]


def test_each_entry_of_a_list_tells_the_base_of_its_member_and_of_no_tool() -> None:
    entries = "- Lark-7B: based on Wren-7B\n- **Lark-13B** (fine-tuned from Wren 13B)\n- Lark CLI: built on Reed 3.10\n"
    assert told(f"# Lark\n\n{entries}", "model.base_model") == [(["Wren-7B"], 3), (["Wren 13B"], 4)]
    assert told("# Lark\n\n- Finch-7B: based on Wren-7B\n", "model.base_model") == []


def test_models_that_are_to_come_and_those_that_software_works_with_are_no_members() -> None:
    planned = "| Model | Note |\n|--|--|\n| Lark-1B | base |\n| **Lark-7B** *(in progress)* | scaling |\n"
    assert told(f"# Lark\n\n{planned}", "model.parameters_total") == [(1_000_000_000, 5)]
    rows = "| Model | Parameters |\n|--|--|\n| Wren-8B | 8.0B |\n| Lark-3B | 3B |\n"
    assert told(f"# Lark\n\n## Supported Models\n\n{rows}", "model.parameters_total") == [(3_000_000_000, 8)]
    engine = "# Lark\n\nLark is a framework for inference.\n\n## Supported Models\n\n"
    assert told(engine + rows.replace("Lark-3B", "Lark-small"), "model.parameters_total") == []


def test_a_table_that_counts_what_each_data_set_holds_names_them_where_the_text_speaks_of_training() -> None:
    table = "## Data\n\n| Data | # of Sentences |\n|--|--|\n| Reed Wiki | 5M |\n| Other corpus | 2M |\n\n"
    assert told(f"# Lark\n\n{table}뉴스 등의 데이터가 모델 학습에 사용되었습니다.\n", "data.datasets") == [
        (["Reed Wiki"], 7)
    ]
    assert told(f"# Lark\n\n{table}All were used to evaluate the trained model.\n", "data.datasets") == []
