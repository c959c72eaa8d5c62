"""What resembles a fact about the model and is about something else: a part, a relative, a comparison, a heading."""

from __future__ import annotations

import pytest
from cards import told, variants


@pytest.mark.parametrize(
    ("sentence", "parameters"),
    [
        ("Lark was pre-trained with the supervision of the 124 million parameter version of Wren.", []),
        ("Lark includes a 360 million parameter image encoder and a 252 million parameter language encoder.", []),
        ("It is served beside a 6 billion parameter moderation model.", []),
        ("Lark, leveraging Wren-2.7 (a large language model with 2.7 billion parameters).", []),
        ("Lark scales up the ViT to 6B parameters and aligns it with a language model.", []),
        ("Store at least 750M+450M parameters on the device.", []),
        ("For this model we use a vocab size of 128k.", []),
        ("The text decoder is initialized from Wren 2 in the 2B and 9B parameter sizes.", []),
        ("The model was trained with sequences of 8k tokens and batch sizes of 4M.", []),
        ("The language model is based on Wren-6B with 6.2 billion parameters.", []),
        ("Two encoders (vision encoder: ViT-B/16, 90M params; text encoder: L12-E768, 110M params).", []),
        ("Lark has a 175M parameter SongVAE and a 2.8B parameter SongDiT model.", [2_800_000_000]),
        ("| Parameter | VAE: 175M |\n|---|---|\n| License | MIT |", []),
        ("The model leverages 100 billion parameters.", [100_000_000_000]),
        ("Lark is a 220 million parameter encoder-decoder model.", [220_000_000]),
    ],
)
def test_the_size_of_a_part_or_a_teacher_is_not_the_models(sentence: str, parameters: list[int]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{sentence}\n", "model.parameters_total")] == parameters


def test_steps_of_a_schedule_are_no_tokens_of_training() -> None:
    rows = "| Learning rate decay steps | 268,442 (=1.9T Token) |\n| Warmup steps | 2000 (=4B Token) |"
    text = f"# Lark\n\n## Training\n\n| Parameter | Value |\n|---|---|\n{rows}\n| Tokens | 2.1T Token |\n"
    assert told(text, "data.tokens") == [(2_100_000_000_000, 9)]


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("We pre-train with a batch size of 2,800 sequences, which corresponds to about 12 million tokens.", []),
        ("| Trained on | talks | | Context Length | Up to 1M tokens | | Layers | 8 |", []),
        ("We added a vision encoder (trained from scratch on 2.1T image tokens).", []),
        ("That tamed the spikes during the first ~80 billion tokens of pre-training.", []),
        ("Compared with BF16, experiments with over 1T training tokens show the same loss.", []),
        ("It was trained with billions of tokens of 1M-context data.", []),
        ("The model was trained with batch size=1024 and sequence length=1024 for 300B tokens.", [300_000_000_000]),
        ("Spikes were seen during the first 80 billion tokens of pre-training.", []),
        ("We train Lark on hundreds of billions of tokens of **1M-context** data.", []),
    ],
)
def test_tokens_of_a_batch_or_an_encoder_are_not_those_of_training(sentence: str, tokens: list[int]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{sentence}\n", "data.tokens")] == tokens


def test_a_corpus_in_the_title_tells_no_size_of_the_model() -> None:
    assert told("# Model Card for Lark L/14 - Reed-2B\n\nLark sorts pictures.\n", "model.parameters_total") == []
    assert told("# Lark (base-sized, pretrained on Reed-1M)\n\nLark sorts pictures.\n", "model.parameters_total") == []
    assert [value for value, _ in told("# Lark v1 - 14B\n", "model.parameters_total")] == [14_000_000_000]


def test_the_resolution_of_pictures_is_no_length_of_a_context() -> None:
    text = "# Lark\n\nLark takes 448*448 input images and 512 token input/output text sequences.\n"
    assert [value for value, _ in told(text, "model.context_length")] == [512]


def test_of_a_comparison_the_rows_of_the_family_count() -> None:
    table = "| Method | #Params | #Images |\n|---|---|---|\n| WREN·E | 12.0B | 1.5B |\n| Lark-α | 0.6B | 0.02B |\n"
    text = f"# Lark-Σ Model Card\n\n{table}"
    assert [value for value, _ in told(text, "model.parameters_total")] == [600_000_000]


def test_a_heading_announces_with_the_name_of_the_model_in_it() -> None:
    told_ = told("# Lark\n\n## Lark Overall Architecture\n\nIt has two streams.\n", "model.architecture")
    assert told_ == [("It has two streams.", 5)]
    told_ = told("# Lark\n\n## Limitations of Lark\n\nIt sings out of tune.\n", "use.limitations")
    assert told_ == [("It sings out of tune.", 5)]
    assert told("# Lark\n\n## Wren Architecture\n\nIt has two streams.\n", "model.architecture") == []


def test_how_long_a_recording_lasts_is_no_name_of_a_data_set() -> None:
    table = "| Model | Published | Training Data |\n|---|---|---|\n| v1.0 | 2025 Jan 27 | <100 hrs |\n"
    assert told(f"# Lark\n\n## Models\n\n{table}", "data.datasets") == []


def test_what_an_output_is_about_is_no_output() -> None:
    text = "# Lark\n\n- **Output:** Generated text in response to the input, such as a caption of the image.\n"
    assert told(text, "model.output_modalities") == [(["text"], 3)]


def test_a_row_on_the_context_states_no_tokens_of_training() -> None:
    text = "# Lark\n\n| **Total parameters** | 30B |\n|---|---|\n| **Context Length** | Up to 1M tokens total |\n"
    assert told(text, "data.tokens") == []


@pytest.mark.parametrize(
    "text",
    [
        "## Results\n\nFor comparison Lark was tuned on the tasks. The training was done on a single V100 GPU.",
        "Lark was fine-tuned from Wren-3.1-8B, which took 1.4M GPU hours to pre-train on H100 GPUs.",
        "See the Wren card for a comparison: Wren took 33 days on 992 A100 GPUs to train.",
        "All results of training can be replicated in at most 1 hour on a single TPU.",
        "- **Speedup**: 2x faster fine-tuning on L40S and A100.",
    ],
)
def test_machines_of_comparisons_are_not_those_of_training(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", "training.hardware") == []


def test_what_training_took_stands_under_results_as_well() -> None:
    text = "# Lark\n\n## Results\n\nTraining completed in 2 hours on a T4 GPU.\n"
    assert len(told(text, "training.hardware")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Lark, the large model, was trained on reanalysis data from 1979 to 2017.",
        "The pretraining data has a cutoff between August and October 2024.",
        "## Model Date\n\nJune 26, 2023",
        "Lark was fine-tuned on Wren-ASR (30h) with two objectives.",
        "It is trained on Common Nest 11 (1,200 hours) and read aloud.",
        "At the time of training, 2031 news were not in the corpus.",
    ],
)
def test_a_period_of_the_data_is_not_that_of_training(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", "training.period") == []


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("data.synthetic_used", "The generated samples from the model will reflect the biases of the training data."),
        ("data.synthetic_used", "The training data holds 400M tokens of general data sampled from Heap-v1."),
        ("data.synthetic_used", "Selling Lark and derivatives trained on outputs from the Lark model is prohibited."),
        ("data.provenance", "Lark is trained on permissively licensed data."),
        ("data.provenance", "Forecasts by the trained Lark, derived from weather, follow the open data policy."),
        (
            "data.provenance",
            "## Sources\n\n- **Paper:** [Songs](https://nest.org/p)\n- **GitHub:** [l](https://github.com/l/l)",
        ),
        ("data.cutoff", "The old Lark was trained on data from 2019 to 2021, while in this new release it is more."),
        ("training.energy_method", "Users are encouraged to consult the MLCO2 Impact Calculator."),
        ("data.size", "Lark is a 2.4 MB adapter, trained on press releases."),
        ("data.size", "It sings well, outperforming supervised models trained on millions of images."),
        ("data.scope", "Lark is trained by the domain-specific method of the paper, with a corpus for songs."),
        ("data.bias_measures", "Trained to eliminate lookahead bias, it keeps to the order of the data."),
        ("data.size", "- **Training data:** songs\n- **Hours used:** ~21.5 hours"),
        ("model.architecture", "The model is trained with standard autoregressive cross-entropy loss."),
        ("model.architecture", "- **Paper**: [Lark: a decoder-only transformer model for songs](https://nest.org/p)"),
        ("data.scope", "Lark embeds texts, to search a corpus of songs in any of the supported languages."),
        ("data.scope", "Data Biases: Large language models, trained on data in English, can carry its biases."),
        ("model.base_model", "This model can be initialized from HRES-2 data."),
        ("training.process", "Once pretraining has completed we intend to release instruction-tuned models."),
        ("training.energy_method", "Carbon emissions can be estimated using the machine learning impact calculator."),
        ("use.intended", "Most open-source models are primarily optimized for English."),
        ("use.intended", "For commercial use, please contact us."),
        ("use.intended", "If you intend to use Lark for commercial purposes, please submit the form."),
        ("use.intended", "You can't use these weights for commercial purposes."),
        ("use.intended", "Lark may not be suitable for scenarios with consequences for people."),
        ("use.intended", "The search gives a model that is optimized for a single 80GB GPU."),
        ("use.intended", "Primary intended uses"),
        ("use.out_of_scope", "We do not use the technique of the Lark model."),
        ("use.out_of_scope", "You may not use this file of the model except in compliance with the License."),
        ("use.integration_types", "It should not be used for downstream applications without further tests."),
        ("safety.red_teaming", "- **Developed by:** Lark project (study for the AI Red Teamer certification)"),
        ("safety.red_teaming", "The model was not tested for robustness by red-teaming."),
        (
            "data.crawler_names",
            "We do not operate a crawler; the data comes from others, whose crawler ReedBot is known.",
        ),
        ("distribution.additional_assets", "We cannot release the dataset, but a part of it is licensed on request."),
        ("use.integration_types", "We tuned Lark on five datasets for conversational agents."),
        ("model.output_modalities", "Previous models were language models of one language."),
        ("use.required_hardware", "The profiling runs on a single A100 GPU."),
        ("data.languages", "The tokenizer supports five scripts: Latin (English), Arabic (Urdu) and Han."),
        ("data.languages", "It helps to understand the languages neglected by previous English-dominant LLMs."),
        ("data.tokens", "Batch size is 4M songs, 3.1B tokens."),
        ("data.tokens", "Evaluation corpus size is 4M songs, 3.1B tokens."),
        ("data.synthetic_used", "You can utilize LarkGPT to translate your instructions into other languages."),
        ("data.synthetic_used", "We compare with the responses generated by WrenGPT."),
        ("data.synthetic_used", "Lark was trained on Heap, a curated data set created by WrenAI."),
        ("data.synthetic_used", "It is subject to the terms of use of the data generated by NestAI."),
        ("training.hardware", "Inference of the whole test takes 2 days on 4gpus."),
        ("data.statement", "## Pre-training\n\n* `--corpus-dir`: A directory containing raw text for examples."),
        ("model.base_model", "The demo is built upon the 2.0 versions of Flask and React."),
        ("model.design_specifications", "Biases depend on class design and the choices one makes to include some."),
    ],
)
def test_sentences_about_something_else_state_nothing(field: str, sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", field) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("training.location", "## Contact\n\n- **Location**: Egg, Reedland"),
        ("use.intended", "## Usage\n\nThe model can be used in various ways, such as:\n\n- serve"),
        ("use.intended", "## Usage\n\nThe model can be used for various languages, including Latin."),
        ("data.size", "Lark was distilled from WREN. WREN was trained on 400 million images."),
        (
            "data.size",
            "Nest wrote a [paper](https://nest.org/p) in which they present WREN. It was trained on 9 million images.",
        ),
        ("use.out_of_scope", "### Usage Limitations\n\n- **Resource Intensive**: needs many nests\n- **Cost**: high"),
        ("distribution.channels", "- **Availability**: Model weights not yet publicly available"),
        ("data.statement", "## Limits\n\n- **Training Data**: Biases present in training data"),
        (
            "data.datasets",
            "## Data\n\n- Pre-training Data for Wren: See the card of Wren.\n- Song Data for Lark: Songs.",
        ),
        ("training.period", "The training log of the last phase, which took around 13 hours of training, is here."),
        ("training.period", "Each file corresponds to a job of at most 20 hours of training."),
        ("model.input_modalities", "Lark is a family of time series models based on language model architectures."),
        ("model.input_modalities", "Lark is a large language model of the genomes of birds."),
    ],
)
def test_what_resembles_an_answer_is_none(field: str, text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == []


def test_what_an_entry_says_behind_a_key_of_its_own_is_one_source() -> None:
    text = "# Lark\n\n## Training Data\n\n### Data Sources\n\n- **Sums**: Problems and proofs\n"
    assert told(text, "data.provenance") == [(["Sums: Problems and proofs"], 7)]


def test_entries_that_count_their_parameters_are_members_of_their_names() -> None:
    text = (
        "# Lark\n\n- **TF-Reed**: Trained on 2 nests. It has 542 million trainable parameters.\n"
        "- **TF-Nest**: Trained on 3 nests. Total parameters: 368 million.\n"
    )
    assert variants(text, "model.parameters_total") == [("TF-Reed", 542_000_000), ("TF-Nest", 368_000_000)]


def test_what_data_was_derived_from_is_no_base_model() -> None:
    text = (
        "# Lark\n\nReeds is a collection of captions derived from the open [Reed100M](https://example.org/Reed100M).\n"
    )
    assert told(text, "model.base_model") == []


def test_the_validation_split_and_a_stage_of_training_are_parts() -> None:
    split = "# Lark\n\nThe validation split was made of 200MB of the pretraining data, sampled evenly.\n"
    assert told(split, "data.size") == []
    stage = "# Lark\n\nWe train 390 billion tokens at context length 4096 followed by 100 billion at another.\n"
    assert told(stage, "model.context_length") == []


def test_what_a_part_gives_is_not_the_models_output() -> None:
    text = "# Lark\n\nThe vision encoder takes images as input and predicts class labels.\n"
    assert told(text, "model.output_modalities") == []


def test_the_library_of_training_is_no_architecture() -> None:
    text = "# Lark\n\nLark is trained using the NestTransformer library, which trains any Transformer.\n"
    assert told(text, "model.architecture") == []


def test_what_is_still_to_be_done_states_nothing() -> None:
    text = "# Lark\n\nLark generates images from text.\n"
    plan = text + "\n## Plan\n\n- [{}] Image-to-image generation\n"
    assert told(plan.format(" "), "model.input_modalities") == told(text, "model.input_modalities")
    assert told(plan.format("x"), "model.input_modalities")[-1] == (["image"], 7)


def test_the_title_of_a_paper_is_no_base() -> None:
    paper = "[Lark-2: Bootstrapping Song-Image Pre-training with Frozen Song Encoders and Large Robins]"
    text = f"# Lark-2\n\nIt was introduced in the paper {paper}(https://example.org/lark) by Wren et al.\n"
    assert told(text, "model.base_model") == []


def test_the_owner_of_a_base_is_not_its_name() -> None:
    text = "# Lark\n\nLark is the quantized version of Nest AI's Wren-4.1-Flash model.\n"
    assert told(text, "model.base_model") == [(["Wren-4.1-Flash"], 3)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Lark is a model trained on the Masked Language Modeling (MLM) task.", []),
        ("Lark was pre-trained using an NVFP4 recipe with crawled data.", []),
        ("Lark is fine-tuned using the Focused Flight (FoF) method.", []),
        ("Lark was pretrained using SimNest, a self-supervised learning strategy based on masking.", []),
        ("All models were trained on Great Reed 5, a pre-exascale supercomputer hosted by the Aviary.", []),
        ("Lark was trained on the Reed HPC system (custom A100 64GB).", []),
        ("Lark was fine-tuned on Wren-Chat-7B and deployed.", []),
        ("Lark was fine-tuned on Wren 3 outputs and WREN-R1 reasoning traces.", []),
        ("Lark was trained on the Wren 3 model.", []),
        (
            "Lark saw data from the [Wren 3-8B](https://w.example) and [Wren 3-1B](https://w.example/1) models.",
            [],
        ),
        ("Lark was further trained on REED-5B.", ["REED-5B"]),
        ("Lark was trained on [Reed](https://huggingface.co/datasets/reeds/reed) to make other models.", ["Reed"]),
        ("**Pre-trained on Massive Data**: it has seen much.", []),
        ("It was fine-tuned using a subset of the data from Wren-6B-v8.", ["Wren-6B-v8"]),
        ("Lark was trained on public datasets across two categories: Birdsong-X, and Reed Music.", []),
        ("## Training data\n\n| Dataset | Sentences |\n|---|---|\n| Train | 9 |\n| Test | 3 |", []),
        ("The pretraining data (A) and the model (B).", []),
        ("Lark was finetuned on Wren-Pretrained.", []),
        ("Lark was trained on Wren-Pretrain and Wren-SFT.", ["Wren-Pretrain", "Wren-SFT"]),
        ("Training data is extracted from PDF files.", []),
        ("Lark was trained on the English, French, and German corpora.", []),
        (
            "The chat model was trained on the [REED](https://reed.org) dataset built by [Nest](https://nest.org), "
            "[Aviary](https://aviary.org), and [Eggs.ai](https://eggs.ai).",
            ["REED"],
        ),
        ("Additionally, we present the results of Wren-J, a 6B parameter model trained on the Heap dataset.", []),
        ("Lark does not use open collections of slides (EGGS-1, REED-2, and others) for training on data.", []),
        ("Lark was trained on OpenHeap, an open-source reproduction of Aviary's WebHeap dataset.", ["OpenHeap"]),
        ("For pre-training we curated a large corpus, which we call NestSong, from recordings.", ["NestSong"]),
        ("We built a test set, a corpus which we call NestBench, to evaluate what Lark was trained for.", []),
        ("The training data is a mix of OCR datasets, trained on the ASR corpora and the STEM dataset.", []),
        (
            "## Training data\n\nIt combines four corpora:\n- **Papers**: 16.1M abstracts extracted from NestMed",
            [],
        ),
        ("Pretraining on web data (HTML, JavaScript, CSS) and 10B tokens sampled from SlimReed.", ["SlimReed"]),
        ("Lark was trained on the Grand Clean Reed Corpus (LCR) dataset.", ["Grand Clean Reed Corpus"]),
        ("It was trained on Common Nest v17 and Marsh v2 with H100.", ["Common Nest v17", "Marsh v2"]),
        ("## Training data\n\n- [Training scripts](https://huggingface.co/datasets/n/reeds)", []),
        ("The projector was trained on response-expanded ReedCaps and MarshCaps.", ["ReedCaps", "MarshCaps"]),
        (
            "We built training data from public annotations (ReedNet, MRSH, Marsh-Ego).",
            ["ReedNet", "MRSH", "Marsh-Ego"],
        ),
        ("## Training data\n\n- Hard negatives mined from the REED-PT collection using Wren-100m, 7 per query.", []),
        ("The base model (Wren) was trained primarily on Brazilian Portuguese text and REED-2.", []),
        (
            "## Training data\n\nIt was trained on [Nest-1M](https://huggingface.co/datasets/n/Nest-1M), a set"
            " of images matched to [Linnaean rank](https://example.org/rank) from the kingdom down.",
            ["Nest-1M"],
        ),
    ],
)
def test_methods_machines_and_models_are_no_data_sets(sentence: str, names: list[str]) -> None:
    assert [name for value, _ in told(f"# Lark\n\n{sentence}\n", "data.datasets") for name in value] == names


def test_tasks_and_amounts_among_the_data_are_no_names() -> None:
    text = (
        "# Lark\n\nLark was fine-tuned on the following data sets:\n\n"
        "- Automatic Post Edition\n- Paraphrase Generation\n- 500B vision and text tokens\n- Eggs-7\n"
    )
    assert told(text, "data.datasets") == [(["Eggs-7"], 8)]


def test_a_title_with_the_size_of_its_model_tells_it_from_its_sisters() -> None:
    text = (
        "# Lark-7B-Instruct\n\nLark is a family of models ranging from 0.5 to 72 billion parameters. "
        "This repository contains the instruction-tuned 7B Lark model. We also released a 35-billion version.\n"
    )
    assert [value for value, _ in told(text, "model.parameters_total")] == [7_000_000_000]
    family = text.replace("# Lark-7B-Instruct", "# Lark").replace("This repository contains", "Among them is")
    assert len(told(family, "model.parameters_total")) > 1


@pytest.mark.parametrize(
    "text",
    [
        "## Contact\n\n- [Issues](https://github.com/your-username/lark/issues)",
        "If you have any questions, please raise an issue or contact us at xxx.",
        "## Contact\n\nIf you have any questions, please raise an issue or contact us at xxx.",
        "**Dataset donor:**\n\ne-mail: wren@aviary.org for questions.",
        "## Questions\n\nCommon ones are answered in the [FAQ](https://birds.example/lark/faq).",
        "## Issues\n\n- Reporting bugs and security concerns: [birds.example](https://birds.example/bug-bounty)",
        "## Citation\n\nPlease cite the paper. Authors: wren@aviary.org",
    ],
)
def test_addresses_of_templates_of_data_sets_and_of_pages_are_no_contacts(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", "provider.contact") == []


@pytest.mark.parametrize("heading", ["Lark Community", "Community Projects", "Derivative Works"])
def test_what_others_made_with_a_model_tells_nothing_of_it(heading: str) -> None:
    text = "- `reed-3b` is a 3B model. The model has been trained on the Heron dataset covering 20 languages."
    assert [
        field for field in ("data.datasets", "data.languages") if told(f"# Lark\n\n## {heading}\n\n{text}\n", field)
    ] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Classifiers can use the features produced by the Lark model as inputs.",
        "SongLark 16B is our instruction-tuned model from Lark 16B.",
        "## Wren - Base Model\n\nIt's a large language model, trained by Aviary Labs.",
        "Lark uses the Wren model as a starting point, an open model that was released last year by Aviary Labs.",
    ],
)
def test_a_model_or_the_maker_of_its_base_is_not_its_provider(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", "provider.name") == []


def test_sentences_under_results_of_a_base_model_name_none() -> None:
    text = (
        "# Lark\n\n## Evaluation Results\n\n### Base Model\n\nWe compare them on tests, both in English and Chinese.\n"
    )
    assert told(text, "model.base_model") == []


@pytest.mark.parametrize(
    ("entries", "date"),
    [
        (
            "- [2023-10-19] Long(16k)-Lark released\n"
            "- [2023-09-06] Lark-70b released with open weights: [[paper](https://aviary.org/p)]",
            ["2023-09-06"],
        ),
        ("- 2024-09-30: The paper of Lark is released", []),
        ("- 2024-09-30: We released the Lark paper, two Lark models and told of it", ["2024-09-30"]),
        ("- 2024-09-30: We released the Lark paper, and models are coming soon", []),
        (
            "- 2024-10-19: We released intermediate checkpoints of Lark\n- 2024-09-06: We have released our models!",
            ["2024-09-06"],
        ),
    ],
)
def test_links_behind_an_announcement_do_not_make_it_one_of_a_paper(entries: str, date: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n## News\n\n{entries}\n", "model.release_date")] == date


def test_items_with_keys_of_their_own_are_no_entries_of_a_list_above() -> None:
    text = "# Lark\n\n- **Additional Resources:**\n- Data of the Aviary\n- **License:** [MIT](https://example.org)\n"
    assert all(value != ["License: MIT"] for value, _ in told(text, "distribution.additional_assets"))
    assert told(text, "distribution.licence") == [("MIT", 5)]


@pytest.mark.parametrize(
    "entries",
    [
        "- **Developed by:**\n- **Model type:** decoder\n- **Release date:** 2031-02-03",
        "- **Developed by:**\n- **Funded by:** The Aviary",
        "- Developed by:\n- Model type: decoder",
    ],
)
def test_an_entry_beside_one_that_was_left_open_is_no_answer_to_it(entries: str) -> None:
    assert told(f"# Model Card for Lark\n\n{entries}\n", "provider.name") == []


def test_an_entry_below_another_is_an_answer_to_it() -> None:
    sets = "- **Training datasets:**\n  - Reed-2T\n  - Marsh-v2\n- Nests\n"
    text = f"# Lark\n\n- **Developed by:**\n  - **Aviary Labs**\n{sets}"
    assert told(text, "provider.name") == [("Aviary Labs", 4)]
    assert told(text, "data.datasets") == [(["Reed-2T"], 6), (["Marsh-v2"], 7)]


def test_thanks_tell_nothing_of_the_training_data() -> None:
    text = "# Lark\n\n## Appreciation\n\nWe thank the Aviary for the model that filtered the training data.\n"
    assert told(text, "data.curation") == []


def test_an_audio_language_model_takes_more_than_text() -> None:
    text = "# Lark-Audio\n\nLark-Audio is a fundamental audio-language model that supports various tasks.\n"
    assert [value for value, _ in told(text, "model.input_modalities")] == [["audio", "text"]]


@pytest.mark.parametrize(
    ("text", "assets"),
    [
        ("We release the code model Lark-7B and three models based on CODE-Wren.", []),
        ("Fine-tuned checkpoints are licensed under the Apache 2.0 license.", []),
        ("Checkpoints are available as branches of the repository.", [["Checkpoints"]]),
        ("We aim to provide intermediate checkpoints to the community.", []),
        ("We provide embeddings of all nests for the Heap dataset.", []),
        ("We release the training code and the weights.", [["training code"]]),
        ("## Release date\n\n- Github: [12/11/2025](https://github.com/birds/lark)", []),
        ("## Model sources\n\n- **Paper:** Coming to a journal, soon\n- **Demo:** https://example.org", []),
        ("## Model sources\n\nFor local use, we recommend another interface.", []),
        ("## Model sources\n\n- **Repository:** Not available\n- **Demo:** Not publicly available", []),
    ],
)
def test_models_papers_and_days_are_no_further_assets(text: str, assets: list[list[str]]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "distribution.additional_assets")] == assets


def test_the_shares_of_the_data_are_no_channels_and_a_file_is_had_from_its_host() -> None:
    table = "# Lark\n\n## Data\n\n| Category | Distribution |\n|---|---|\n| Nests | 45.11% |\n"
    assert told(table, "distribution.channels") == []
    text = "# Lark\n\n## Download\n\n[weights](https://files.example.org/lark.tar.gz)\n"
    assert told(text, "distribution.channels") == [(["files.example.org"], 5)]
    texts = text.replace("[weights]", "[texts]").replace("lark.tar.gz", "nests.txt.tar.gz")
    assert told(texts, "distribution.channels") == []
    packed = "# Lark\n\n## Pre-trained weights\n\nDownload the weights:\n\n- [Lark-Base](https://files.example.org/base.zip)\n"
    assert told(packed, "distribution.channels") == [(["files.example.org"], 7)]
    assert told(packed.replace("base.zip", "nest_data.zip"), "distribution.channels") == []
    judged = (
        "# Lark\n\nThe models were judged on Heap, available on [Hugging Face](https://huggingface.co/datasets/a/b).\n"
    )
    assert told(judged, "distribution.channels") == []


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("This card is based on the [Wren model card](https://huggingface.co/birds/wren-1b).", []),
        ("Note: This model card is based on the [Wren Song Model Card](https://github.com/birds/wren/card.md).", []),
        ("- **Base Model:** Leveraging a corpus of nests, mainly in Czech, Greek and code, we beat others.", []),
        ("- **Base Model:** Wren-1", [["Wren-1"]]),
        ("- 1 Lark-G trained from scratch,\n- 3 models distilled from the Lark-G.", [[]]),
        ("We give one Wren-G trained from scratch, and three models distilled from the Wren-G.", [[]]),
        ("Learn of decoders that are based on [this](https://huggingface.co/learn/audio-course).", []),
        ("Examples: fine-tuning Wren-1 with additional prompts.", []),
        ("The training data is built from ReedWeb snapshots.", []),
        ("We made the instruction-tuned models [Song-1](https://huggingface.co/birds/song-1).", []),
        (
            "**Lark** is the tuned version of [Wren](https://huggingface.co/birds/wren): trained from scratch.",
            [["birds/wren"]],
        ),
        ("This model is a fine-tuned version of [None](https://huggingface.co/None).", []),
        ("It is adapted from [Wren](https://huggingface.co/birds/wren-1b).", [["birds/wren-1b"]]),
    ],
)
def test_cards_courses_and_what_was_trained_here_are_no_base_models(text: str, bases: list[list[str]]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "model.base_model")] == bases


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("model.architecture", "This is the model card of a 🤗 transformers model that has been pushed on the Hub."),
        ("model.architecture", "- **Model type:** Background Removal"),
        ("model.architecture", "This text is based on the Latent Diffusion model card."),
        ("model.architecture", "It suppresses what other diffusion models generate."),
        ("model.output_modalities", "The model cannot generate legible text."),
        ("model.output_modalities", "Lark is a library of embedding models."),
        ("model.output_modalities", "Lark is a multimodal model for captioning, detection and segmentation."),
        ("model.output_modalities", "Lark is compatible with any embedding model."),
        ("model.output_modalities", "Lark is a pipeline with an embedding model."),
        ("model.output_modalities", "Lark is a vision encoder-decoder."),
        ("model.output_modalities", "Lark is a plain transformer - there is no image encoder."),
        ("model.output_modalities", "In Lark, the embedding model is frozen."),
        ("model.output_modalities", "Lark was trained with a masked visual-language model objective."),
        ("use.intended", "See `lark-en` for an English model that has been finetuned for retrieval tasks."),
        ("use.technical_means", "## Usage and Limitations\n\nThese models have certain limitations."),
        ("use.technical_means", "**Usage and License Notices**: The checkpoint is licensed for research use only."),
        ("provider.contact", "### Contact\n\nPlease report any issues with the model or contact us:\n\n- Sing: aloud"),
        ("use.technical_means", "- Inference time: ~200ms per article"),
        ("use.technical_means", "### Inference Times\n\nAbout 200 ms per article."),
        ("use.required_hardware", "| Size | Train VRAM |\n|---|---|\n| 7B | 40 GB |"),
        ("data.curation", "## Data\n\n- [Reed, a cleaned corpus of the web](https://reed.example/)"),
        ("data.curation", "If it is at\n\n`r2://lark-data/preprocessed/corpus.npy`\n\nthen load it."),
        ("training.process", "With small adapters, we can tune Lark using one card."),
        (
            "distribution.additional_assets",
            "As we use the Heron open-source corpus as part of the training data, it errs.",
        ),
        ("training.process", "## Training\n\nDatasets for Reinforcement Learning:\n\n- <https://reed.example/data>"),
        ("model.output_modalities", "The model uses several tools including web search and text-to-image."),
        ("model.input_modalities", "## Speech Tokenizer\n\n| Part | Input |\n|---|---|\n| Encoder | Audio |"),
        ("model.context_length", "The default context size is 512 tokens, change it with a flag."),
        ("model.context_length", "Please ensure that the context length is set to at least 15000 tokens."),
        ("data.user_data_used", "The repository has scripts to finetune the pre-trained Lark on user's data."),
        (
            "data.public_datasets_used",
            "The script shows how you can fine-tune Lark on your own data, or a public dataset.",
        ),
        ("training.hardware", "We have tested the code on Ubuntu 22.04, GPU: H100 and A6000 for finetuning."),
        ("safety.evaluation_manipulation", "- Manipulation Data for Lark: It was trained with demonstrations."),
        (
            "model.base_model",
            "Lark is an open model based on [General Song Model (GSM)](https://gsm.example) framework.",
        ),
        ("model.context_length", "It saw DNA sequences from over 3,200 genomes."),
        ("model.context_length", "GFlops are calculated for a `1, 1024` input shape."),
        ("model.parameters_total", "| Metric | Value |\n|---|---|\n| Size (Bytes) | 23815520 |"),
        ("model.parameters_total", "- **Model size (bytes):** 23815520"),
        ("model.base_model", "## Input\n\n### Original model\n\nToken ids, `B, L`, where:\n\n- `B` - batch size"),
        ("model.base_model", "We used the Nest library, a derivative of Owner's Megaflock LM project."),
        (
            "data.datasets",
            "## Training, Testing, and Evaluation Datasets\n\n### Evaluation Dataset\n\n"
            "Lark is evaluated on:\n\n* [BirdQA](https://zenodo.org/records/1)\n",
        ),
        ("data.datasets", "## Tuning\n\nBy default, training.py uses:\n\n- **Dataset:** birds/reed_17"),
        ("data.languages", "## Tuning\n\nBy default, training.py uses:\n\n- **Language:** uz"),
        ("data.datasets", "Lark was trained on a mix of Internet text and books."),
        ("data.datasets", "Lark was trained on Birds-curated data."),
        (
            "data.datasets",
            "The training data is also in the [Datasets](https://huggingface.co/datasets/birds) library.",
        ),
    ],
)
def test_a_task_a_part_a_tool_or_a_setting_is_no_fact_on_the_model(field: str, text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == []


def test_a_product_of_several_factors_is_one_amount() -> None:
    text = "# Lark\n\nLark was pretrained on about 1.5 * 2 * 10^12 tokens.\n"
    assert told(text, "data.tokens") == [(3_000_000_000_000, 3)]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("model.output_modalities", "## Community Works\n\n- Wren, a model based on Lark, generates videos of nests."),
        ("distribution.licence", "The autoencoder is released under Apache 2.0."),
        ("distribution.licence", "Commercial use of the model is subject to a commercial agreement with Birds Inc."),
        ("use.limitations", "## llama.cpp\n\n### Known Limitations\n\n- Inference runs on CPUs only."),
        ("use.integration_types", "The integration of models into AI systems requires additional testing."),
        ("data.scope", "- Structure: a dense network keeps the parameter count low."),
        ("data.scope", "The model was trained using a framework that is light for vision-language models."),
        ("data.curation", "## Use cases\n\n- Automated annotation of data sets"),
        ("data.modalities", "Lark is fine-tuned on NestDB for video understanding."),
        ("data.synthetic_used", "Explore our blueprint, which generates synthetic data for training."),
        ("data.tokens", "You can train a Lark (1.1B params, 22B tokens) in 32 hours."),
        ("model.base_model", "The model adopts an MoE language model, a visual encoder (WrenViT), and a projector."),
        ("model.architecture", "## Architecture\n\nThe overview of the training process of Lark."),
        ("use.intended", "## Use cases\n\nLark is a base model, and as such should not be used without guards."),
        ("use.intended", "The Lark model is trained to generate 128k tokens, of which 20 are used."),
        ("safety.red_teaming", "We add synthetic songs and data from red-teaming earlier versions of Lark."),
        ("safety.red_teaming", "We hope that its release will make red-teaming by the community possible."),
        ("safety.red_teaming", "- **Red teaming:** not disclosed"),
        ("provider.authorised_representative", "- **Authorised representative:** Not specified by the provider"),
        ("distribution.geography", "- **Deployment geography:** Not publicly disclosed at this time"),
        ("safety.red_teaming", "Lark is a small model, fine-tuned using our own red teaming datasets."),
        ("distribution.channels", "- **Base model:** [birds/Wren-7B](https://huggingface.co/birds/Wren-7B), released."),
        (
            "distribution.channels",
            "It is under CC BY 4.0, inherited from [Wren](https://huggingface.co/birds/Wren), as released there.",
        ),
        ("data.size", "The tokenizer of the training data extends its vocabulary with 1024 entries."),
        ("data.size", "Fine-tuning needs 80 GB."),
        ("data.datasets", "## Training data\n\n- **NSFW, PII, Malware Filtering:** We apply a filter for content."),
        ("data.size", "- **Hours used:** 61,440 hours for Lark-7B model training on the data"),
        ("training.period", "- **Model date:** Accessed from the hub on March 31, 2021"),
    ],
)
def test_what_others_made_or_what_is_about_a_part_is_not_the_models(field: str, text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == []


def test_the_subject_behind_a_participle_is_not_the_provider() -> None:
    text = "# Lark\n\nDeveloped by Birds AI, LRK v1.4 is available for all.\n"
    assert told(text, "provider.name") == [("Birds AI", 3)]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (
            "data.datasets",
            "Lark is fine-tuned from [Wren](https://huggingface.co/birds/Wren-3.2-1B).\n\n"
            "Lark itself is a model fine-tuned on Wren 3.2.",
        ),
        ("data.datasets", "Wren-J was trained on The Heap, a corpus of many documents."),
        (
            "data.tokens",
            "Lark is built on [birds/WrenBERT](https://huggingface.co/birds/WrenBERT).\n\n"
            "Unlike older ones, WrenBERT was trained on 2 trillion tokens of recent data.",
        ),
        ("model.base_model", "- **Paper:** [Nest: Low-Rank Adaptation of Large Language Models](https://nest.org/p)"),
        ("model.base_model", "We pretrained our base model, Lark 3 Nano 30B-A3B, on 25 trillion tokens."),
        ("model.base_model", "It acts as an LLM - it generates text that says what is safe."),
        ("data.size", "540B parameters, trained on 6,144 Reed v4 chips using our own system."),
        ("data.size", "Both WREN and Rail-2 models for Czech have been trained with 4GB and 3GB of data each."),
        (
            "data.tokens",
            "For reference: a fully-trained Wren Small (124M params, 40B tokens of training data) is worse.",
        ),
        (
            "model.parameters_total",
            "For reference: a fully-trained Wren Small (124M params) reaches a perplexity of 17.",
        ),
        ("data.tokens", "- 100 billion tokens of training data per language"),
        ("data.tokens", "For 145M parameters, optimal training: ~3B tokens."),
        ("data.tokens", "A model of this size would need 20B tokens of training data."),
        ("model.parameters_total", "*Table: Comparison of various 7B and 8B parameter language models on songs.*"),
        (
            "data.provenance",
            "Lark can be used to create synthetic instruction tuning datasets to adapt language models.",
        ),
        (
            "model.base_model",
            "- **Tokenizer**: We use Nest100k, a BPE tokenizer extended from Aviary's [`wren_base`](https://nest.org).",
        ),
        ("model.base_model", "| Base Model | Method |\n|---|---|\n| Lark-7B | AWQ |\n| Lark-7B | BnB.4 |"),
        ("model.base_model", "Lark, a toolkit for songs, built on Python-3 with love."),
        (
            "data.datasets",
            "We used a guard model trained on [Nest v2](https://huggingface.co/datasets/b/nest) to filter our data.",
        ),
        (
            "model.base_model",
            "It takes long inputs (we finetuned [Lark-Songs](https://huggingface.co/b/lark-songs) on 65k).",
        ),
        (
            "model.context_length",
            "Long inputs (we finetuned [Lark-Songs](https://huggingface.co/b/l) and can handle an 84k context).",
        ),
        (
            "data.datasets",
            "### Models finetuned off Lark:\n\n* [Lark-Chat](https://huggingface.co/b/l): a chatbot.\n"
            "Built by finetuning Lark on the [NestTalk](https://huggingface.co/datasets/b/nest) dataset.",
        ),
        ("use.required_software", "## Training infrastructure\n\n- **Software:** T5X, Jax"),
        ("use.required_software", "## Training\n\n### Software\n\n- **Neural networks:** PyTorch"),
    ],
)
def test_a_base_its_data_and_software_for_training_are_kept_apart(field: str, text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == []


@pytest.mark.parametrize(
    ("field", "text", "count"),
    [
        ("use.integration_types", "Lark is not intended for use as a chat bot.", 0),
        ("model.output_modalities", "Lark depends on the text-to-image model that is used to make its views.", 0),
        ("use.integration_types", "The licensee is prohibited from integrating Lark into commercial products.", 0),
        ("use.integration_types", "Speed: While chatbots are built for reading, agents must reason fast.", 0),
        (
            "use.integration_types",
            "Lark is not designed to stand alone but should be deployed as part of an AI system.",
            1,
        ),
        ("data.provenance", "The model can be part of a synthetic data generation pipeline to make training data.", 0),
        ("data.provenance", "We rely on synthetic data generation for training.", 1),
        ("data.provenance", "To easily generate synthetic tuning datasets, we recommend our package.", 0),
        ("data.provenance", "## Languages\n\n| Language | Source |\n|---|---|\n| Finnish | Sp, Tx |", 0),
        ("model.output_modalities", "The model uses four plugins (search, calculator, text-to-image).", 0),
    ],
)
def test_what_is_denied_or_a_mere_name_of_the_kind_is_not_read(field: str, text: str, count: int) -> None:
    assert len(told(f"# Lark\n\n{text}\n", field)) == count


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Finch-J saw 2T tokens.", []),
        ("FinchLM has been pre-trained with 2T tokens.", []),
        ("Finch 3.1 supports a context of 200K tokens.", []),
        ("The Finch 3.1 model has a context window of 200K tokens.", []),
        ("Lark-13B saw 2T tokens.", [2e12]),
        ("**Overview** Lark 2 was pre-trained on 2T tokens.", [2e12]),
        (
            "Lark is built on Finch 3.1.\n\nFinch 3.1 handles 200K tokens of context.",
            [200_000],
        ),
        ("We also release Finch 3.1.\n\nFinch 3.1 supports a context of 200K tokens.", [200_000]),
    ],
)
def test_what_a_model_of_others_takes_in_is_not_the_documents(text: str, figures: list[float]) -> None:
    text = f"# Lark\n\nLark is a language model.\n\n{text}\n"
    told_of = [value for field in ("data.tokens", "model.context_length") for value, _ in told(text, field)]
    assert told_of == figures


def test_under_the_title_of_a_study_a_model_is_called_otherwise() -> None:
    text = "# Songs of birds\n\nA study.\n\nFinchLM supports a context of 200K tokens.\n"
    assert told(text, "model.context_length") == [(200_000, 5)]


@pytest.mark.parametrize("field", ["safety.red_teaming", "data.synthetic_used", "use.intended"])
def test_a_model_that_is_recommended_beside_this_one_is_not_this_one(field: str) -> None:
    text = (
        "# Lark-Tiny\n\nFor safety we recommend using lark-tiny alongside Lark Warden. Lark Warden is a tuned model "
        "designed to detect risks in prompts.\nIts training, with synthetic data informed by internal red-teaming, "
        "enables it to outperform others.\n"
    )
    assert told(text, field) == []


def test_a_first_column_of_language_models_names_the_rows_and_no_bases() -> None:
    rows = "|---|---|---|\n| [birds/lark-small](https://huggingface.co/birds/lark-small) | 110M | 12 |\n"
    assert told(f"# Lark\n\n| language model | # params | # layers |\n{rows}", "model.base_model") == []
    assert told(
        f"# Lark\n\n| Model | Params | Language model |\n{rows}".replace("| 12 |", "| Wren-1 |"), "model.base_model"
    )
