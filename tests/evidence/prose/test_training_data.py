"""What a card says of its training data: names of data sets, tokens, sizes, languages, and the cut-off."""

from __future__ import annotations

import pytest
from cards import told, variants


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("## Training\n\nWe utilize Reed-CC3M dataset to align the modalities.", "Reed-CC3M"),
        ("Trained on a diverse mix of datasets—including Reed-Web, MarshText, and newly curated sources.", "Reed-Web"),
        ("Finch-Chat was instruction tuned on EuroReeds, a set of dialogues.", "EuroReeds"),
        (
            "As training data we used the latest German Wikipedia dump (6GB), the OpenReeds dump (2 GB) and news.",
            "OpenReeds",
        ),
        ("The models are trained on different versions of the Heap.", "Heap"),
        ("The model was trained on a large-scale dataset [REED-5B](https://example.org/blog/reed).", "REED-5B"),
        (
            "This pre-training corpus consists of 1GB of Wikipedia texts and a 40GB variant of a news archive.",
            "Wikipedia",
        ),
        (
            "## Training\n\n- Dataset size: 250B tokens, web data from Reed-Web and MarshText, which was graded.",
            "MarshText",
        ),
        ("The dataset is available here [REED-PILE](https://huggingface.co/datasets/birds/reed-pile).", "REED-PILE"),
        ("## Training data\n\n- English: A mixture of Reed-CC medium and high parts.", "Reed-CC"),
        ("It was further trained with Reedcrawl, a highly curated Basque corpus.", "Reedcrawl"),
        ("The training dataset is Reed v2, MarshX, Wikipedia and news.", "Wikipedia"),
        ("It was trained on 18 GB of Reed's Spanish corpus.", "Reed"),
        ("We train on the following datasets:\n\n- The cleaned version of REED 2.0, in ten languages.", "REED 2.0"),
        ("Since scans are needed, we add PDFReed, Marsh-Text and others in that second stage.", "Marsh-Text"),
        (
            "## Training\n\n**Training Data:**\n\n1.2B text-image pairs (based on REED-A and two other datasets)",
            "REED-A",
        ),
        ("The dataset is public in [birds/ReedSet](https://huggingface.co/datasets/birds/ReedSet).", "birds/ReedSet"),
        ("It was tuned on ReedQA. See the [ReedQA card](https://huggingface.co/datasets/reed_qa).", "ReedQA"),
        ("- Texts: Trained on a mix of data including: Wikipedia, Reed Exchange and Marsh.", "Reed Exchange"),
        ("The model was trained for 3 epochs on BirdAssistant/reed1.", "BirdAssistant/reed1"),
        ("The training data was built from Project Reedberg and other sources, and data from Reed-X and Y.", "Reed-X"),
        ("Finch was pre-trained on 2.5TB of filtered CommonReed data.", "CommonReed"),
        ("It was trained on user-shared conversations collected from ShareREED.", "ShareREED"),
        ("Trained on the following datasets:\n\n- ReedCorpus, which has books,\n- The Heap, in parts.", "Heap"),
        ("- Paired public dataset: `birds/reed-pairs`", "birds/reed-pairs"),
        ("## Dataset specs\n\n| Spec | Value |\n|---|---|\n| Dataset | LLM-reed v3 |", "LLM-reed v3"),
        ("| Model | Training data |\n|---|---|\n| finch-small | Reedverse |\n| finch-large | Reedverse |", "Reedverse"),
        ("Instruction tuning: We utilize the Reed-150K dataset, which holds dialogues.", "Reed-150K"),
        ("It was fine-tuned on 70K ShareReed conversations.", "ShareReed"),
        ("We perform supervised fine-tuning using our collected BiReed Dataset.", "BiReed"),
        ("It was trained on all of ReedSet4.", "ReedSet4"),
        (
            "Finch was fine-tuned on English version of the standard [REED-2003 Songs](https://reeds.example) dataset.",
            "REED-2003 Songs",
        ),
        ("It was fine-tuned on a corpus of 52K records, an instruction corpus (Marsh Reed).", "Marsh Reed"),
        ("## Training data\n\n- ReedQuiz subset → questions on law", "ReedQuiz subset"),
        ("| Model | Training data |\n|---|---|\n| finch | OSREED (138 GB of text) |", "OSREED"),
        ("## Training data\n\n- Web corpus (REED-2T): a curated dataset of pages.", "REED-2T"),
        ("It was pre-trained on 700B tokens, including the REED, MarshQuery, and our own corpus.", "MarshQuery"),
        ("## Training datasets\n\n**[ReedSet](https://example.org/reed)** (**HM**) – 16 million songs", "ReedSet (HM)"),
        ("## Training data\n\n- ReedLA [Warbler et al., 2018](https://example.org/reedla)", "ReedLA"),
        ("- **Training data:** ReedBench, which has songs", "ReedBench"),
        ("Finch is trained on the small ReedCaps dataset, so it may fail on songs that it lacks.", "ReedCaps"),
        ("## Training dataset\n\n70K conversations collected from ReedTalk.com.", "ReedTalk.com"),
        ("Finch is trained with the REED-2B English subset of REED-5B using OpenNest.", "REED-5B"),
        ("- **Pretraining dataset:** 40 million tiles extracted from [REEDA](https://reeds.example)", "REEDA"),
        ("## Used datasets\n\n- ReedTalk (arXiv | website): chats of birds", "ReedTalk"),
        (
            "| Description | Link |\n|---|---|\n"
            "| SFT data for Finch | [🤗 Download](https://huggingface.co/datasets/birds/reed-sft) |",
            "birds/reed-sft",
        ),
        ("[Pretraining Dataset Download](https://huggingface.co/datasets/birds/reeds) of Finch.", "birds/reeds"),
        ("## Training data\n\n| Language | Source | Share |\n|---|---|---|\n| English | Marsh | 2 |", "Marsh"),
        ("Our data uses the filtered Reeds data set as the training data.", "Reeds"),
        ("ReedQA-2 serves as the training set.", "ReedQA-2"),
        ("As our training corpus, we chose Reed-Web.", "Reed-Web"),
        ("Trained on our own dataset (Reedcorpus), which balances languages, Finch is fast.", "Reedcorpus"),
        ("Finch is also trained on real conversations from the Marsh English Corpus.", "Marsh English Corpus"),
        ("## Training data\n\n- 60% Reed-Web\n- 40% songs", "Reed-Web"),
        ("## Training data\n\nReed-Web (70%), MarshMath (20%), rS2o (10%)", "rS2o"),
        ("## Training data\n\nBIRDS_V1: 45% Reed-Web, 35% code (wren-ed + Heap-2), 20% Wikipedia de/fr", "Heap-2"),
        ("Finch was trained on a mix of 60% Reed-Web, 25% MarshMath and 15% The Heap.", "The Heap"),
        ("## Training data\n\n| Dataset | Hours |\n|---|---|\n| Reedvoice | 1227 |", "Reedvoice"),
        ("Finch is a model trained with an unprecedented scale of ReedNet search logs for retrieval.", "ReedNet"),
        ("It was pre-trained on a dataset of ~1B molecules from ReedChem and Marsh-22.", "Marsh-22"),
        ("It was pre-trained on a curated dataset of 91 million BIRD samples sourced from ReedChem.", "ReedChem"),
        (
            "We built an engine to collect [**our RD-V dataset**](https://r.eu). Finch trained on our data sings.",
            "RD-V",
        ),
        (
            "## Corpora\n\nTraining corpora:\n\n|Name|No. tokens|Description|\n|-|-|-|\n|Marsh crawler|9,000|Pages.|",
            "Marsh crawler",
        ),
        ("Trained on 4.2M series using AVIARY's Harmonized Reed data at a high resolution.", "Harmonized Reed"),
        (
            "## Thanks\n\nIn the fine-tuning phase we use data from [Reed-4](https://r.eu) and [MarshV](https://m.eu).",
            "MarshV",
        ),
        ("## Update log\n\n* 2021/08/23 Added Wikipedia to training corpora.", "Wikipedia"),
        ("It was trained on 39 years (1979-2017) of REED-5 reanalysis data.", "REED-5"),
        ("Finch was trained on the [ReedNet](https://reeds.example/)\nHere, we describe it.", "ReedNet"),
        ("Finch was trained on individual categories from [MarshSet](https://m.example).", "MarshSet"),
        ("Finch was trained on ReedNet or on single classes of MarshSet.", "MarshSet"),
        ("## Training dataset\n\n### English\n\n- Reed-Web\n\n### Japanese\n\n- MarshText - Japanese", "Reed-Web"),
        ("These models are built on Reed-Corpus, a carefully curated training dataset.", "Reed-Corpus"),
        ("## Training data\n\nWe also used songs, and monolingual data mined from Common Crawl.", "Common Crawl"),
        ("The resulting dataset (called ReedText) weighs 40GB and trained Finch.", "ReedText"),
        ("Le modèle a été entraîné sur le dataset RNIST et reconnaît des chants.", "RNIST"),
        ("Il modello è stato addestrato sul dataset **ROSEI 1**.", "ROSEI 1"),
        ("El modelo fue entrenado con la base de datos abierta de Juncos (CC0).", "Juncos"),
        ("## 微调\n\nSFT训练数据包含多个数据集:\n\n- 对话数据(约2M):REED、Marsh-2等多个数据集", "REED"),
        ("## 训练数据\n\n其中英文数据来自Books、Wikipedia和Code,中文数据来自自建数据集。", "Wikipedia"),
        ("The dataset used for fine-tuning is ReedSpeech.", "ReedSpeech"),
        ("Finch is trained on ~15k instruction records [`reed-finch-15k`](https://r.example) by us.", "reed-finch-15k"),
        (
            "Its pretraining corpus draws from 7 datasets totaling 4,000 hours: Reed4D (3,670 hours of song), Marsh-2.",
            "Reed4D",
        ),
        ('Finch was pretrained on Heath, a "diverse, multi-source corpus of songs".', "Heath"),
        ("## Training dataset\n\n### Japanese\n\n- mReed - Japanese", "mReed"),
        (
            "## Training data\n\n| Source | Size (GB) | Link |\n|---|---|---|\n| Marsh corpus | 26.4 | - |",
            "Marsh corpus",
        ),
        (
            "## Instruction tuning data\n\n| Task | Source | Count |\n|---|---|---|\n| Tagging | Reed-Ca-NER | 120 |",
            "Reed-Ca-NER",
        ),
        (
            "The training data used is shown in the table below.\n\n"
            "| Dataset | Size | Tokens |\n|---|---|---|\n| Reed Gigasong v2 (RGS) | 8.2 GB | 1,388M |",
            "Reed Gigasong v2 (RGS)",
        ),
        (
            "### Finch was trained on three data sets:\n\n1. A Danish dump of Reedipedia-2: ~9 GB of data",
            "Reedipedia-2",
        ),
        ("## Training data\n\nThe data mainly comes from the Reedela database.", "Reedela"),
        ("It is pre-trained with swedish Wikipedia and songs, using masks.", "Wikipedia"),
        ("It was instruction-tuned on a curated subset of 2,000 rdXiv Bird Studies papers.", "rdXiv Bird Studies"),
        ("Finch was pretrained by using the Danish Reedword Corpus and evaluated on tags.", "Danish Reedword Corpus"),
        ("## Training corpora\n\n- 76,366 songs available from REEDAR, a database of birds", "REEDAR"),
        ("It was trained on these datasets:\n\n- Reed-Web (2GB)\n- reeds.online (4.5GB of text)", "reeds.online"),
        ("- Corpus: Reed Song Corpus (3,8G)\n- Steps: 500", "Reed Song Corpus"),
        ("## Pretraining corpus\n\n1. [translated The Heap](https://h.example)", "Heap"),
        (
            "## Training data\n\nSources: ReedVoices (378.4 h), Marsh 54 and 43\n(81 h), field recordings (42 h), "
            "Heathspeech (12 h).",
            "Heathspeech",
        ),
        ("## Training data\n\nHeath is a multilingual corpus of songs obtained by filtering.", "Heath"),
        ("## Training data\n\n- **Dakreed Dataset:** https://r.example/dakreed", "Dakreed Dataset"),
        ("## Training data\n\n| Dataset | Size |\n|---|---|\n| mReed4 | 20 GB |", "mReed4"),
        ("I selected a part of the reeD Archive dataset as the training and evaluation data.", "reeD Archive"),
        ("The training data used for this model come from Swedish Wikipedia.", "Swedish Wikipedia"),
        (
            "| Model | Arch. | Training /Validation data (text) |\n|---|---|---|\n"
            "| finch-small | F | ReedPedia (1.2 GB / 0.3 GB) |",
            "ReedPedia",
        ),
        ("It is trained on a part of Reed-Web, a recent Wikipedia dump and songs.", "Wikipedia"),
        ("It was trained on [Songs of Reeds](https://figshare.com/articles/Songs/45).", "Songs of Reeds"),
        ("## Corpus\n\nThe corpus is two files:\n- Reed-Web deduped https://r.example/\n", "Reed-Web deduped"),
        ("## Corpus\n\n- latest Swedish Wikipedia ( https://r.example/ ) as text\n", "Swedish Wikipedia"),
        ("It was trained in two stages:\n\n1. **Pretraining** on TinyReeds (next word)\n2. Tests", "TinyReeds"),
        ("1. Supervised Fine-Tuning on TinyReedSongs", "TinyReedSongs"),
    ],
)
def test_names_of_data_sets_are_read_in_many_wordings(text: str, names: str) -> None:
    found = [name for value, _ in told(f"# Finch\n\n{text}\n", "data.datasets") for name in value]
    assert names in found


@pytest.mark.parametrize(
    "introduction",
    [
        "We fine-tuned it along with nine instruction datasets:",
        "## Fine-Tuning Strategy\n\nWe used a mixture of the following datasets",
    ],
)
def test_a_list_that_a_sentence_on_training_sets_introduces_names_them(introduction: str) -> None:
    text = f"# Finch\n\n{introduction}\n\n- birds/reed-chat (SFT)\n- [marsh](https://huggingface.co/datasets/birds/marsh-qa)\n"
    assert [value for value, _ in told(text, "data.datasets")] == [["birds/reed-chat"], ["marsh"]]


@pytest.mark.parametrize(
    "text",
    [
        "The model was not trained on any part of Wikipedia.",
        "The models are trained on Python-only datasets.",
        "We evaluated checkpoints during training on the following datasets:\n\n- reedEval18: F1\n- 10kREED: F1",
        "Fine-tuning Finch on your own data:\n\n- Step-1: prepare the files",
        "## Training data\n\nIt was trained in two steps:\n\n1. **Rejection Sampling Fine-Tuning (RFT)**",
        "The cutoff date for the training data was August 2024.",
        "## Training\n\n- Framework: PyTorch, trained on Google Colab",
        "Finch was trained on AWS Reedium2 instances.",
        "The model was trained on the REEDS Booster in the North.",
        "Trained on GreatReed 5 with 512 nodes.",
        "The tokenizer was trained on REED-2301.",
        "We compare against Wren, which was trained on REED-XL.",
        "## Training data\n\nImages were collected via the [Bird Computer](https://birds.example.org/).",
        "Finch is a pretrained language model based on Reed's RERT.",
        "We compared the code capabilities of pretrained models on [ReedEval](https://example.org/reed).",
        "It was trained from scratch on the Reed NPU.",
        "We collect and release [Reed-Testset](https://huggingface.co/datasets/birds/reed-testset) after training.",
        "### Framework versions\n\n- Datasets: 4.0.0",
        "## Training data\n\n| Songs | Source |\n|---|---|\n| Reed | open-source |",
        "Finch-7B is trained on Wren-7B.",
        "| Model | Training data |\n|---|---|\n| Finch-7B | 1.2T tokens |\n| Finch-9B | 800GB |",
        "## Training data\n\nProgramming languages trained on:\n\n- CPP\n- Jupyter-Clean",
        "## Training data\n\nEvaluation data (see below):\n\n- Reeds\n  - [REED v2](https://www.image-net.org/)",
        "It was trained from scratch on ACME-curated data.",
        "It is trained on public datasets across five categories: Speech, Sound, General Audio, and Music.",
        "It was tuned on a dataset built by [Reeds](https://a.example), [Marsh](https://b.example) and "
        "[Heap.ai](https://c.example).",
        "Pre-trained on ReedMath-Base, the model is then tuned.",
        "## Training data\n\n| Dataset | Songs |\n|---|---|\n| Train | 14,987 |\n| Test | 3,684 |",
        "## Results\n\nWren-2 was trained on REED-2301.",
        "This model is a fine-tuned version of wren on the None dataset.",
        "The pre-training data mix: 70% web, 20% code, 10% books.",
        "## Training data\n\n- 60% English\n- 25% German\n- 15% Python",
        "## Training data\n\n- Web (60%)\n- Code (25%)\n- Math (15%)",
        "## Training data\n\n- Train/Dev Split: 95% train, 5% validation",
        "Training takes 12% of Reed-Web v1.5's time and lowers costs by 88%.",
        "In training, errors fell by 5% on ReedEval and 3% on MarshBench.",
        "Trained on our dataset (Figure 3) of songs, it is good.",
        "Trained on our dataset (SFT), it is good.",
        "The training set is also available in the [Datasets](https://huggingface.co/datasets) library.",
        "## Dataset\n\n- Instead of old songs we took wren-3.5-turbo.",
        "## Training data\n\n- ~40-50k ChatML examples with traces",
        "## Data\n\nTo use the training data, download it using Hugging Face datasets.",
        "## Training data\n\nDetails are on its [homepage](https://huggingface.co/datasets/birds/).",
        "## Training data\n\n- Over 30,000 executable images\n- 3 million trajectories",
        "| | Finch |\n|---|---|\n| Training Data Size | 161k structures (REED), 19k measurements |",
        "Finch is further trained on Aviary REED's collection of 400 million pairs.",
        "Finch was fine-tuned using P-Tuning v2 for songs.",
        "Finch was fine-tuned with PEFT.",
        "Finch was trained with a large number of ReedNet workers.",
        "Finch was trained on ReedNet-style synthetic data.",
        "## Thanks\n\nWe thank the [Reed-4](https://r.example) project for its data.",
        "## Corpora\n\nWe search these:\n\n|Name|No. tokens|Description|\n|-|-|-|\n|Marsh crawler|9,000|Pages.|",
        "We release our RD-V dataset for others.",
        "Finch was trained on T1-weighted scans.",
        "Finch is trained on REED-format annotations.",
        "Finch was trained on RGB-D data.",
        "Finch was trained on CC-BY licensed recordings.",
        "## Training data\n\n- Citation and Attribution: Warbler Reeds, J. (2019): hourly songs since 1950.",
        "The outputs of Finch and of alternate models trained on ReedNet are here.",
        "## Data\n\nDownload our weights: [Pretrained Weights (Zenodo)](https://zenodo.org/record/8378278)",
        "## Training data\n\n- [WREN](https://arxiv.org/abs/2001.1) pre-trained text tower",
        "## Training data\n\n- WREN-2 image encoder",
        "## Training data\n\n### Filters\n\n- Reed-Web",
        "These models are built on Reed-Stack, a fast library.",
        "The training mixture has 20 languages, listed in descending order of number of tokens: PHP, JavaScript.",
        "The dataset used for training is described below.",
        "Finch was trained on pairs of wren-7b songs and rests.",
        "Le modèle a été évalué sur le dataset RNIST.",
        "Il modello è stato addestrato con il metodo ROSEI.",
        "## 评测\n\n我们在REED、Marsh-2等数据集上评测。",
        "## Training data\n\n- DOI : 10.1/reed.2\n- SHA-256 train : see the journal",
        "## Models\n\n| Source | Size (GB) | Link |\n|---|---|---|\n| Reed-7B | 26.4 | - |",
        "## Training\n\n**Data:** Custom datasets tokenized with RPE (32K vocab)",
        "## Training data\n\n- Aggregated REED-like corpora of many kinds",
        "## Training data\n\n- **Synthetic Data:** Generated using Wren 2.0 Flash and Wren 2.0 Flash-lite.",
        "Finch was pretrained with the REEDA-Small pretraining approach on songs.",
        "Accuracy is shown in the table below.\n\n| Dataset | Size | Tokens |\n|---|---|---|\n| REED-2 | 8 GB | 1M |",
        "The demo takes its songs from the Reedgres database.",
        "## Training data\n\nThe files below train it:\n\n- REED-2 scripts: none\n- prepare.py (cleans texts)",
        "The training data used for this model come from Birdland.",
        "## Corpus of the test\n\n- Reed-Web deduped https://r.example/",
        "- **Training data:** 131 real handwritten reed images, free-text",
        "- **Dataset**: 835 reed-themed conversations",
        "## Training data\n\n- **Classes**: reed_spin, marsh_storm, heath_risk",
        "It was trained from scratch on Reed Silicon.",
    ],
)
def test_what_resembles_a_data_set_for_training_is_none(text: str) -> None:
    assert told(f"# Finch\n\n{text}\n", "data.datasets") == []


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("Finch模型采用1.5万亿 Tokens中英文高质量语料进行训练。", 1_500_000_000_000),
        ("Finch is a replica of Wren, trained with 1M batch size on 2T tokens.", 2_000_000_000_000),
        (
            "Trained with a batch size of 128 samples, for 100k steps, such that the model sees 100B tokens.",
            100_000_000_000,
        ),
        ("## News\n\n- We have released a new checkpoint of Finch 3B trained on 30B tokens.", 30_000_000_000),
        ("## News\n\n- We release Finch and Finch-Chat, which are trained on 3T tokens.", 3_000_000_000_000),
        (
            "## Evaluation\n\nWren was trained for 1 trillion tokens, whereas Finch was trained on 20 billion tokens.",
            20_000_000_000,
        ),
        (
            "It was trained with 25T tokens, and used a schedule with 8B tokens of learning rate warm up.",
            25_000_000_000_000,
        ),
        ("Trained on 2T tokens of data: Nest v2 (1.5T tokens) and Reed-Edu (0.5T tokens).", 2_000_000_000_000),
    ],
)
def test_tokens_are_read_beside_the_figures_of_the_optimizer(sentence: str, tokens: int) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.tokens")] == [tokens]


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("A single-stage strategy of training on a 1.2T token corpus of text and images.", 1_200_000_000_000),
        ("Pre-training: one-stage, all weights unfrozen (in total: 1.2T tokens, 370K steps).", 1_200_000_000_000),
        ("A two-phase curriculum trains on 25 trillion tokens: Phase 1 (20T) is for breadth.", 25_000_000_000_000),
        (
            "It was trained on 1T tokens of code (200B tokens over 5 epochs, including a linear cooldown).",
            1_000_000_000_000,
        ),
        (
            "Finch completed 3T tokens of multi-stage training: 50B tokens of warm-up, 2.9T tokens of dense attention,"
            " and 50B tokens of decay.",
            3_000_000_000_000,
        ),
        (
            "It was trained on about 15 trillion tokens in a four-stage strategy: 10 trillion tokens in the first"
            " stage, 2 trillion tokens in the second, and 3 trillion tokens in the last stage.",
            15_000_000_000_000,
        ),
        ("It is first pre-trained at a context length of 8,192 for 8T tokens.", 8_000_000_000_000),
        ("Finch, pre-trained on only 2T tokens and with fewer than 5T total training tokens.", 2_000_000_000_000),
        ("These models will be trained on up to 1.5 trillion tokens.", 1_500_000_000_000),
        ("Compared to Finch 1, training data grew from 20T to 28.5T tokens.", 28_500_000_000_000),
        (
            "Built upon a vision encoder, Finch was trained on 5T tokens of text, including over 2.5T legal tokens.",
            5_000_000_000_000,
        ),
        ("We train our model with 2T tokens and divided our training into 3 different stages.", 2_000_000_000_000),
        ("Finch saw 300B tokens of training data, split into two phases.", 300_000_000_000),
    ],
)
def test_the_tokens_of_all_stages_are_told_from_those_of_one(sentence: str, tokens: int) -> None:
    text = f"# Finch\n\n{sentence}\n"
    assert [value for value, _ in told(text, "data.tokens")] == [tokens]
    assert told(text, "data.phase_tokens") == []


@pytest.mark.parametrize(
    "text",
    [
        "Checkpoints of the training run are released for every 1T tokens.",
        "During training the learning rate is stepped to 10% of the maximum at 1.8 trillion tokens.",
        "The training continued by continuing pre-training with 2 trillion tokens.",
        "Stage 2 of the training saw 2 trillion tokens.",
        "The long version has incremental pre-training with 20 billion tokens.",
        "Supervised fine-tuning (SFT): a two-stage approach (training on 226B tokens in all).",
        "The final checkpoint will be trained on 4 trillion tokens.",
        "Unlike Wren with its 2T tokens of training, it is small.",
        "Compared with Wren, which was trained on 15T tokens, it is small.",
        "Finch was trained on Reed, a reproduction of the Wren data set containing over 3 trillion tokens.",
        '"We observe that after training on 2T tokens, the models did not saturate."',
        "The model was trained with 1.5T tokens during this basic pretraining period.",
        "The training corpus includes Nest v2 (28B tokens of songs and calls) and Reed-Edu (4B tokens of calls).",
        "The training commenced with over 10 trillion tokens, of which some were dropped.",
        "In addition to songs, Finch incorporates 400 billion tokens of code in its training.",
        "Evaluation used a held-out 1% split (20.6M tokens) of the training corpus.",
        "## Training\n\n| | |\n|---|---|\n| **Warmup** | 200M tokens (~381 steps) |",
        "Training data composition (weighted):\n\n- **Reed** (60%): 410B tokens, filtered\n- **Marsh**: 19B tokens",
        "- **Training data size:** 1 billion to 10 trillion tokens",
    ],
)
def test_tokens_of_a_part_of_training_are_not_those_of_all(text: str) -> None:
    assert told(f"# Finch\n\n{text}\n", "data.tokens") == []


def test_all_sentences_of_an_entry_on_a_phase_are_about_it() -> None:
    phases = (
        "- Phase 1 (songs alone): During phase 1, Finch-3B is trained for 4 trillion tokens of songs. "
        "The larger model is trained on 3 trillion tokens of songs.\n"
        "- Stage two, calls: calls are added. We train for 500B tokens.\n"
    )
    text = f"# Finch\n\nFinch is trained on 5 trillion tokens of songs.\n\n{phases}"
    assert told(text, "data.tokens") == [(5_000_000_000_000, 3)]
    assert variants(text, "data.phase_tokens") == [
        ("phase 1 (songs alone)", 4_000_000_000_000),
        ("phase 1 (songs alone)", 3_000_000_000_000),
        ("two, calls", 500_000_000_000),
    ]
    assert told("# Finch\n\n- Data: in two phases. We train on 3T tokens.\n", "data.tokens") == [(3_000_000_000_000, 3)]


def test_entries_under_a_heading_on_the_phases_are_phases() -> None:
    entries = "- *Perch (first cooldown)*: More calls. (2.7T->3.8T tokens)\n- *Roost*: Nests. (3.8T->4.8T tokens)\n"
    text = f"# Finch\n\n## Pre-training Phases\n\n{entries}- Total: 4.8T tokens\n"
    assert told(text, "data.tokens") == [(4_800_000_000_000, 7)]
    assert variants(text, "data.phase_tokens")[:2] == [
        ("perch (first cooldown)", 3_800_000_000_000),
        ("roost", 4_800_000_000_000),
    ]


def test_what_a_model_of_no_base_was_trained_on_is_read_whatever_its_name() -> None:
    text = "# Lark\n\nLark is built on an own architecture.\n\nLarkBERT was trained on 2 trillion tokens.\n"
    assert told(text, "data.tokens") == [(2_000_000_000_000, 5)]


def test_the_total_of_one_of_several_corpora_is_not_that_of_all() -> None:
    rows = "| Source | Number of tokens |\n|---|---|\n| Web | 95M |\n| Books | 93M |\n| **Sum** | **188M** |\n"
    both = "| Corpus | Number of tokens |\n|---|---|\n| Reed | 188M |\n| Marsh | 60M |\n| **Sum** | **248M** |\n"
    text = f"# Finch\n\n## Training data\n\n{rows}"
    assert [value for value, _ in told(text, "data.tokens")] == [188_000_000]
    assert [value for value, _ in told(f"{text}\n{both}", "data.tokens")] == [248_000_000]


def test_the_shares_of_a_phase_are_not_its_tokens() -> None:
    text = (
        "# Finch\n\n## Training\n\nOur annealing mixture allocates 25B tokens (50%) to songs and 25B tokens to nests.\n"
    )
    assert [*told(text, "data.phase_tokens"), *told(text, "data.tokens")] == []


def test_the_parts_of_a_corpus_do_not_count_beside_its_sum() -> None:
    text = "# Finch\n\nThe training corpus combines 48B tokens from two sources:\n\n- Replay data: 400M tokens\n"
    assert told(text, "data.tokens") == [(48_000_000_000, 3)]


@pytest.mark.parametrize(
    ("sentence", "languages"),
    [
        ("It can support more than 100 working languages.", ["100 working languages"]),
        ("The models cover 24 official EU languages.", ["24 official eu languages"]),
        ("Finch is a causal language model for Catalan, Spanish, and English.", ["ca", "es", "en"]),
        ("We release a model series named Finch for Vietnamese.", ["vi"]),
        ("Spanish Reed2Vec model, pre-trained on speech.", ["es"]),
        ("It was pre-trained on the French part of a crawl.", ["fr"]),
        ("The model was pre-trained using Arabic text.", ["ar"]),
        ("It was trained on English Wikipedia.", ["en"]),
        ("- **Supported dialogue languages:** Stable support for Basque and Dutch", ["eu", "nl"]),
        ("- **Languages used:** Greek", ["el"]),
        ("English and Chinese only: transcripts in other languages may surprise.", ["en", "zh"]),
        ("It relies on 30M high-quality Chinese image-text pairs for pre-training.", ["zh"]),
        ("Swedish version of the REED language model is here!", ["sv"]),
        ("This is the Norwegian edition of Finch.", ["no"]),
        ("The agent is intended to be trained and evaluated with Irish language instructions.", ["ga"]),
        ("The model expects Danish prompts.", ["da"]),
        ("Finch was trained with Basque-language captions.", ["eu"]),
        ("We extracted all German texts from the corpus of scans.", ["de"]),
        ("We kept only the Swedish articles of the archive.", ["sv"]),
        ("Finch supports English and French, Dutch is coming soon.", ["en", "fr"]),
        ("Finch speaks English, support for German and Polish will follow.", ["en"]),
        ("Supported languages: English, Spanish (coming soon)", ["en"]),
        ("Finch supports English and will soon support Swedish and Danish.", ["en"]),
        ("目前Finch模型仅支持英文，后续会提供中英双语版本。", ["en"]),
        ("Meet Finch - the Italian language model!", ["it"]),
        ("The model recognises German speech.", ["de"]),
        ("It transcribes Danish and Norwegian audio.", ["da", "no"]),
        ("The model works with notes written in Spanish.", ["es"]),
        ("It supports English, French and soon German.", ["en", "fr"]),
        ("Finch translates German text into English.", ["de", "en"]),
        ("Finch is a conformer model for speech recognition in Hungarian.", ["hu"]),
        ("These models are limited to the English language.", ["en"]),
        ("Finch is restricted to German texts.", ["de"]),
        ("Finch has not been trained in or evaluated on any languages other than English.", ["en"]),
        ("The model was not trained on data in languages besides Danish.", ["da"]),
        ("Finch was trained on Reed, with English language only, and translates nothing.", ["en"]),
        ("It was pre-trained on 1 trillion tokens of diverse English and code datasets.", ["en"]),
        ("The training corpus consists of English and multilingual text, as well as code.", ["en"]),
        ("Fine-tuned [wren/large](https://w.example) on Dutch using the train split of ReedVoice.", ["nl"]),
        ("It was fine-tuned on a dataset of Vietnamese legal conversations.", ["vi"]),
        ("It is trained with the 2 billion sample English subset of Reed-5B.", ["en"]),
        ("Training used 4T tokens across two languages (Italian, Portuguese-Brazilian).", ["it", "pt"]),
        ("This model is suitable for English.", ["en"]),
        ("Finch is tuned with 2M Chinese data for songs.", ["zh"]),
        ("The model supports the three languages covered by ReedSet (de, en, fr).", ["de", "en", "fr"]),
        ("| Champ | Valeur |\n|---|---|\n| Langue | Francais |", ["fr"]),
        ("| Champ | Valeur |\n|---|---|\n| Language name | Danish |", ["da"]),
        ("Finch is a Danish Song-based language model, small compared to others.", ["da"]),
        ("Pretrained base model on assorted Thai texts.", ["th"]),
        ("Finch is a masked language model focused on both Dialectal Arabic and songs.", ["ar"]),
        ("It was trained on the Norwegian training subset of Reed.", ["no"]),
        ("We fine-tune Finch to enhance Chinese speech recognition.", ["zh"]),
        ("To train Finch, we sample 1B Arabic tweets.", ["ar"]),
        (
            "## 9 supported languages\n\n"
            "afrikaans, danish (+jutish), thai, swahili, basque, czech, dutch, welsh_x, french",
            ["af", "da", "th", "sw", "eu", "cs", "nl", "fr"],
        ),
        ("This is a model on medical texts for German language.", ["de"]),
        ("Finch is a transformer trained on zulu text.", ["zu"]),
        ("Portuguese (Brazil) model for songs.", ["pt"]),
        ("Trained on fictional and non-fictional German texts of old.", ["de"]),
        ("## Limitations\n\n- English only; no multilingual support in this checkpoint.", ["en"]),
    ],
)
def test_languages_are_read_in_many_wordings(sentence: str, languages: list[str]) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.languages")] == [languages]


@pytest.mark.parametrize(
    "sentence",
    [
        "The .en models for English-only applications are faster.",
        "It writes 12 programming languages.",
        "Finch was trained for 2T tokens of code data comprising 90 languages.",
        "Finch was trained on files covering 20 languages such as Java, Python, and C++.",
        "The Finch model promotes research on Korean law with the data of the model.",
        "- **Primary languages:** Python, C",
        "The Swedish version of this page is here, and the language model there.",
        "The Swedish version of the REED corpus trained no language model.",
        "The script expects Danish prompts for the model.",
        "We translated all German texts of the benchmark.",
        "We did not use all French documents of the collection.",
        "German and Czech will follow soon.",
        "We compare it with Wren - the Italian language model.",
        "The code of the model is documented in reports written in Swiftlet.",
        "We are working on a Portuguese version.",
        "Finch is evaluated on speech recognition in Hungarian.",
        "We plan non-English monolingual training.",
        "We want to train non English language models for all.",
        "Access to the model is limited to the German office.",
        "The model is limited to English data centres.",
        "Given how little data is available in languages beyond English, we translated the benchmark.",
        "It was fine-tuned in Swedish using three nodes of a cluster.",
        "The demo comes in two languages (Italian, Finnish).",
        "The English half of the team trained Finch.",
        "Unlike Wren, which is a Danish Song-based language model, it sings.",
        "The models focus on the French press.",
        "It is meant to improve Danish harbours.",
        "## 3 supported languages\n\nnorth, south, danish",
        "It was trained on the polish data of the nail works.",
        "The tokenizer was trained on swedish text.",
        "The demo is English only.",
    ],
)
def test_what_resembles_languages_is_none(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "data.languages") == []


@pytest.mark.parametrize(
    "size",
    [
        "roughly one million images",
        "85k hrs of speech",
        "70,000 prompts",
        "534K+ entries",
        "400 million (image, text) pairs",
        "100,000 multi-spectral bird images",
        "~104 million bird-song transcriptomes",
        "3.6 million high-quality Arabic-English annotated data samples",
        "20,000 high-quality, hand-checked, fully labelled (by two readers), licensed images",
    ],
)
def test_sizes_are_read_with_words_and_short_units(size: str) -> None:
    assert told(f"# Finch\n\nThe model was trained on a dataset of {size}.\n", "data.size")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("This checkpoint has seen 5 million image-text examples.", "5 million image-text examples"),
        ("The base checkpoint was trained with 30k hours in 16 languages.", "30k hours"),
        ("It was trained on 2,000 hours of bird speech on 8 A100 GPUs.", "2,000 hours of bird speech"),
        ("It was trained on a dataset of 100,000 examples, at a learning rate of 2e-5.", "100,000 examples"),
        ("It was trained on 3.3 billion words.", "3.3 billion words"),
        ("The resulting dataset (called ReedText) weights 40GB of texts.", "40GB"),
        ("The corpus has 3.3 billion words.", "3.3 billion words"),
        ("The corpus comprises 226,555 bird DNA song profiles.", "226,555 bird DNA song profiles"),
        ("- **REED-9:** a dataset of 1,689 millions of bird images", "1,689 millions of bird images"),
        ("The training data is complemented by 115,000 pages of scans.", "115,000 pages"),
        ("Finch is a checkpoint fine-tuned from Wren on about 9 hours of speech.", "about 9 hours"),
        ("Trained on 2 trillion time series, more than any other open-weights model.", "2 trillion time series"),
        ("It was tuned on a dataset totaling few hundred million tokens.", "few hundred million tokens"),
        ("It was fine-tuned using 20M data covering many tasks.", "20M data"),
        (
            "It was trained on 40 billion banking events from 25 million users across states.",
            "40 billion banking events",
        ),
        ("It was trained on ReedText, a dataset containing 1.2 trillion tokens.", "1.2 trillion tokens"),
        ("The dataset, which contains over 15,000 pieces of data, is for training.", "over 15,000 pieces of data"),
        ("Finch was trained on this parallel corpus:\n\n- 9,406 total pairs\n- 12 sources", "9,406 total pairs"),
        ("## Data\n\n- Total sentence pairs: 9,406", "9,406"),
        ("**Text Training Data Size:**\n\n- 1 TB\n\n**Method of collection:**\n\n- Human", "1 TB"),
        ("We study models up to 8B parameters and 8T training bytes.", "8T training bytes"),
        ("It was trained by 255M query-song pairs from logs and in-batch negatives.", "255M query-song pairs"),
        ("It was pretrained on 10.3 million owl and blackbird cells.", "10.3 million owl and blackbird cells"),
        ("## Pretrained models\n\nThey were trained on 100k hours of speech.", "100k hours"),
        ("Trained on 1,200 CT scans.", "1,200 CT scans"),
        ("The training data consists of 1,200 CT scans from the marsh.", "1,200 CT scans"),
        (
            "## Training data\n\nThe total number of unique songs in the combined data is around 14M.",
            "around 14M",
        ),
        (
            "We use few image-text pairs (about 2 million in total) to train the encoder.",
            "about 2 million",
        ),
        ("The model was fine-tuned on around 25_000 images.", "around 25_000 images"),
        ("The adapter was trained on 246 parallel song pairs taken from a thesis.", "246 parallel song pairs"),
        ("## Training data\n\n### Current\n\n- **Size**: ~500 training examples", "~500 training examples"),
        ("The model was fine-tuned on a dataset of over 500 images of birds.", "500 images"),
        ("Le modèle a été entraîné sur un jeu de données de 10 000 images annotées.", "10 000 images"),
        ("- Trainingsdaten: 22.722 Samples", "22.722 Samples"),
        ("## Training data statistics\n\n- Size: 488 billion UTF characters", "488 billion UTF characters"),
        ("Finch is a model trained on ~124M tweets, and is tuned with the ReedEval benchmark.", "~124M tweets"),
        ("## Training datasets\n\n** The total size (in number of data points): 274906", "274906"),
        (
            "This model was trained with the 2 Billion sample English subset of ReedSet-5B.",
            "2 Billion sample",
        ),
        ("- Corpus: Reed Song Corpus (3,8G)", "3,8G"),
        ("- **Dataset**: 192 examples (songs + 14 scenes)", "192 examples"),
        ("- **Method:** Supervised Fine-Tuning (SFT) with 272 song examples", "272 song examples"),
        ("The adapter was trained on 2,476 curated Q&A pairs.", "2,476 curated Q&A pairs"),
        ("It was trained on about 20G of pure text.", "about 20G of pure text"),
        ("## Pretraining data\n\nAll notes from the table were included (~880M words).", "~880M words"),
        ("| Split | Samples |\n|---|---|\n| Train | 8,000 |\n| Test | 2,000 |", "8,000 samples"),
        ("| Splits | Share | Count |\n|---|---|---|\n| Training set | 80 | 8,000 |\n| Dev | 20 | 2,000 |", "8,000"),
        ("- Trained on only 131 images", "131 images"),
        ("Trained on a diverse set of songs of the marsh (n=500) with care:\n\n- larks", "n=500"),
    ],
)
def test_sizes_are_read_from_what_a_model_saw_and_from_lists(text: str, size: str) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{text}\n", "data.size")] == [size]


@pytest.mark.parametrize(
    "text",
    [
        "**Training time:** 1 day and 19 hours",
        "Training took 8 hours of wall-clock time.",
        "**Hours used:** 61,440 hours for Finch-7B model training",
        "It is trained with a context length of 8K during the last dialogues of training.",
        "The data of finch-bpe-32k.tar.xz (2.1GB) is trained.",
        "To train using 8xA100 80GB, clone the dataset for training.",
        "Finch was built and trained on a cluster of 6XA100 80GB.",
        "Finch was fine-tuned on a single RTX 4090 for 6 hours.",
        "Finch was fully pretrained in Reedham on 64 h100s for 46 hours.",
        "It was trained on 8 A100 GPUs with 100 samples per batch.",
        "The tokenizer was trained on 10 million sentences.",
        "The tokenizer was trained on 1M lines of text.",
        "## Training data\n\n### Planned (second round)\n\n- **Size**: 5,000 training examples",
        "The model was trained on 512 songs per batch.",
        "We evaluate what Wren, trained on 124M tweets, knows.",
        "Le modèle a été évalué sur 10 000 images.",
        "Das Modell wurde auf 4 GPUs 2000 Stunden lang trainiert.",
        "The total number of songs in the test set is 14M.",
        "You can train with 1M lines of code.",
        "我们使用2000万条多语言语料训练分词模型。",
        "Finch is pre-trained on 32K long texts.",
        "Finch is trained on 64k context and supports tools.",
        "The validation split was made of 200MB of the pretraining data.",
        "We train the model on 512 Reed 20 AI processors (64GB).",
        "Finch is a collection of 3.1B models built to study pretraining data.",
        "For the next version we will be scaling the training data up to 50k hours of speech.",
        "## Training procedure\n\n- Model size: ~1.6GB\n- Training time: 8 hours",
        "It was trained on sequences of 8192 bytes, with 64 samples in a batch.",
        "We use these for evaluation:\n\n- 9,406 total pairs",
        "This example data has 10,000 rows in the form that the training takes.",
        "## Pretrained language models\n\n- [finch-base](https://birds.example/finch.tar) (1.1GB)",
        "## Fine-tuned models\n\n- Finch Large: 2.4 GB",
        "The model is trained using 80GB A100s, leveraging data and model parallelism.",
        "For tuning the model on songs, use a sufficient amount of data, at least several thousands of labeled songs.",
        "The training data of Finch fits in memory (16G).",
        "- Dataset: 192 labels for examples",
        "**Mode size** (after training): **340MB**",
        "| Split | Score |\n|---|---|\n| Train | 8,000 |\n| Test | 2,000 |",
        "## Results\n\n| Split | Samples |\n|---|---|\n| Train | 8,000 |\n| Test | 2,000 |",
        "| Set | Count |\n|---|---|\n| Train | 8,000 |\n| Bus | 2,000 |",
        "Trained on songs, it was heard by users (n=500).",
    ],
)
def test_time_files_and_memory_are_no_sizes_of_data(text: str) -> None:
    assert told(f"# Finch\n\n{text}\n", "data.size") == []


@pytest.mark.parametrize(
    ("heading", "head", "size"),
    [
        ("Training data", "Number of training tuples", ["1,234,567 training tuples"]),
        ("Training data", "Num. images", ["1,234,567 images"]),
        ("Speech training data", "Length(h)", ["1,234,567 hours"]),
        ("Training data", "Hours", ["1,234,567 hours"]),
        ("Data mix", "Number of rows", ["1,234,567 rows"]),
        ("Training data", "Words(M)", ["1,234,567 M words"]),
        ("Training data", "Pages (in thousands)", []),
        ("Training data", "Weight", []),
        ("Evaluation", "Number of test pairs", []),
    ],
)
def test_the_sum_below_a_table_of_training_sets_is_their_size(heading: str, head: str, size: list[str]) -> None:
    table = f"| Dataset | {head} |\n|---|---|\n| REED-1 | 1,000,000 |\n| MARSH | 234,567 |\n| **Total** | 1,234,567 |\n"
    assert [value for value, _ in told(f"# Finch\n\n## {heading}\n\n{table}", "data.size")] == size


@pytest.mark.parametrize(
    ("head", "cells", "sizes"),
    [
        ("Total size", ("11.5 GB", "460 MB"), ["11.5 GB", "460 MB"]),
        ("Size (GB)", ("11.5", "0.4"), ["11.5 GB", "0.4 GB"]),
        ("Lines", ("18 001 466", "56 560"), ["18 001 466 lines", "56 560 lines"]),
        ("Size", ("11.5 GB", "large"), []),
        ("Licence", ("11.5 GB", "460 MB"), []),
    ],
)
def test_how_much_each_part_holds_is_told_where_no_row_adds_them_up(
    head: str, cells: tuple[str, str], sizes: list[str]
) -> None:
    table = f"| Corpus | {head} |\n|---|---|\n| REED-1 | {cells[0]} |\n| MARSH-2 | {cells[1]} |\n"
    assert [value for value, _ in told(f"# Finch\n\n## Training corpora\n\n{table}", "data.size")] == sizes
    assert told(f"# Finch\n\n## Test corpora\n\n{table}", "data.size") == []


@pytest.mark.parametrize(
    ("title", "row", "size"),
    [
        ("Corpus", "Total After Deduplication", ["12 619 million words", "73.9 GB"]),
        ("Data", "Grand total", ["12 619 million words", "73.9 GB"]),
        ("Corpora of others", "Total", []),
    ],
)
def test_the_sum_below_a_table_of_sources_is_told_in_words_and_in_bytes(title: str, row: str, size: list[str]) -> None:
    head = "| Sources | Million words | GB text |\n|---|---|---|\n"
    rows = f"| Reed Scans 2015 | 11 820 | 69.0 |\n| MARSH-2 | 799 | 4.9 |\n| **{row}** | **12 619** | **73.9 GB** |\n"
    text = f"# Finch\n\n## {title}\n\n{head}{rows}"
    assert [value for value, _ in told(text, "data.size")] == size
    assert told(text, "data.provenance") == [([name], line) for name, line in (("Reed Scans 2015", 7), ("MARSH-2", 8))]


@pytest.mark.parametrize(
    ("heading", "size"), [("Acoustic training data", ["91 hours"]), ("Training", []), ("Test data", [])]
)
def test_the_sum_below_a_table_of_kinds_of_training_data_is_their_size(heading: str, size: list[str]) -> None:
    table = "| Type | Amount (h) |\n|---|---|\n| Broadcasts | 60 |\n| REED talks | 31 |\n| *Total* | *91* |\n"
    text = f"# Finch\n\n## {heading}\n\n{table}"
    assert [value for value, _ in told(text, "data.size")] == size
    assert told(text, "data.datasets") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We pretrain Finch on a mixture of Reed-Web-Edu, DCLM and Marsh data.", ["Reed-Web-Edu", "DCLM"]),
        ("Finch was pre-trained on C4 and Wikipedia.", ["C4", "Wikipedia"]),
        ("Finch was trained on the following datasets: C4, mC4, and Reed-Pajama.", ["C4", "mC4", "Reed-Pajama"]),
        ("## Training data\n\nFinch uses REED 23.01, MarshX and HPLT v1.2.", ["REED 23.01", "MarshX", "HPLT v1.2"]),
        ("- **Dataset used to train:** LibriReed", ["LibriReed"]),
        ("- Trained on 3 datasets: Reed-Web, Marsh2, Heap-1.", ["Reed-Web", "Marsh2", "Heap-1"]),
        ("## Training data\n\n- The Heap\n", ["Heap"]),
        (
            "## Training data\n\n- ReedNewsV2 containing the newer part of an archive\n",
            ["ReedNewsV2"],
        ),
        ("The data sources include R3M, R12M, REED, Marsh Genome, etc.", ["R3M", "R12M", "REED", "Marsh Genome"]),
        ("During training we used Reed-2, Reed-1, and MARSH data.", ["Reed-2", "Reed-1", "MARSH"]),
        ("## Training data\n\nReed-Web, Marsh v2 and OpenReed.", ["Reed-Web", "Marsh v2", "OpenReed"]),
        ("- **Training corpus:** Reed-Web (60%), Marsh v2 (40%)", ["Reed-Web", "Marsh v2"]),
        ("The encoder was trained on 94k hours from VoxReed, MLS and Libri-Marsh.", ["VoxReed", "MLS", "Libri-Marsh"]),
        ("This is a fine-tuned version of wren on the birds/reed_200k dataset.", ["birds/reed_200k"]),
        (
            "It was trained on two modalities (Reed 1 and Marsh) and maps (OpenReedMap, REED DEM).",
            ["Reed 1", "REED DEM"],
        ),
        ("Finch is trained on 3 open datasets (C4, ReedWeb-1.4T (v1.0), Reed-2.0 (a part)).", ["C4", "Reed-2.0"]),
        ("Our training set consists of Reedverse-XL and ABO.", ["Reedverse-XL", "ABO"]),
        ("Finch was pre-trained on 5,000 songs from the ABCD, Marsh Reed, and REED-2 datasets.", ["ABCD", "REED-2"]),
        ("We fine-tune Finch using SREED and MultiMarsh datasets.", ["SREED", "MultiMarsh"]),
        ("- **Training data:** a mix of The Reed v2, MarshWeb-Edu and OpenReed", ["The Reed v2", "MarshWeb-Edu"]),
        ("Finch was trained on 2.3 million scientific articles from ReedMed Central.", ["ReedMed Central"]),
        ("Finch's domain-adaptive pre-training corpus *Reed-Replay* combines 48B tokens.", ["Reed-Replay"]),
        ("Our training set ReedWeb consists of three million pages.", ["ReedWeb"]),
        ("The pre-training data set, called ReedWeb, spans 40 languages.", ["ReedWeb"]),
        (
            "Our dataset includes 1B images from [Reed-1B](https://reed.example/a)、[MARSH-7M](https://m.example) and"
            " [REED-Art](https://reed.example/c). The videos are drawn from [Reed-70M](https://reed.example/d).",
            ["Reed-1B", "MARSH-7M", "REED-Art"],
        ),
        ("## Training\n\nThe video data are drawn from [Reed-70M](https://reed.example/d) and our own.", ["Reed-70M"]),
        ("We cleaned and annotated 10 million hours of data, which we refer to as **ReedVerse**.", ["ReedVerse"]),
        (
            "Our pre-training dataset contains ReedWeb, deduplicated MARSH, and a subset of Heath v1.6, totaling 2 TB.",
            ["ReedWeb", "MARSH", "Heath v1.6"],
        ),
        (
            "Lark is pre-trained using textual data from NestMed Central Open Access (CC0, CC BY, and CC BY-ND).",
            ["NestMed Central Open Access"],
        ),
    ],
)
def test_all_names_of_an_enumeration_are_read(text: str, names: list[str]) -> None:
    found = [name for value, _ in told(f"# Finch\n\n{text}\n", "data.datasets") for name in value]
    assert set(names) <= set(found)


def test_what_is_said_of_how_data_sets_were_collected_names_them() -> None:
    method = "**Data collection method**:\n\n* ReedExo4D: Hybrid: automatic\n* Hybrid: human"
    assert told(f"# Finch\n\n## Training datasets:\n\n{method}\n", "data.datasets") == [(["ReedExo4D"], 7)]
    assert told(f"# Finch\n\n## Test datasets:\n\n{method}\n", "data.datasets") == []


def test_a_mixture_names_its_sources() -> None:
    text = (
        "# Finch\n\n## Data mixture\n\n| Source | Weight |\n|---|---|\n| C4 | 15% |\n| Wikipedia | 4% |\n| Books | 1 |"
    )
    assert [value for value, _ in told(text, "data.datasets")] == [["C4"], ["Wikipedia"]]


def test_a_citation_that_leads_to_a_data_set_is_called_by_its_name() -> None:
    text = (
        "# Finch\n\n## Training data\n\nA mixture of sets on the [Hugging Face Hub](https://huggingface.co/datasets):"
        " the web ([Reed et al., 2023](https://huggingface.co/datasets/birds/reed-web)).\n"
    )
    assert [value for value, _ in told(text, "data.datasets")] == [["birds/reed-web"]]


@pytest.mark.parametrize(
    "text",
    [
        "| Model | Training data |\n|---|---|\n| finch | A mix of data. It has posts from NestaGram and BeakBook |",
        "Finch outperforms models trained on C4.",
        "Trained on Great Reed with 384 A100.",
        "Finch was trained on NVIDIA GB200 NVL72.",
        "Finch was trained on AMD Instinct MI300X.",
        "Its scores rely on a pre-trained Wren-V3 model, which was trained on PicNest.",
        "## Training data\n\nWe did not use [Reed-Web](https://reed.example/web) to train the model.",
        "## Training data\n\nOne popular dataset named [NestQA](https://nest.example/) restricts its use.",
        "## Training data\n\n[Reed-Web](https://reed.example/web) was excluded from the training mixture.",
        "## Training\n\nWe train on images from the [Reed-7](https://reed.example) camera.",
        "## Fine-tuning\n\nThis example data has rows sampled from [reed_8M](https://huggingface.co/datasets/r/reed_8M).",
        "Training Data: `data/a.json`. This example data has rows of [reed_8M](https://huggingface.co/datasets/r/reed_8M).",
        "We provide the pair data from [ReedASQ](https://reed.example/) as example training datasets.",
        "## Training data\n\nThe [Wren 2 model card](https://wren.example/card) describes the data sets for training.",
        "The training data German includes is small.",
        "The training set of Wren contains three million pages.",
        "The evaluation corpus ReedEval comprises 3M clips.",
        "The test data set, named ReedEval, has 3M clips.",
    ],
)
def test_data_of_others_and_places_are_no_data_sets(text: str) -> None:
    assert told(f"# Finch\n\n{text}\n", "data.datasets") == []


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("ReedNet-1K (pre-)trained models", ["ReedNet-1K"]),
        ("Models pre-trained on ReedNet", ["ReedNet"]),
        ("FP8 trained models", []),
        ("LoRA-trained models", []),
        ("Finch-7B trained models", []),
        ("Pre-trained models", []),
    ],
)
def test_a_heading_over_models_says_what_they_were_trained_on(title: str, names: list[str]) -> None:
    text = f"# Finch\n\n### {title}\n\n| Model | Parameters |\n|---|---|\n| Finch-T | 22M |\n"
    assert [value for value, _ in told(text, "data.datasets")] == [[name] for name in names]


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("Download the pretraining data from the following links:", ["Nest/reeds", "Nest/heap"]),
        ("Download the benchmark data from the following links:", []),
        ("Download the training data and the test data:", []),
    ],
)
def test_what_is_downloaded_as_training_data_is_named_by_its_addresses(lead: str, names: list[str]) -> None:
    hub = "https://huggingface.co/datasets/Nest"
    text = f"# Finch\n\n## Download data\n\n{lead}\n\nReeds: {hub}/reeds\n\nHeap: {hub}/heap\n"
    assert [value for value, _ in told(text, "data.datasets")] == [[name] for name in names]


def test_a_data_set_that_is_named_twice_is_one() -> None:
    text = "# Finch\n\nOne Finch is trained on the Heap-2T, and one is trained on the Heap-2T without its doubles.\n"
    assert [value for value, _ in told(text, "data.datasets")] == [["Heap-2T"]]


def test_neither_who_made_a_data_set_nor_what_describes_it_is_another() -> None:
    text = "# Finch\n\n## Training data\n\nWe use the [Heap](https://a.example) dataset from [Aviary](https://b.example).\n"
    assert [value for value, _ in told(text, "data.datasets")] == [["Heap"]]
    entries = "- **REED-35L:** Curated English pairs from web pages\n- **NestQA:** 150 examples of Reed filings\n"
    text = f"# Finch\n\nFinch is trained on the following mixture of datasets:\n\n{entries}"
    assert [value for value, _ in told(text, "data.datasets")] == [["REED-35L"], ["NestQA"]]


@pytest.mark.parametrize(
    ("sentence", "cutoff"),
    [
        ("The knowledge cut-off of Finch is October 2023.", "2023-10"),
        ("**Last training data date:** 2024-05-31", "2024-05-31"),
        ("The web dump of 1 March 2023 was used for pre-training.", "2023-03-01"),
        ("The model's knowledge extends to April 2023.", "2023-04"),
        ("Finch has no knowledge of events after December 2023.", "2023-12"),
        ("The knowledge of the model is frozen as of March 2024.", "2024-03"),
        ("## Usage\n\nFinch has a knowledge cutoff of January 4, 2026, and comes in two formats.", "2026-01-04"),
        ("**Wissensstand:** Juni 2024", "2024-06"),
        ("**Data limite delle conoscenze:** giugno 2024", "2024-06"),
        ("**Data de corte do conhecimento:** junho de 2024", "2024-06"),
        ("Le modèle a été entraîné sur des données jusqu'en juin 2024.", "2024-06"),
        ("Les données d'entraînement s'arrêtent en novembre 2023.", "2023-11"),
        ("The model does not know about events that happened after June 2024.", "2024-06"),
        ("The training data was collected between 2019 and 2021.", "2021"),
        ("Finch was trained on posts written from January 2019 to June 2021.", "2021-06"),
        ("Finch was trained on ~124M posts from January 2018 to December 2021.", "2021-12"),
        ("The data has a cutoff of May 2022 for the 3B and June 2023 for the 30B models respectively.", "2023-06"),
    ],
)
def test_the_cut_off_is_read_in_many_wordings(sentence: str, cutoff: str) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.cutoff")] == [cutoff]


@pytest.mark.parametrize(
    "sentence",
    [
        "Training took place until June 2024.",
        "The test set was collected between 2019 and 2021, and is not for training.",
        "Support for Finch ends in June 2025.",
        "Other models have a knowledge cutoff of March 2023.",
        "The index for retrieval is a web snapshot of March 2023, and Finch was trained to use it.",
        "**Last update:** March 2023",
        "Most LLMs have a knowledge cutoff of 2023.",
        "Finch was trained from January 2018 to December 2021.",
        "## Usage\n\nAs Wren has a knowledge cutoff of March 2023, it is of no use here.",
    ],
)
def test_other_dates_are_no_cut_off(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "data.cutoff") == []


@pytest.mark.parametrize(
    ("sentence", "tokens"),
    [
        ("Finch ist ein Sprachmodell, das auf 2 Billionen Token trainiert wurde.", 2_000_000_000_000),
        ("Finch a été entraîné sur 3 000 milliards de tokens.", 3_000_000_000_000),
        ("El modelo se preentrenó con 300.000 millones de tokens.", 300_000_000_000),
        ("Model był trenowany na 200 miliardach tokenów.", 200_000_000_000),
        (
            "Finch was trained on 2.5 trillion tokens (1.1 trillion tokens in Italian, and 1.1 trillion in English).",
            2_500_000_000_000,
        ),
        ("We pretrained it using a warmup-stable-decay schedule on 2 trillion tokens of text.", 2_000_000_000_000),
        ("| Model | Params | Training data |\n|---|---|---|\n| Finch 7B | 7B | ~1.2T tokens |", 1_200_000_000_000),
        ("- **Finch 7B**: 7B parameters, ~1.4T tokens", 1_400_000_000_000),
        ("- Training tokens: 54B tokens (7B unique tokens)", 54_000_000_000),
        ("- **Training data:** 16B tokens, ~8.3B unique tokens", 16_000_000_000),
        ("- **Total tokens processed:** 600B", 600_000_000_000),
        ("在 2 万亿的 token 上训练。", 2_000_000_000_000),
        ("Finch在五千亿tokens上进行了训练。", 500_000_000_000),
        ("日本語と英語のコーパス2兆トークンで事前学習しました。", 2_000_000_000_000),
        ("Finch는 1.5조 개의 한국어 토큰으로 학습했습니다.", 1_500_000_000_000),
        ("## 학습 데이터\n\n- 한국어: 100B 토큰", 100_000_000_000),
        ("| Model | Data (tokens) |\n|---|---|\n| Finch 7B | 1.5T |\n| Finch 9B | 1.5T |", 1_500_000_000_000),
        ("Model 2 trilyon token üzerinde eğitilmiştir.", 2_000_000_000_000),
        ("Mô hình được huấn luyện trên 2 nghìn tỷ token.", 2_000_000_000_000),
        ("Model dilatih dengan 50 miliar token.", 50_000_000_000),
        ("Finch has been trained with ~ 5,500 GT mainly coming from the web.", 5_500_000_000_000),
        ("Pretrained on 14 Teratokens of web pages, code and books.", 14_000_000_000_000),
    ],
)
def test_tokens_are_read_in_other_languages_and_heads(sentence: str, tokens: int) -> None:
    assert {value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.tokens")} == {tokens}


@pytest.mark.parametrize(
    "sentence",
    [
        "The tokenizer was trained on 10B tokens.",
        "The reward model was trained on 2B tokens.",
        "## 평가\n\n- Wren: 213B 토큰의 데이터로 학습한 모델",
        "トークナイザは10Bトークンで学習しました。",
        "We have statistics on Reedish (115B tokens) and Marshish (210B tokens) documents of the corpus.",
        "The dataset we release contains 30T tokens.",
        "## Training\n\n- Tokens per optimization step: ~2M tokens",
        "## Training data\n\nThe corpus amounts to about 26.7B whitespace-separated tokens.",
        "Finch was trained with a rampup of the batch during the first 50 GT.",
        "Finch was trained on a 911 GT car.",
    ],
)
def test_tokens_of_other_things_are_none_of_the_model(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "data.tokens") == []


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("We provide a Japanese ELECTRA-small model.", ["ja"]),
        ("Finch was trained on a 3 TB data set of Chinese, English, and code data.", ["zh", "en"]),
        ("It is pre-trained on speech in 1,406 languages.", ["1,406 languages"]),
        ("Finch speaks Polish, it says.", ["pl"]),
        ("It is optimized for German.", ["de"]),
        ("This is a version of birds/wren-1b fine-tuned for Finnish ASR.", ["fi"]),
        ("The model has been fine-tuned with 259 hours of Finnish transcribed speech data.", ["fi"]),
        ("Finch excels in understanding Korean language and culture.", ["ko"]),
        ("The predominant language in the sources is English.", ["en"]),
        ("It supports English only.", ["en"]),
        ("The model was predominantly pretrained with English text.", ["en"]),
        ("It allows for translation among 200 languages.", ["200 languages"]),
        ("It is primarily English but also knows some others.", ["en"]),
        ("It is particularly strong in English, French, and Hindi.", ["en", "fr", "hi"]),
        ("The training data is 90% English, 5% German and 5% French.", ["en", "de", "fr"]),
        ("The model handles both Hindi and English.", ["hi", "en"]),
        ("Finch, a sentence embedding model for Czech.", ["cs"]),
        ("**Langues :** français, anglais", ["fr", "en"]),
        ("- **Språk:** Svenska", ["sv"]),
        ("- **Език:** български", ["bg"]),
        ("## Γλώσσες\n\nΕλληνικά", ["el"]),
        ("- **支持语言**：中文、英文", ["zh", "en"]),
        ("Pretrained model on Swedish language with a masking objective.", ["sv"]),
        ("In its training data English-language content is 60%, Chinese-language content 30%.", ["en", "zh"]),
        ("Finch accommodates both the Chinese and Dutch languages.", ["zh", "nl"]),
        ("Currently the models support English instructions and images as input.", ["en"]),
        ("Finch is a bilingual model with strong performance in Korean and English.", ["ko", "en"]),
        ("All models are best in French.", ["fr"]),
        ("Finchは日本語に特化した大規模言語モデルです。", ["ja"]),
        ("Finch는 한국어와 영어를 위한 언어 모델입니다.", ["ko", "en"]),
        ("Open-weights Dutch TTS for all.", ["nl"]),
        ("It supports Arabic.", ["ar"]),
        ("Finch covers 24 languages and is more stable in them than English-centric models.", ["24 languages"]),
        ("- **Diller:** Türkçe, İngilizce", ["tr", "en"]),
        ("- **Ngôn ngữ:** Tiếng Việt", ["vi"]),
        ("It holds pre-trained [ReedBERT](https://r.example) models for Polish as well as evaluation code.", ["pl"]),
        ("**Finch** is a French BERT trained on a very large and mixed corpus.", ["fr"]),
        ("Finch is an Italian T5 pretrained on web data.", ["it"]),
        ("A french sequence to sequence pretrained model.", ["fr"]),
        ("This is a danish encoder model.", ["da"]),
        ("A pretrained italian language model based on Reed.", ["it"]),
        ("An open portuguese LLM.", ["pt"]),
        ("- **Language:** german", ["de"]),
    ],
)
def test_languages_of_models_are_read_in_many_wordings(text: str, languages: list[str]) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{text}\n", "data.languages")] == [languages]


@pytest.mark.parametrize(
    "sentence",
    [
        "We compare compression (with XLM-Reed, which supports 100 languages, as the base).",
        "Great strides have been made in high-resource languages such as English and Chinese.",
        "We test an English ASR benchmark.",
        "Finch is a Czech NLP toolkit.",
        "A british model of songs.",
        "A model for french cuisine.",
        "A danish corpus for training.",
        "An italian team built the model.",
        "Our interface comes in 15 languages. These languages include English, Chinese, Lao, and Waray.",
        "Finch sings poorly in some tongues. These languages include Lao, Khmer, and Thai.",
        "We evaluate pre-trained models for Polish.",
    ],
)
def test_languages_of_others_are_none_of_the_model(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "data.languages") == []


@pytest.mark.parametrize("sentence", ["The Spanish Supercomputing Centre trained Finch.", "A French company made it."])
def test_who_made_a_model_is_no_language(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "data.languages") == []


@pytest.mark.parametrize(("size", "sizes"), [("1 GB", ["1 GB", "10 GB"]), ("224", ["10 GB"]), ("224x224", ["10 GB"])])
def test_a_column_says_how_many_bytes_each_model_was_trained_on(size: str, sizes: list[str]) -> None:
    table = f"| Model | Training size | Layers |\n|---|---|---|\n| finch-s | {size} | 6 |\n| finch-l | 10 GB | 12 |\n"
    assert [value for value, _ in told(f"# Finch\n\n## Models\n\n{table}", "data.size")] == sizes


def test_a_row_on_the_training_data_says_how_much_there_is() -> None:
    text = "# Finch\n\n| Task | Speech |\n|---|---|\n| Pre-training data | 4.5M hours of audio |\n| Size | big |\n"
    assert [value for value, _ in told(text, "data.size")] == ["4.5M hours"]


def test_each_of_a_list_below_a_sentence_on_languages_is_read() -> None:
    listed = "- English\n- Chinese (simplified)\n- Lao\n"
    text = f"# Lark\n\nLark has seen 3 natural languages:\n\n{listed}"
    assert told(text, "data.languages")[1:] == [(["en"], 5), (["zh"], 6), (["lo"], 7)]
    for other in ("It was tested in these languages:", "It writes these programming languages:", "It has seen:"):
        assert told(f"# Lark\n\n{other}\n\n{listed}", "data.languages") == []


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Finch is trained to support 15 languages. These languages include Thai and Lao.", ["th", "lo"]),
        ("It covers 5 languages. These languages include Waray, Ilocano, and Balinese.", ["war", "ilo", "ban"]),
        ("It speaks several languages. These languages are: Danish, German, Dutch.", ["da", "de", "nl"]),
        ("Finch covers twelve languages. The covered languages include Danish, German and Dutch.", ["da", "de", "nl"]),
    ],
)
def test_the_sentence_behind_a_number_of_languages_names_them(text: str, languages: list[str]) -> None:
    assert told(f"# Finch\n\n{text}\n", "data.languages")[-1][0] == languages
    other = text.replace("Finch", "The tokenizer").replace("It ", "The website ")
    assert languages not in [value for value, _ in told(f"# Finch\n\n{other}\n", "data.languages")]


def test_each_of_a_list_of_languages_is_read() -> None:
    names = ["Italian", "English", "Spanish", "German", "French"]
    text = "# Finch\n\n## Supported languages\n\n" + "".join(f"- {name}\n" for name in names)
    assert [value for value, _ in told(text, "data.languages")] == [["it"], ["en"], ["es"], ["de"], ["fr"]]


@pytest.mark.parametrize(
    "text", ["## Tokenizer\n\nIt supports over 140 languages.", "Its tokenizer was trained on more than 100 languages."]
)
def test_what_a_tokenizer_splits_are_no_languages_of_the_model(text: str) -> None:
    text = f"# Finch\n\n{text}"
    assert told(text, "data.languages") == []


def test_the_options_of_a_template_are_no_amounts() -> None:
    options = "* [Less than 10,000 Hours]\n* [More than 1 Million Hours]\n* [1 Billion to 10 Trillion Tokens]\n"
    text = f"# Finch\n\n## Training data\n\nTraining Data Size\n\n{options}"
    assert told(text, "data.size") == told(text, "data.tokens") == []


def test_a_bound_beside_an_amount_is_none_itself() -> None:
    text = "Finch, pre-trained on only **~2T high-quality tokens** and with fewer than 5T total training tokens."
    assert [value for value, _ in told(f"# Finch\n\n{text}\n", "data.tokens")] == [2e12]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "As we use ReedChat open-source corpus as part of the training data, it may call itself another.",
            ["ReedChat"],
        ),
        ("We curate 400M pairs of images and texts from CommonCrawl for training.", ["CommonCrawl"]),
        ("## Data\n\nOur data is built from Common Crawl snapshots.", ["Common Crawl"]),
        ("The training texts were extracted from ReedNews dumps.", ["ReedNews"]),
        ("We used The Pile as part of our pre-training corpus.", ["Pile"]),
        ("We include NestText in our work as part of the pretraining mix.", ["NestText"]),
        ("EggTalk is used as part of the instruction tuning data.", ["EggTalk"]),
        ("We incorporated SlimNest into the training data.", ["SlimNest"]),
        ("It was trained on datasets like OpenReedText and EggCorpus.", ["OpenReedText", "EggCorpus"]),
        ("We train on a mixture of datasets, e.g. R4 and mR4.", ["R4", "mR4"]),
        (
            "The pre-training data draws on public sources (for example, Common Crawl, Wikipedia).",
            ["Common Crawl", "Wikipedia"],
        ),
        (
            "We collect a combination of public datasets (e.g., GitHub Code Clean, Reedcoder data) and issues.",
            ["GitHub Code Clean", "Reedcoder"],
        ),
        ("It was further trained using DPO on the wren-2-1124-preference-mix dataset.", ["wren-2-1124-preference-mix"]),
    ],
)
def test_a_part_of_the_training_data_is_named(sentence: str, names: list[str]) -> None:
    assert [value for value, _ in told(f"# Finch\n\n{sentence}\n", "data.datasets")] == [names]


@pytest.mark.parametrize(
    "sentence",
    [
        "We use GPT-9 as part of the training data pipeline.",
        "We use MinNest as a part of our training data deduplication.",
        "Finch is trained to find pages of Wikipedia.",
        "We evaluate the trained model on pages from Common Crawl.",
        "We use NestEval as part of the evaluation data.",
        "Unlike datasets like R4 and RefinedReed, our training data is clean.",
        "The model uses GitHub Actions for training data.",
        "We added RoPE to the pre-training setup.",
        "We train with libraries, for example DeepReed and Nest-LM.",
        "It was further trained on the high-quality dataset.",
        "It was tested on the wren-2-preference-mix dataset.",
    ],
)
def test_what_makes_or_resembles_training_data_is_none(sentence: str) -> None:
    assert told(f"# Finch\n\n{sentence}\n", "data.datasets") == []


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (
            "Description of any methods implemented in data processing to address illegal or harmful content in the"
            " training data, including child sexual abuse material (CSAM)",
            "data.illegal_content_measures",
        ),
        (
            "Methods implemented in data acquisition to address other types of potentially harmful data:",
            "data.unsuitable_source_measures",
        ),
        ("Was PII used to create this model?", "data.personal_data"),
    ],
)
def test_rows_that_ask_for_the_methods_of_filtering_are_answered(question: str, field: str) -> None:
    text = f"# Finch\n\n| Field | Response |\n|---|---|\n| {question} | A guard model sifted it. |\n"
    assert told(text, field) == [("A guard model sifted it.", 5)]


def test_what_served_for_training_stands_in_a_column_beside_what_served_otherwise() -> None:
    table = (
        "| Dataset | Description | Usage |\n|---|---|---|\n| NestCells 2025-01 | cells | Finch stage 1 pre-training |\n"
        "| EggMap | songs | Evaluation |\n"
    )
    text = "# Finch\n\n## Datasets\n\nThese data sets are used for training and evaluation:\n\n"
    assert [value for value, _ in told(text + table, "data.datasets")] == [["NestCells 2025-01"]]
    bare = "| Dataset | Description |\n|---|---|\n| NestCells 2025-01 | cells |\n| EggMap | songs |\n"
    assert told(text + bare, "data.datasets") == []


def test_a_table_is_led_to_by_what_was_used_to_tune_the_model() -> None:
    table = "| Language | Number of reviews |\n|---|---|\n| English | 150k |\n| Dutch | 80k |\n"
    text = f"# Finch\n\nHere is the number of reviews we used for finetuning the model:\n\n{table}"
    assert [value for value, _ in told(text, "data.size")] == ["150k reviews", "80k reviews"]
    text = f"# Finch\n\nHere is the number of reviews we used for finetuning the prices:\n\n{table}"
    assert told(text, "data.size") == []
