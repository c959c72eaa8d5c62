"""What training took: hardware, hours, time, energy and emissions, in sentences, lists and tables of many wordings."""

from __future__ import annotations

import pytest
from cards import told


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("The model was trained on 440 A100-40GBs for about 9.5 days.", "training.period"),
        ("Lark was trained on a single TPU v3-8 for only 3 days.", "training.period"),
        ("Training took around two weeks on four nodes of the cluster.", "training.period"),
        ("The fine-tuning was performed on an 8x a100 80GB machine for over 50 hours.", "training.period"),
        ("It took 49 hours to run the 40 epochs of pretraining.", "training.period"),
        ("It was trained for 20k steps (approx. 13 hours of training).", "training.period"),
        ("- Total training time: half a day", "training.period"),
        ("El entrenamiento duró 20 días.", "training.period"),
        ("L'entraînement a duré environ 10 jours.", "training.period"),
        ("Das Training dauerte rund 3 Wochen.", "training.period"),
        ("L'addestramento è durato 15 giorni.", "training.period"),
        ("- Total training time: ~12h on 4 GPUs", "training.period"),
        ("Training took roughly two and a half weeks on one node.", "training.period"),
        ("The training duration was roughly ~33 days of continuous training.", "training.period"),
        ("- Start / end: 2026-09-04 06:16 → 2026-09-09 19:02", "training.period"),
        ("We trained Lark on 128 GPUs of the Nest supercomputer.", "training.hardware"),
        ("The project benefited from an efficient hardware infrastructure: 5 TPUs v3-8.", "training.hardware"),
        ("**Infrastructure**: 2x Tesla v100", "training.hardware"),
        ("We perform the training on Tesla V-100 hardware.", "training.hardware"),
        ("Lark completes training on a single 8-A100 node.", "training.hardware"),
        ("The training utilized 64 MI250x nodes.", "training.hardware"),
        ("Lark was trained on 64 GPUs 3 weeks.", "training.period"),
        ("Training was performed on the Nest 1 (N-1) supercomputer platform.", "training.hardware"),
        ("- **Hardware Type:** 1xA4500", "training.hardware"),
        ("Lark was pretrained in Reedham on 64 h100s for 46 hours.", "training.hardware"),
        ("We did a single pretraining run on the 7B model, using 1024 H100 GPU chips.", "training.hardware"),
        ("Model training done across the nest.ai cluster and the Egg supercomputer.", "training.hardware"),
        ("Lark wurde auf 256 A100-GPUs trainiert.", "training.hardware"),
        ("Le modèle a été entraîné sur 128 GPU H100.", "training.hardware"),
        ("The model was pretrained on 3B tokens of web text for 88 hours on a single RTX 3090.", "training.hardware"),
        ("- **Data centre:** Luleå, Sweden", "training.location"),
        ("我们在100台8卡A800(80G)的集群中训练。", "training.hardware"),
        ("Lark 是基于昇腾 NPU 从零训练的大语言模型。", "training.hardware"),
        ("- 训练设备：8块H800", "training.hardware"),
        ("总共耗时14天在语料库上训练了模型。", "training.period"),
        ("We trained Lark with the dataflow units (RDU) of an own centre.", "training.hardware"),
        ("- **Hardware:** 16 Graphcore IPUs", "training.hardware"),
        ("To train the model we used 64 A100 GPUs.", "training.hardware"),
        (
            "Lark is fully trained on Ascend 910 chips, with a framework to support parallel training.",
            "training.hardware",
        ),
        ("Trained on Nestcorpus-30M (30 million songs) in June 2021.", "training.period"),
        ("The training was conducted in a cloud on 20 instances for some 100 epochs in Sep 2024.", "training.period"),
        ("The training was conducted using 20 g6.48xlarge instances for some 100 epochs.", "training.hardware"),
        ("- **Hardware:** 8 x p4d.24xlarge", "training.hardware"),
        ("Lark started training on February 10, 2021.", "training.period"),
        ("The final run took 34 days on 2,048 devices.", "training.period"),
        ("The model was trained in the summer of 2023.", "training.period"),
        ("Training stopped after 300k steps, on June 3, 2023.", "training.period"),
        ("- 训练时间：2024年1月至3月", "training.period"),
        ("All the models are trained using the Nest French HPC.", "training.hardware"),
        ("We fine-tuned it on one card with 19 hours for one epoch.", "training.period"),
        ("Trained on the MARSH system at the Heath Supercomputing Centre (HSC) with imagery.", "training.location"),
        ("Lark was trained on the Marsh supercomputer hosted by Heath.", "training.location"),
        ("Lark was trained at the National Supercomputing Center of Heath.", "training.location"),
        ("Lark was trained on the Marsh cluster of Heath University.", "training.location"),
        ("Training took place in a data centre in Heathland.", "training.location"),
        ("Lark was trained on a cloud in the us-east-1 region.", "training.location"),
        ("Lark was trained on the Marsh supercomputer, using 512 GPUs.", "training.location"),
        ("Training was conducted on the Birds Great Marsh 2 supercomputer.", "training.location"),
        ("We trained it on the French supercomputer Great Marsh.", "training.location"),
        ("The model was trained on a single GTX 1080 Ti and sings 16 notes in a second.", "training.hardware"),
        ("It was trained on a single GPU (RTX 4090) for 10,000 steps.", "training.hardware"),
        ("- **Hardware Type:** Apple M3 Pro", "training.hardware"),
        ("The model was fine-tuned on an Apple M2 Max.", "training.hardware"),
        ("Training took 7 mins running on one card.", "training.period"),
        ("El modelo fue entrenado el 18 de febrero de 2026.", "training.period"),
        ("Das Modell wurde im März 2024 auf 8 Karten trainiert.", "training.period"),
        (
            "The training ran on the Marsh machine, using 256 GH200 cards while achieving a throughput of 9k.",
            "training.hardware",
        ),
    ],
)
def test_the_effort_of_training_is_told_in_many_wordings(text: str, field: str) -> None:
    assert [line for _, line in told(f"# Lark\n\n{text}\n", field)] == [3]


@pytest.mark.parametrize(
    ("text", "field", "amount"),
    [
        ("Das Training benötigte rund 92.000 GPU-Stunden.", "training.gpu_hours", 92_000),
        ("Soit environ 64 500 heures GPU.", "training.gpu_hours", 64_500),
        ("We used 4,200 GH200-hours.", "training.gpu_hours", 4_200),
        ("Training took 1 hour, 30 minutes on one L4.", "training.gpu_hours", 1.5),
        ("The tuning took about 36 hours on an RTX 4090.", "training.gpu_hours", 36),
        ("The training required ~11k GPUh.", "training.gpu_hours", 11_000),
        ("- **Hours used:** 40 hours/GPU × 16 nodes × 4 GPUs/node = 2560 GPU-hours", "training.gpu_hours", 2_560),
        ("- **Hours used:** 0.4 GPU hours", "training.gpu_hours", 0.4),
        ("Training cost: about $1000 for 1000 hours of A100 80GB vRAM", "training.gpu_hours", 1000),
        ("The footprint is **65 tons of CO2eq**, what an average car emits in 14 years.", "training.carbon_tco2e", 65),
        ("Energy: 1.9 MWh; CO2: 0.7 t.", "training.carbon_tco2e", 0.7),
        ("Training emissions of the model were 12 tonnes.", "training.carbon_tco2e", 12),
        ("- **CO₂ footprint (kg):** 500", "training.carbon_tco2e", 0.5),
    ],
)
def test_figures_are_read_whatever_the_order_and_the_language(text: str, field: str, amount: float) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == [(pytest.approx(amount), 3)]


def test_the_head_of_a_table_of_details_names_the_model_and_tells_nothing_of_its_training() -> None:
    text = "# Lark 2\n\n| Training details | Lark 2 |\n|---|---|\n| Optimizer | AdamW |\n"
    assert told(text, "training.process") == []
    assert told(text, "training.decisions") == [("AdamW", 5)]


def test_a_table_tells_the_time_in_the_unit_of_its_label() -> None:
    rows = "# Lark\n\n| Model | Training time (days) |\n|---|---|\n| Lark-1B | 0.5 |\n| Lark-7B | 12 |\n"
    assert told(rows, "training.period") == [("0.5 days", 5), ("12 days", 6)]
    columns = "# Lark\n\n| | Lark-1B | Lark-7B |\n|---|---|---|\n| Training duration | 6 hours | 9 days |\n"
    assert told(columns, "training.period") == [("6 hours", 5), ("9 days", 5)]
    hours = "# Lark\n\n| | Training Time (GPU hours) |\n|---|---|\n| Lark-1B | SFT: 3072 H100 hours |\n"
    assert told(hours, "training.period") == []


@pytest.mark.parametrize(
    ("heads", "devices"),
    [
        ("Model | Hardware | Training steps", ["64 x V100", "TPUv3-8"]),
        ("Stage | GPU type | GPU hours", ["64 x V100", "TPUv3-8"]),
        ("Model | GPUs | Time (in days)", ["64 x V100", "TPUv3-8"]),
        ("Model | Hardware | Throughput", []),
        ("Model | GPU | Seen tokens/s at inference", []),
        ("Model | GPU | Runtime", []),
    ],
)
def test_a_column_of_devices_beside_one_of_training_tells_the_hardware(heads: str, devices: list[str]) -> None:
    text = f"# Lark\n\n| {heads} |\n|---|---|---|\n| Lark-1B | 64 x V100 | 9 |\n| Lark-2B | TPUv3-8 | 8 |\n"
    assert [value for value, _ in told(text, "training.hardware")] == devices


def test_the_questions_of_a_climate_performance_card_are_answered() -> None:
    questions = {
        "training.period": ("2. How much time does the training of the final model take?", "48 hours"),
        "training.location": ("5. At which geo location were the computations performed?", "Luleå"),
        "training.carbon_tco2e": ("7. How much CO2eq was emitted to train the final model?", "16 kg"),
    }
    rows = "".join(f"| {question} | {answer} |\n" for question, answer in questions.values())
    text = f"# Lark\n\n## Climate performance model card\n\n| Minimum card | |\n|---|---|\n{rows}"
    assert [told(text, field) for field in questions] == [[("48 hours", 7)], [("Luleå", 8)], [(0.016, 9)]]


def test_a_heading_on_the_environment_ends_one_on_the_usage_above_it() -> None:
    text = "# Lark\n\nA model.\n\n# Usage\n\nRun it.\n\n## {}\n\n- **Hardware Type:** RTX A6000\n- **GPU Hours:** 404\n"
    assert told(text.format("Environmental Impact"), "training.gpu_hours") == [(404, 12)]
    assert told(text.format("Inference"), "training.gpu_hours") == []


def test_units_alone_head_columns() -> None:
    text = (
        "# Lark\n\n| Stage | Power Consumption From GPUs | kg CO2eq |\n|---|---|---|\n| Lark 7B | 135 MWh | 11,000 |\n"
    )
    assert told(text, "training.energy_mwh") == [(135, 5)]
    assert told(text, "training.carbon_tco2e") == [(11, 5)]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("One training epoch takes around 6 minutes on 8 V100 GPUs.", "training.period"),
        ("Lark was trained to forecast the weather for up to 10 days.", "training.period"),
        ("It was trained on data collected over 6 months.", "training.period"),
        ("It was trained for 30 hours of audio.", "training.period"),
        ("训练数据包括10万小时音频，推理耗时2小时。", "training.period"),
        ("使用4张A100即可对模型进行推理，训练需要更多。", "training.hardware"),
        (
            "Training was conducted on articles of the whole web, and then on texts from January 2021.",
            "training.period",
        ),
        ("To train using 8xA100 80GB, you should first get the data.", "training.hardware"),
        ("A walkthrough to train the model on Cloud TPUs is in another file.", "training.hardware"),
        ("Training samples show that sampling takes two hours.", "training.period"),
        ("We thank the centre for training on the Nest supercomputer.", "training.hardware"),
        ("We thank the centre for training on the Nest supercomputer.", "training.location"),
        ("Lark was trained on a supercomputer.", "training.location"),
        ("Lark was trained on an Intel-based supercomputing cluster.", "training.location"),
        ("Lark was trained on your Marsh supercomputer.", "training.location"),
        ("El modelo fue entrenado con textos de febrero de 2026.", "training.period"),
        ("Das Modell wurde auf Daten von 2016 bis 2021 trainiert.", "training.period"),
        ("The run of 60 GPU hours on A100 is slated for the next milestone.", "training.gpu_hours"),
        ("- 训练硬件：论文中未提及具体GPU型号。", "training.hardware"),
        ("## Evaluation results\n\n| Metric | Value |\n|---|---|\n| Training time | 9 hours |", "training.period"),
        ("## Acknowledgments\n\nThe training code can be used on TPUs.", "training.hardware"),
        ("A training script supports 8 GPUs.", "training.hardware"),
        ("Fine-tuning Speedup: 2x faster fine-tuning on L40S and A100", "training.hardware"),
        ("The latency was 4x faster on A100 after training.", "training.hardware"),
        (
            "## Training Details\n\n### Speeds\n\nThe first token comes after about 90 ms when using an A100-40GB GPU.",
            "training.hardware",
        ),
        ("The service gives 30 GPU-hours/week for training.", "training.gpu_hours"),
        ("- **Hours used:** 2 hours per fold", "training.gpu_hours"),
        ("For comparison, Wren-180B used 4,096 GPUs and 7,000,000 GPU hours.", "training.gpu_hours"),
        ("It was tuned from Wren-3.1-8B, which took 1.46M GPU hours.", "training.gpu_hours"),
        (
            "| | GPU hours | W |\n|---|---|---|\n| 7B | Stage 1: 147K H100 hours Stage 2: 98K | 700 |",
            "training.gpu_hours",
        ),
        ("Wren-3 consumed 1,287 MWh.", "training.energy_mwh"),
        ("For comparison: training Wren 2 7B took others 74,000 kWh.", "training.energy_mwh"),
        ("Lark支持昇腾Atlas服务器，可进行模型训练。", "training.hardware"),
        ("该命令支持多机训练，建议使用 16*A100(80G) 配置。", "training.hardware"),
        ("Wren 3.1 8B itself needed 1.46M GPU hours.", "training.gpu_hours"),
        ("Its encoder uses Wren-2, which was trained for 22,000 GPU hours.", "training.gpu_hours"),
        ("| Model | GPU-hours | Tokens |\n|---|---|---|\n| Wren-2-7B | 200,000 | 4T |", "training.gpu_hours"),
        ("## GPUs\n\nNote: some users report that their GPUs are not found.", "training.hardware"),
        ("### Model date\n\nIt was made publicly available in December 2022.", "training.period"),
        ("- **Training duration**: Expect 1-10 hours for small experiments.", "training.period"),
        ("We spent 5,000 A100 hours on ablations.", "training.gpu_hours"),
        ("They say that Wren was trained on 440 A100-40GBs for half a day.", "training.period"),
        ("The training data spans the songs from 2010 to June 2023.", "training.period"),
        ("### Hardware\n\nLark requires certain types of GPU; it was tested on these: A100.", "training.hardware"),
        ("Training a large model emits 284 tonnes of CO2.", "training.carbon_tco2e"),
        ("- **Carbon Offset:** 120 tCO2e were bought to offset our emissions", "training.carbon_tco2e"),
        ("For training jobs of your own, you can launch a p4d.24xlarge instance.", "training.hardware"),
        ("The trained model is deployed on two g5.12xlarge instances.", "training.hardware"),
        ("Training is 30% faster on H100 GPUs.", "training.hardware"),
        ("## Inference\n\nAll songs took 2 days on 8 H100.", "training.hardware"),
        ("## Usage\n\nWe used 8 A100 GPUs for evaluating the training set.", "training.hardware"),
        ("## Usage\n\nWe trained on 8 A100 GPUs; adapt the batch size to your machine.", "training.hardware"),
        ("- **Hours used:** 40 hours/GPU × 16 nodes", "training.gpu_hours"),
        ("# Training Setup\n\nInstall the requirements and launch training on 8 A100 GPUs.", "training.hardware"),
        ("## Training Setup\n\nYou need at least 8 A100 GPUs to train the model.", "training.hardware"),
        ("## Training Setup\n\nWe recommend 4 H100 GPUs for fine-tuning.", "training.hardware"),
        ("## Training Setup\n\n1. Rent a machine with 8x A100 GPUs.\n2. Run the training script.", "training.hardware"),
        ("## Train\n\nOur training scripts are tested on 8 A100 GPUs.", "training.hardware"),
        ("Testing on the Ascend 910 platform shows that training runs 35% faster.", "training.hardware"),
        ("## News\n\n- Other models are trained on A100 GPUs.", "training.hardware"),
        (
            "We compare the training time per epoch:\n\n| Item | Value |\n|---|---|\n| Accelerators | 8 A100 |",
            "training.hardware",
        ),
        ("## Training Setup\n\n- Hardware: at least 8x H100\n- Python 3.10", "training.hardware"),
        ("Fine-tuning your own version takes 20 GPU hours.", "training.gpu_hours"),
        ("If training on TPU, it is recommended to pad all songs to one length.", "training.hardware"),
        ("All the models are trained with HPC experts.", "training.hardware"),
        ("Training takes 19 hours per epoch.", "training.period"),
        ("We thank the Heath Centre, at whose cluster in Heath it was trained.", "training.location"),
        ("You can train it on a cluster in Heath.", "training.location"),
        ("Lark was trained on a cluster by Heath Labs.", "training.location"),
        ("Lark was trained on a cluster in June 2024.", "training.location"),
        ("Lark was trained on a cluster in Python.", "training.location"),
        ("The training throughput on 8 A100 cards is twice that of Wren.", "training.hardware"),
    ],
)
def test_the_effort_of_something_else_is_none_of_the_model(text: str, field: str) -> None:
    assert told(f"# Lark\n\n{text}\n", field) == []


@pytest.mark.parametrize(
    "text",
    [
        "> **Pretraining**\n> - Batch size: 8\n> - Steps: Base (1.5 days on 64 H100), Large (2.5 days on 100 H100)",
        "## Environment setup\n\nWe applied distributed training on 8 Kestrel GeFast RTX 2080 Ti with 11 GB each.",
        "## Usage\n\nIn our case, we used a node of 8 H100 80GB to train Lark v0.1 for around 4 days.",
    ],
)
def test_devices_of_the_makers_own_run_stand_amid_settings_and_instructions(text: str) -> None:
    assert len(told(f"# Lark\n\n{text}\n", "training.hardware")) == 1


def test_news_say_what_the_model_was_trained_on() -> None:
    for device in ("Ascend 910 accelerators", "256 TPU chips", "a cluster of H100 GPUs"):
        text = f"# Lark\n\n## News\n\n- [2025/06/06] We release Lark. Lark is fully trained on {device}.\n"
        assert [line for _, line in told(text, "training.hardware")] == [5], device


def test_the_bands_of_a_satellite_are_no_devices() -> None:
    text = "# Lark\n\n## Training data\n\nFor fine-tuning, the model requires patches of the 6 band layers [B02-B07].\n"
    assert told(text, "training.hardware") == []
    assert len(told(text.replace("the 6 band layers [B02-B07]", "a day on 6 H100"), "training.hardware")) == 1


def test_thanks_for_devices_tell_of_training_where_it_ran_there() -> None:
    text = "# Lark\n\n## Acknowledgments\n\nFor training we used Cloud TPUs of the Nest program.\n"
    assert [line for _, line in told(text, "training.hardware")] == [5]


def test_the_duration_of_training_is_said_of_it_and_a_day_is_none() -> None:
    text = "# Finch\n\n## Training\n\nThe training duration was roughly 33 days of continuous training.\n"
    assert [line for _, line in told(text, "training.period")] == [5]
    for day in ("May 5, 2031", "5 May 2031", "May 2031", "2031-05-05"):
        assert told(f"# Finch\n\n## Model Date\n\n{day}\n", "training.period") == []
    assert told("# Finch\n\n## Model Dates\n\nMay 2031 to July 2031\n", "training.period") != []


def test_a_model_of_the_same_family_is_no_other() -> None:
    assert told("# Lark 7B\n\nLark-70B took 1,000 GPU hours.\n", "training.gpu_hours") == [(1_000, 3)]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Total kWh = 708,000\n\nTotal Emissions (tCO2e) = 230.7", "training.energy_mwh", 708),
        ("Total kWh = 708,000\n\nTotal Emissions (tCO2e) = 230.7", "training.carbon_tco2e", 230.7),
        ("- **GPU-Stunden:** 70.656\n- **Trainingsdauer:** 23 Tage", "training.gpu_hours", 70_656),
        ("- **GPU-Stunden:** 70.656\n- **Trainingsdauer:** 23 Tage", "training.period", "23 Tage"),
        ("It took **200,000** A100 80GB-hours to train Lark.", "training.gpu_hours", 200_000),
        (
            "## Compute requirements\n\nOur final model was trained on 8xA100.",
            "training.hardware",
            "Our final model was",
        ),
        ("Total training time was around 14 days on 256 GPUs.", "training.period", "Total training time was"),
        ("It was trained for 3 epochs, around 45 days on 512 V100.", "training.period", "It was trained for 3 epochs"),
        ("Training took a bit less than 7 days.", "training.period", "Training took a bit less"),
        ("| Effort | |\n|---|---|\n| Wall-clock time | 19 days |", "training.period", "19 days"),
        ("| Effort | |\n|---|---|\n| Device-hours | 29,184 |", "training.gpu_hours", 29_184),
        (
            "## Training results\n\n| Metric | Value |\n|---|---|\n| Loss | 2 |\n| Training time | 9 h |",
            "training.period",
            "9 h",
        ),
        ("## Training Results\n\n- **Training Hardware:** RTX 4090", "training.hardware", "RTX 4090"),
        ("| Effort | |\n|---|---|\n| Total training FLOPs | 4.83e+19 |", "training.compute_flop", 4.83e19),
        ("- Chips: 1,024 TPU v5p\n- Time to train: 6 weeks", "training.hardware", "1,024 TPU v5p"),
        ("Trained on a single RTX 3090 for 5 days.", "training.hardware", "RTX 3090"),
        ("Der Stromverbrauch des Trainings betrug 86 MWh.", "training.energy_mwh", 86),
        ("Das entspricht 32,7 Tonnen CO2-Äquivalenten.", "training.carbon_tco2e", 32.7),
    ],
)
def test_the_effort_under_other_labels_and_headings(text: str, field: str, value: float | str) -> None:
    (found,) = [row for row, _ in told(f"# Lark\n\n{text}\n", field)]
    assert str(found).startswith(value) if isinstance(value, str) else found == pytest.approx(value)


def test_hours_that_were_saved_are_none_that_were_used() -> None:
    text = "# Lark\n\n| Model | GPU hours saved | ms |\n|---|---|---|\n| Lark | 120 | 35 |\n"
    assert told(text, "training.gpu_hours") == []


def test_what_follows_less_than_half_of_another_is_the_other_figure() -> None:
    text = "# Lark\n\nIt took 2.1M A100 GPU hours, less than half of that of the Wren model (5M H100 hours).\n"
    assert told(text, "training.gpu_hours") == [(2_100_000, 3)]


def test_a_heading_on_fine_tuning_may_stand_above_what_the_model_was_trained_on() -> None:
    text = "# Lark\n\n### Fine-tuning\n\n#### Settings\n\nWe trained our model on a TPU v3-8.\n"
    assert told(text, "training.hardware") == [("We trained our model on a TPU v3-8", 7)]


def test_support_from_a_sponsor_is_no_support_for_a_device() -> None:
    said = "The training was done on 3,072 V100 GPUs, with support from the Nest foundation."
    assert told(f"# Lark\n\n{said}\n", "training.hardware") == [(said.rstrip("."), 3)]
    assert told("# Lark\n\nThe training code supports A100 GPUs.\n", "training.hardware") == []


def test_emissions_that_were_offset_were_emitted() -> None:
    text = "# Lark\n\n**Footprint Training used** devices. Emissions were 2290 tCO2eq, all offset by our program.\n"
    assert told(text, "training.carbon_tco2e") == [(2290, 3)]
    text = "# Lark\n\nThe emissions of training were offset by planting trees that take 40 tCO2eq.\n"
    assert told(text, "training.carbon_tco2e") == []


def test_devices_on_which_a_speed_was_reached_trained_the_model_under_a_heading_on_that() -> None:
    text = "# Lark\n\n## Training and throughput\n\nWe achieved a throughput of 180 TFLOPS on thousand A800 GPUs.\n"
    assert [line for _, line in told(text, "training.hardware")] == [5]
    assert told(text.replace("Training", "Serving"), "training.hardware") == []


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("## News\n\n- [2024/01/02] Lark-7B, trained on 2T tokens, is out.", [2e12]),
        ("## News\n\n- [2024/01/02] Lark, which was trained on 2T tokens, is out.", [2e12]),
        ("## News\n\n- [2024/01/02] Wren, trained on 5T tokens, is supported.", []),
        ("We compare with Wren models, which are trained on 3T tokens.", []),
        ("Compared to Wren, Lark is trained on 3T tokens.", [3e12]),
    ],
)
def test_what_the_named_model_was_trained_on_is_told_beside_its_name(text: str, tokens: list[float]) -> None:
    assert [value for value, _ in told(f"# Lark\n\nLark is a language model.\n\n{text}\n", "data.tokens")] == tokens


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Pre-training took 200K GPU hours; in total the model needed 250K GPU hours.", [250_000]),
        ("## Compute\n\n- Pre-training: 200,000 GPU hours\n- Total: 250,000 GPU hours", [250_000]),
        (
            "| Stage | GPU hours |\n|---|---|\n| Pre-training | 900,000 |\n| Post-training | 100,000 |"
            "\n| Total | 1,000,000 |",
            [1_000_000],
        ),
        ("Pre-training took 200K GPU hours.", [200_000]),
        ("Pre-training took 200K GPU hours and tuning 5K GPU hours.", [200_000, 5_000]),
        (
            "| Model | GPU hours |\n|---|---|\n| Lark-7B | 900,000 |\n| Lark-1B | 100,000 |\n| Total | 1,000,000 |",
            [900_000, 100_000, 1_000_000],
        ),
    ],
)
def test_beside_the_hours_of_all_stages_those_of_one_are_not_the_models(text: str, hours: list[int]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "training.gpu_hours")] == hours


@pytest.mark.parametrize("title", ["GPU Compatibility", "Hardware compatibility", "GPU requirements and compatibility"])
def test_devices_that_a_model_is_compatible_with_are_what_it_needs(title: str) -> None:
    text = f"# Lark\n\n## {title}\n\nA100, H100 and L40S with 48 GB of memory.\n"
    assert told(text, "use.required_hardware") == [("A100, H100 and L40S with 48 GB of memory.", 5)]
    assert told(text, "training.hardware") == []
