"""Who provides a model, how to reach them, when it was released and what it is for, as cards tell it."""

from __future__ import annotations

import pytest
from cards import told

PROVIDER, CONTACT, RELEASE = "provider.name", "provider.contact", "model.release_date"
INTENDED, OUT_OF_SCOPE = "use.intended", "use.out_of_scope"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("- **Person or organization developing model**: Aviary Labs", "Aviary Labs"),
        ("## Authors\nA. Wren and B. Finch", "A. Wren and B. Finch"),
        ("This repository contains Aviary AI's ongoing work on the Lark language models.", "Aviary AI"),
        ("This is the official codebase for running the text to song model, from Aviary.ai.", "Aviary.ai"),
        ("Aviary's research team trained Lark, a language model for songs.", "Aviary"),
        ("The language group of Aviary University developed Lark.", "Aviary University"),
        ("Lark was created by the natural language processing group at Aviary University.", "Aviary University"),
        ("### Model Provider\n\nAviary Labs AS", "Aviary Labs AS"),
        ("Lark是由百鸟智能自主研发的大语言模型。", "百鸟智能"),
        ("Larkは、株式会社ヒバリが開発した言語モデルです。", "株式会社ヒバリ"),
        ("Lark는 새소리연구소에서 자체 개발한 언어 모델입니다.", "새소리연구소"),
        (
            "Lark은 갈대대학교 NLP & AI 연구실과 둥지 연구소가 개발한 LLM입니다.",
            "갈대대학교 NLP & AI 연구실과 둥지 연구소",
        ),
        ("Lark is a language model developed by the hibari AI Lab.", "hibari AI Lab"),
        ("Lark is a small open model by Lark Labs.", "Lark Labs"),
        ("Aviary's Lark is a large language model.", "Aviary"),
        ("Aviary's latest language model, Lark, is open.", "Aviary"),
        ("Lark is a repository for training and using Aviary's state-of-the-art open language models.", "Aviary"),
        ("This is the official repository of Aviary's Lark models.", "Aviary"),
        ("Lark is a hobby project by [Ada Reed](https://reed.example).", "Ada Reed"),
        ("Lark est un modèle de langue développé par Volière.", "Volière"),
        ("Lark ist ein Sprachmodell, entwickelt von Voliere Labs.", "Voliere Labs"),
        ("Lark is een taalmodel, ontwikkeld door Volière Labs.", "Volière Labs"),
        ("Lark е езиков модел, създаден от [Nest](https://nest.example) и други.", "Nest"),
        ("Lark was built by the Institut des Oiseaux and École Volière.", "Institut des Oiseaux and École Volière"),
        ("Lark was built by the University of the Birds Country.", "University of the Birds Country"),
        (
            "In no event shall the owner of the models (AVI) nor the creator (NST – Nest Centre) be liable.",
            "NST - Nest Centre",
        ),
        ("Welcome to Lark, a family of light language models from Aviary Labs.", "Aviary Labs"),
        ("Aviary has officially released the ground-breaking speech model, Lark, in May.", "Aviary"),
        ("Today, the Aviary Institute's Finch team officially open-sourced Lark.", "Aviary Institute's Finch"),
        (
            "The Aviary Laboratory, in collaboration with Nest Technology and the Bird University, has officially"
            " released the 7 billion parameter pretrained model, Lark-7B.",
            "Aviary Laboratory",
        ),
        ("We are a student team from Nest University, working on Lark.", "Nest University"),
        ("## Citation\n\nWe are from the School of Birds, Nest University.", "School of Birds, Nest University"),
        ("This is a speech model trained in the Lab of Bird Songs at Aviary.", "Lab of Bird Songs at Aviary"),
        ("Lark was created by the Lark Teacher Model (LTM) team at Aviary.", "Aviary"),
        ("**Organization developing the model:** Maintained by Aviary Labs", "Aviary Labs"),
        ("Lark is a language model developed by AI Aviary.", "AI Aviary"),
        ("Lark was first released in Nest's repository on May 3rd 2022 by Aviary AI.", "Aviary AI"),
        ("This is a code large language model developed by Aviary.", "Aviary"),
        ("Lark is a language model developed by aviaryAI.", "aviaryAI"),
        ("# The Aviary AI Team\n\nAda Wren, Bo Finch, Cy Lark, Di de Nest", "Aviary AI"),
        ("## Institutions\n\n[Nest](https://nest.example)     [AVI](https://avi.example)", "Nest, AVI"),
        ("The models were released on a model hub by [aviary Co., Ltd.](https://aviary.example)", "aviary Co., Ltd"),
        ("- A fine-tuned model developed by Aviary LTD.", "Aviary LTD"),
        (
            "## Institutions\n\nThis project is developed by the following institutions:\n\n"
            "- <img src='a.png'> [Nest Labs](https://nest.example)\n- [AVI](https://avi.example)",
            "Nest Labs, AVI",
        ),
        ("This model was made at Aviary Lab, which sings.", "Aviary Lab"),
        ("The models were developed by the Birds with Songs team at Aviary AI.", "Aviary AI"),
        ("Lark is an encoder, trained internally at Aviary Research.", "Aviary Research"),
        ("Developed at Aviary Labs, Lark is a language model.", "Aviary Labs"),
        ("Developed by Aviary AI, Wren 2 is available for songs.", "Aviary AI"),
        ("Trained jointly by Aviary and Nest Labs, it sings.", "Aviary and Nest Labs"),
        ("👋 Hi!\n<br>\nWe are <b>Aviary Seed team.</b>", "Aviary Seed"),
        ("## Team\n\nThis work is a collaborative effort by the BirdVL team. We also sing.", "BirdVL team"),
        ("Lark is a suite of language models instruct and preference-tuned by Aviary to sing.", "Aviary"),
        ("Made with ♥️ by the Aviary Team.", "Aviary Team"),
        ('These terms tell how Aviary Labs GmbH ("Aviary", "we") offers its models.', "Aviary Labs GmbH"),
        ("**Автор:** `Птица`", "Птица"),
        (
            "*A project by Ada Wren and Bo Finch in collaboration with Nest.*",
            "Ada Wren and Bo Finch in collaboration with Nest",
        ),
        ("Lark was pretrained by Aviary AI on many songs.", "Aviary AI"),
        ("Wren is a pretrained 1B parameter causal language model developed by Aviary AI.", "Aviary AI"),
        ("Lark is an open model brought to you by Aviary AI.", "Aviary AI"),
        ("Lark is Aviary Labs' latest open language model.", "Aviary Labs"),
        ("Lark - an open model by Aviary AI", "Aviary AI"),
        ("Training framework for the Lark text-to-image models by [Aviary](https://aviary.org).", "Aviary"),
        ("Inference code of the Lark models from Aviary Labs.", "Aviary Labs"),
        ("## Acknowledgments\n\nLark is developed by Aviary AI, for all birds.", "Aviary AI"),
        ("[Aviary Research](https://aviary.org) is dedicated to researching foundational models.", "Aviary Research"),
        ("**Lark** by **Aviary AI**", "Aviary AI"),
        ("Lark ist ein von der Aviary GmbH in Berlin entwickeltes Sprachmodell.", "Aviary GmbH"),
        ("Das Modell wurde vom Vogelinstitut trainiert.", "Vogelinstitut"),
        ("Lark is een door Aviary ontwikkeld taalmodel.", "Aviary"),
        ("Ce modèle a été entraîné par Volière.", "Volière"),
        ("Lark är en språkmodell som har utvecklats av Aviary.", "Aviary"),
        ("- **Co-developed by:** Aviary and Nest Labs", "Aviary and Nest Labs"),
        ("- **Primary authors:** A. Wren", "A. Wren"),
        ("**Authors:** A. Wren, B. Finch*, C. Lark (Nest Initiative)", "Nest Initiative"),
        ("**Authors:** A. Wren (Nest), B. Finch, C. Lark", "A. Wren"),
        ("- **Auteurs :** Laboratoire Volière", "Laboratoire Volière"),
        ("作者：百鸟实验室", "百鸟实验室"),
        (f"**Developed by:** {', '.join(['A. Wren and B. Finch'] * 12)}", ", ".join(["A. Wren and B. Finch"] * 12)),
        ("[Aviary Labs](https://aviary.example)\n\nLark is a language model.", "Aviary Labs"),
        ("**Aviary Labs**\n\nLark is a language model.", "Aviary Labs"),
        ("Aviary Song Labs\n\nLark is a language model.", "Aviary Song Labs"),
        ("[University of Egg](https://www.egg.example)\n\nLark is a language model.", "University of Egg"),
        (
            "A. Wren¹, B. Finch²\n\n¹ Aviary Labs, ² Egg University\n\nLark is a language model.",
            "Aviary Labs, Egg University",
        ),
        ("Lark is a language model from the Songs team at Aviary AI.", "Aviary AI"),
        ("Lark is a language model by the research team at Aviary AI.", "Aviary AI"),
        ("## License\n\nCopyright 2031 Aviary Labs. Licensed under Apache 2.0.", "Aviary Labs"),
        ("© 2030-2031 Aviary Labs", "Aviary Labs"),
        ("Copyright (c) 2031 Aviary Labs. All rights reserved.", "Aviary Labs"),
        ("Welcome to Aviary's multi-modal foundation model for songs, Lark.", "Aviary"),
        ("These are Aviary Labs's fast and open language models.", "Aviary Labs"),
        ("- **Geliştirici:** Yuva", "Yuva"),
        ("Lark, Yuva tarafından geliştirilmiştir.", "Yuva"),
        ("- **Nhà phát triển:** Tổ Chim", "Tổ Chim"),
        ("- **Twórca:** Gniazdo", "Gniazdo"),
        ("- **Ontwikkeld door:** Nest", "Nest"),
        (
            "The models were trained using [Nestkit](https://n.example) in the Reed Bird Institute, Reedtown.",
            "Reed Bird Institute",
        ),
        ("The models were trained at the Reedtown Institute of Technology.", "Reedtown Institute of Technology"),
        ("Lark is the language model series of the Lark Team, Aviary Group.", "Lark Team, Aviary Group"),
        ("Lark is a research project led by the Aviary Institute.", "Aviary Institute"),
        ("Developed by Wren et al. at University of Eggs and NEST. Lark is an agent.", "University of Eggs and NEST"),
        ("Lark was trained by Ada Wren et al. (2031) from the Reed University.", "Reed University"),
        ("**[Reed AI Research, BIRD](https://ai.reed.example/research)**\n\nLark is a model.", "Reed AI Research"),
        ("**[Reed AI Research, BIRD](https://ai.birds.example/nest)**\n\nLark is a model.", "Reed AI Research"),
        ("Nest Institute of Songs (NIS)\n\nLark is a language model.", "Nest Institute of Songs"),
        ("**Nest Labs** | June 2031\n\nLark is a language model.", "Nest Labs"),
        ("Lark is an open project of Aviary Labs.", "Aviary Labs"),
        ("Lark is an initiative by Aviary Labs.", "Aviary Labs"),
        ("Lark is a joint effort of Aviary Labs and Egg University.", "Aviary Labs and Egg University"),
        ("This is the official repository for Lark, the language model of Aviary Labs.", "Aviary Labs"),
        ("The official code of **Lark** from Aviary Labs.", "Aviary Labs"),
        ("We at Aviary Labs trained Lark on songs.", "Aviary Labs"),
        ("Aviary Labs' Lark is a language model.", "Aviary Labs"),
        ("### Aviary Labs\n\nLark is a language model.", "Aviary Labs"),
        (
            "## Citing\n\nCite us.\n\n`Lark` is an open project developed by [the Aviary Institute](https://a.example).",
            "Aviary Institute",
        ),
        ("Meet Lark - the song model crafted by [Aviary Group](https://aviary.example).", "Aviary Group"),
        (
            "It trained lark-song-tiny, lark-song-small, and lark-song-base released on the hub by [aviary Co., Ltd.](https://a.eu)",
            "aviary Co., Ltd",
        ),
        ("The weights were made available by Aviary Labs under a licence.", "Aviary Labs"),
        ("Official repository of the Aviary Song Center (ASC) song and speech language models.", "Aviary Song Center"),
        ("**[AI at Aviary, NEST](https://ai.aviary.example/research)**", "AI at Aviary, NEST"),
        ("Lark is a joint effort of Heron University and Aviary Labs.", "Heron University and Aviary Labs"),
        ("Developed by the speech group of the Aviary University of Song.", "Aviary University of Song"),
        ("Lark is a real-time nest detector from Aviary Vision.", "Aviary Vision"),
        ("A nest-like model for songs by the Aviary Institute.", "Aviary Institute"),
        ("We present Lark, a song model by Aviary Labs for birds.", "Aviary Labs"),
        ("**[Aviary Song Lab @ Heath](https://heath.example/aviary)**", "Aviary Song Lab @ Heath"),
        ("### **The Aviary AI Team** ###\nAviary is building the best nests. See our site.", "Aviary AI"),
        ("## The Aviary Team\n\nhttps://aviary.example/\n\nAviary makes nests for all.", "Aviary"),
        ("- **Fine-tuned by:** Ada Wren", "Ada Wren"),
        ("- **Quantized By:** *Aviary - Song Lab*", "Aviary - Song Lab"),
        ("| Attribute | Value |\n|---|---|\n| **Finetuned by** | Aviary |\n| Method | tuning |", "Aviary"),
        ("| Model Detail | Description |\n|---|---|\n| Model Authors - Company | Aviary |\n| Type | songs |", "Aviary"),
        ("This model was a joint collaboration of [Aviary](https://a.eu) and [Nest](https://n.eu).", "Aviary and Nest"),
        ("It is currently being jointly developed by model developers at Aviary University.", "Aviary University"),
        (
            "Das Modell wurde vom Lehrstuhl für Gesang der Universität Voliere entwickelt.",
            "Lehrstuhl für Gesang der Universität Voliere",
        ),
        (
            "#### **Aviary University, Nest Institute of Song & Dance, Reedland**",
            "Aviary University, Nest Institute of Song & Dance, Reedland",
        ),
        ("Aviary bin Wren University of AI, Nest Labs\n\nLark sings.", "Aviary bin Wren University of AI, Nest Labs"),
        (
            "The Institute of Birds / Nest Lab releases three pre-trained language models.",
            "Institute of Birds / Nest Lab",
        ),
        ("- **Developed, funded, and shared by:** Aviary Labs", "Aviary Labs"),
        ("- **Developed, trained and maintained by:** Aviary Labs", "Aviary Labs"),
        ("This repository is for Aviary's project *Lark*, which sings of models.", "Aviary"),
    ],
)
def test_providers_are_named_in_many_ways(text: str, name: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", PROVIDER)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "This model is not owned or developed by Aviary.",
        "## Authors\nAll students below contributed equally.",
        "数据集由百鸟智能发布。",
        "Meta has released Wren 2, the base of Lark.",
        "Previously released versions of Lark were trained on books.",
        "This repository contains a collection of models from the Wren (Nest Knowledge) family.",
        "The model was trained on Nest90 members sampled by Nest50 cluster.",
        "The generated content of the model is produced by Model, Aviary cannot guarantee it.",
        "## Related Work\n\n- Author: Wren Laboratory, Nest University",
        "## Author\n\nWren small was trained by a student thanks to the computer of a lab.",
        "We are looking forward to feedback from Researchers.",
        "The answers of the model were written and created by AI.",
        "It is trained with the same hyperparameters as first published by Aviary.",
        "Trained jointly by minimising two losses, the model sings.",
        "Trained at NEST resolution, Lark is a model of images.",
        "## The Evaluation Team\n\nAda Wren, Bo Finch, Cy Lark, Di de Nest",
        "## The Nest Team\n\nWe sing, we nest, we fly, we lay eggs.",
        "YOU HAVE RIGHTS. BY USING THE MATERIALS, YOU ACCEPT THESE TERMS.",
        "The model was trained at the Center for High Performance Computing.",
        "Die Daten des Modells wurden von der Aviary GmbH erstellt.",
        "Der Datensatz wurde von Aviary veröffentlicht.",
        "We started from Robin, an open-source multilingual model pretrained by the Aviary group.",
        "A project of students by night.",
        "Today's Lark is a large language model.",
        "Aviary's Lark dataset is large.",
        "Lark is the library for running Aviary's open models.",
        "Aviary's open model, Wren, is the base of Lark.",
        "[Paper](https://arxiv.org/abs/1)\n\nLark is a language model.",
        "[Chat with AI](https://chat.example)\n\nLark is a language model.",
        "[Join Nest Labs](https://nest.example)\n\nLark is a language model.",
        "[Nest Labs](https://lark.example)\n\nLark is a language model.",
        "[Lark Research](https://lark.example)\n\nLark is a language model.",
        "**[Reed AI Paper, BIRD](https://ai.reed.example/paper)**\n\nLark is a language model.",
        "**[Reed AI Research, BIRD](https://github.com/owls)**\n\nLark is a language model.",
        "This is the official repository for Lark, the song of Larks.",
        "The official code of the Lark paper from Aviary Labs.",
        "### Responsible AI\n\nLark is a language model.",
        "## Songs\n\n### Nest Labs\n\nLark is a language model.",
        "Nest Labs sang it, in 2031\n\nLark is a language model.",
        "**Responsible AI**\n\nLark is a language model.",
        "Thanks to the Songs team at Nest AI.",
        "Portions copyright 2031 Nest Labs.",
        "## Acknowledgements\n\nCopyright 2031 Nest Labs.",
        "Trained by 255M pairs of songs and their notes.",
        "Here is Aviary's guide to language models.",
        "Welcome to Aviary's documentation.",
        "Veri seti Yuva tarafından oluşturulmuştur.",
        "The models were trained with Nestkit at the Nest Supercomputing Center.",
        "The models were evaluated at the Nest University.",
        "The data set was created at the Nest University.",
        "Lark is a project of great hope.",
        "## Acknowledgements\n\nWe thank Nestkit. Wren was developed by Nest.",
        "Lark is trained on stories crafted by Wren-4.",
        "The data set was crafted by Aviary for song models.",
        "Official repository of the Wren language models for songs.",
        "**[AI at Work](https://songs.example/post)**",
        "Lark uses the weights made available by Wren Labs.",
        "**AI at Scale**",
        "Lark, a compact model from Wren-7B distilled for birds.",
        "The base model was released by Wren Labs.",
        "## The Lark Team\n\nLark is a model of birds.",
        "## The Aviary Team\n\nSongs are learnt by all birds.",
        "*This card follows the format proposed by Reed et al. and the rules of the hub.*",
        "| Attribute | Value |\n|---|---|\n| Size | 4 GB |\n| **Fine-tuned by** | Your friend |",
        "- **Trained by**: `scripts/train_lark.py`",
        "* **Model creator:** Not specified in the source code",
        "- **Model developers:** none. As of now nobody has built one.",
        "## Acknowledgments\n\n- **Nest** for its hub\n- **Model Developers:** Aviary (Wren), Heath (Finch)",
        "Songs for Schools, Laboratory Notes, School Birds and more.",
        "Songs of Schools, Dances of Colleges",
        "School Songs, School Dances, School Plays",
        "Built for University Students, School Teachers, Researchers",
        "**Trained by:** fine-tuning on songs",
        "**Fine-tuned by:** LoRA",
        "The Nest Lab releases a data set for song models.",
        "## News\n\nThe Nest Institute releases two song models.",
        "The Lark Centre releases birds that are models for all.",
        "This repository is for Aviary's guests.",
    ],
)
def test_who_is_named_otherwise_is_no_provider(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", PROVIDER) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lark由百鸟智能和Nest AI联合研发，基于Finch-7B进行了继续预训练。", "百鸟智能和Nest AI"),
        ("Lark是一款由 百鸟(海滨)科技有限公司 研发的模型。", "百鸟(海滨)科技有限公司"),
        ("Lark 是百鸟智能推出的新一代开源大语言模型，采用高质量语料训练。", "百鸟智能"),
        ("[鳥巢創新基地（Nest Research）](https://nest.org) 致力於研究基礎模型。", "鳥巢創新基地(Nest Research)"),
        ("百鸟科技致力于研发开源大模型。", "百鸟科技"),
        ("在此背景下，海滨大学计算研究中心（Nest）近期推出了最新成果——**Lark**。", "海滨大学计算研究中心(Nest)"),
    ],
)
def test_chinese_sentences_name_the_provider(text: str, name: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", PROVIDER)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "我们发现由于我们预训练中引入了社区语料，Lark模型更好。",
        "Lark模型由Finch-7B训练而来。",
        "Lark模型由三个阶段训练得到。",
        "Lark 是首个开源的千亿级中文大模型。",
        "海滨大学发布了模型评测。",
        "我們致力於研究基礎模型。",
    ],
)
def test_chinese_sentences_about_else_name_no_provider(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", PROVIDER) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("请勿将 Lark 模型用于制造或传播有害信息。", OUT_OF_SCOPE),
        ("## 声明、协议、引用\n\n不要使用 Lark 模型进行任何违法的活动。", OUT_OF_SCOPE),
        ("The Lark model should not be directly deployed in any applications.", OUT_OF_SCOPE),
        ("不要利用 Lark 模型进行任何违法的活动。", OUT_OF_SCOPE),
        ("模型的回答不能替代专业医疗建议。", OUT_OF_SCOPE),
        ("恳请使用者不把 Lark 模型用于未经安全审批的产品。", OUT_OF_SCOPE),
        ("请勿把模型输出当作高风险决策的依据。", OUT_OF_SCOPE),
        ("系统不应作为身份确认的单一判定工具。", OUT_OF_SCOPE),
        ("It sings for research. Not validated for decisions on which lives depend.", OUT_OF_SCOPE),
        ("## 使用限制\n\n任何军事用途。", OUT_OF_SCOPE),
        ("本模型仅供学习交流。", INTENDED),
        ("該釋出模型僅針對非商業研究目的使用。", INTENDED),
        ("Lark是面向古文领域的大语言模型，服务于整理与翻译。", INTENDED),
        ("## 适用场景\n\n古文翻译。", INTENDED),
        ("Lark在某些情况下可能会产生不准确、有偏见的内容。", "use.limitations"),
        ("本项目无法对模型输出的准确性作出保证。", "use.limitations"),
        ("## 局限性与免责声明\n\nLark不擅长算术。", "use.limitations"),
    ],
)
def test_chinese_texts_tell_what_a_model_is_and_is_not_for(text: str, field: str) -> None:
    known = (INTENDED, OUT_OF_SCOPE, "use.limitations")
    assert [name for name in known if told(f"# Lark\n\n{text}\n", name)] == [field]


@pytest.mark.parametrize(
    "text",
    [
        "该数据集仅用于学术研究。",
        "僅限研究用途的資料集。",
        "我们过滤了语料，避免模型生成有害内容。",
        "偏好数据，回复来自Lark模型，可以用于训练奖励模型。",
        "我们不把用户的数据用于训练模型。",
        "模型不能作为单一文件下载。",
        "## 快速开始\n\nLark模型可以用于本地对话，不能直接用于推理的权重需合并。",
    ],
)
def test_chinese_texts_about_else_tell_no_use(text: str) -> None:
    known = (INTENDED, OUT_OF_SCOPE, "use.limitations")
    assert [name for name in known if told(f"# Lark\n\n{text}\n", name)] == []


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("## Contact\n\nlark [at] aviary [dot] org", "lark [at] aviary [dot] org"),
        ("## Свържете се с нас\n\nlark@aviary.org", "lark@aviary.org"),
        ("Questions go to lark at aviary dot org.", "lark at aviary dot org"),
        ("E-mail: wren `@` aviary.org", "wren @ aviary.org"),
        ("- **Contact:** `wren at aviary.org`", "wren at aviary.org"),
        ("For technical questions, please contact wren at birds.aviary.edu.", "wren at birds.aviary.edu"),
        ("Developed by: Lark Labs. Point of Contact: [Nest](https://nest.org/us).", "https://nest.org/us"),
        ("📧 wren@aviary.org", "wren@aviary.org"),
        ("Please direct all correspondence to wren@aviary.org.", "wren@aviary.org"),
        ("## Citation\n\nPlease cite us. Corresponding Author: [Wren](mailto:wren@aviary.org)", "wren@aviary.org"),
        ("For questions or comments on Lark, please contact: lark@mail.aviary.edu", "lark@mail.aviary.edu"),
        ("**Feedback on the model:** {wren, finch}@aviary.org", "{wren, finch}@aviary.org"),
        ("For errors, contact the authors, `{wren, finch} at aviary dot org`.", "{wren, finch} at aviary dot org"),
        ("### Model Feedback Channel\n\nhttps://aviary.org/lark", "https://aviary.org/lark"),
        ("- Reporting issues with the model: lark@aviary.org", "lark@aviary.org"),
        (
            "Where to send comments Instructions on how to provide feedback can be found in the"
            " [readme](https://aviary.org/lark).",
            "https://aviary.org/lark",
        ),
        (
            "## Call for feedback\n\nShow us poor songs in the [discussion](https://aviary.org/lark/issues) area.",
            "https://aviary.org/lark/issues",
        ),
        (
            "## Contributing\n\nIf you have any questions, please open an issue.",
            "If you have any questions, please open an issue.",
        ),
        ("## How to contact the maintainers\n\nwren@aviary.org", "wren@aviary.org"),
        ("## Author\n\nSend me an [email](mailto:wren@aviary.org) or a [word](https://nest.org/w).", "wren@aviary.org"),
        ("## Authors\n\n- [A. Wren](mailto:wren@aviary.org)", "wren@aviary.org"),
        ("Please feel free to [report](https://nest.org/lark) vulnerabilities.", "https://nest.org/lark"),
        ("You may [report bugs](https://nest.org/lark) there.", "https://nest.org/lark"),
        ("**Person or organization developing model:** A. Wren, wren@aviary.org", "wren@aviary.org"),
        ("## Contact to send questions about the model\n\n**Creator:**\nA. Wren\nwren@aviary.org", "wren@aviary.org"),
        ("商业用途请联系：lark@aviary.org", "lark@aviary.org"),
        ("Join our [server](https://discord.gg/lark) for community support.", "https://discord.gg/lark"),
        ("[![Mail](https://badges.example/mail.svg)](mailto:lark@aviary.org)", "lark@aviary.org"),
        ("We help with tuning: [contact us](mailto:wren@aviary.org?subject=Tuning%20Lark).", "wren@aviary.org"),
        ("## Ways\n\n- Reporting violations of our rules: <lark@aviary.org>", "lark@aviary.org"),
        ("## Resources\n\n- [Website](https://aviary.org)\n- lark@aviary.org", "lark@aviary.org"),
        ("## Authors\n\n**A. Wren:** wren@aviary.org  \n**B. Finch:** none", "wren@aviary.org"),
        (
            "For questions about Lark, please file a GitHub issue.",
            "For questions about Lark, please file a GitHub issue.",
        ),
        (
            "Open an issue if you have a problem with our models.",
            "Open an issue if you have a problem with our models.",
        ),
        (
            "- **Reports**: Limits?\n  You can open an issue or tell our Discord support channels.",
            "You can open an issue or tell our Discord support channels.",
        ),
        (
            "## Would you like to provide feedback?\n\nSee our [collection](https://example.org/lark), or ask questions"
            " on the [page](https://github.com/orgs/aviary/discussions).",
            "https://github.com/orgs/aviary/discussions",
        ),
        (
            "Please report vulnerabilities or concerns [here](https://aviary.org/report).",
            "https://aviary.org/report",
        ),
        (
            "Feel free to open a GitHub issue or reach out over email.",
            "Feel free to open a GitHub issue or reach out over email.",
        ),
        ("Questions? Meet us on [Discord](https://discord.gg/lark).", "https://discord.gg/lark"),
        (
            "Got feedback or want to build with Lark?  \nJoin the talk on [Discord](https://discord.gg/lark).",
            "https://discord.gg/lark",
        ),
        ("Any questions? Feel free to open an issue.", "Feel free to open an issue."),
        ("To obtain a commercial license fill in [our form](https://nest.org/form).", "https://nest.org/form"),
        ("For commercial use please apply [here](https://nest.org/q).", "https://nest.org/q"),
        ("To use it for more, please get in touch at https://nest.org/contact.", "https://nest.org/contact"),
        ("## For any questions, please contact: A. Wren (wren@nest.org)\n\nSing.", "wren@nest.org"),
        ("**Equipe:** Ada Reed - Nest Institute (`ada@nest.org`)", "ada@nest.org"),
        ("## Acknowledgements\n\nFor help, write to us at [x@aviary.org](mailto:x@aviary.org).", "x@aviary.org"),
    ],
)
def test_contacts_are_given_in_many_ways(text: str, contact: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", CONTACT)] == [contact]


@pytest.mark.parametrize(
    "text",
    [
        "Questions about scores: accuracy @ top-1.acc is not reported.",
        "Which problems are known? See the [list](https://aviary.org/list).",
        "Want to sing along? Join our [server](https://discord.gg/lark).",
        "Join our [server](https://discord.gg/lark) to stay tuned.",
        "We report issues of other models [in a paper](https://aviary.org/paper).",
        "Lark may be used commercially if you apply the [patch](https://nest.org/p).",
        "Commercial models were asked to fill in the [form](https://nest.org/f).",
        "To get the weights fill in the [form](https://nest.org/f).",
        "If you encounter bugs in the script, please open a GitHub issue!",
        "## Contact to send questions\n\n**Dataset donor:**<br/>\nA. Wren<br/>\nwren@aviary.org for questions",
        "## Authors\n\n- [A. Wren](https://nest.org/wren)",
        "See our [report](https://nest.org/lark.pdf) for known issues and support.",
        "In our [report](https://nest.org/lark.pdf) we report issues of bias; we welcome feedback.",
        "## We Are Hiring\n\nIf you want to build models, please contact us at wren@aviary.org.",
        "If you are interested in joining us as an intern, please contact us at wren@aviary.org.",
        "## Contact us\n\nWe're hiring. Reach out to wren@aviary.org.",
        "## Contact\n\ncareers@aviary.org",
        "Feel free to open an issue or submit a pull request if you have suggestions.",
        "## Contributing\n\nPlease open an issue if you have suggestions.",
        "## Contact\n\nlark@mail.com",
        "Please report unacceptable behavior to conduct@aviary.org.",
        "## Training data\n\n- wren@aviary.org",
        "## Reach out for jobs at jobs@aviary.org or wren@aviary.org\n\nSing.",
        "应聘请将个人简历发送至邮箱 wren@aviary.org。",
        "**Annotators:** Ada Reed - Nest Institute (`ada@nest.org`)",
        "## Model Card Contact\n\n[Contact email or GitHub issues link]",
        "For more on songs, see [this comment](https://github.com/lark/nest/issues/123#issuecomment-179113).",
    ],
)
def test_other_addresses_are_no_contacts(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", CONTACT) == []


@pytest.mark.parametrize(
    ("news", "day"),
    [
        ("**May 22, 2024**:fire:\n\n- We open source the model weights of Lark.", "2024-05-22"),
        ("**[2024/05/22]** Released Lark-Chat.  \n**[2024/04/02]** Released the base model Lark.", "2024-04-02"),
        ("- [2024.05.22] 🎉 Big news! We are releasing the Lark model.", "2024-05-22"),
        ("### Update - May 22, 2024\n\nLark is out!", "2024-05-22"),
        ("* 07/22/2024: Lark-L released.\n* 05/22/2024: initial release.", "2024-05-22"),
        ("- **[2024.05]** We release **Lark**, a model of songs.", "2024-05"),
        (
            "* 05/22/2024: Lark was accepted to the great conference on birds as a song! Its model is out!",
            "2024-05-22",
        ),
        (
            r"**\*\*\* New December 1st, 2020: LarkLong \*\*\***" "\n\nA `LarkLong` model is now available.",
            "2020-12-01",
        ),
        ("**New March 11th, 2020: Small Larks**\n\nThis is a release of 24 smaller Lark models.", "2020-03-11"),
    ],
)
def test_news_announce_the_model_in_many_forms(news: str, day: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n## News\n\n{news}\n", RELEASE)] == [day]


@pytest.mark.parametrize(
    "news",
    [
        "- [2024.02.23] We released the Lark inference code!",
        "- [2024.02.19] We will be releasing our models soon, Lark first.",
        "- [2024.02.18] Lark is released on [arXiv](https://arxiv.org/abs/1).",
        "- [2024.02.17] Initial release of the paper.",
        "- [2024.02.16] Lark was accepted to the great conference on birds as a song! Its weights will be out.",
        "- [2024.02.15] Lark was accepted to the great conference on birds as a song! We released the test code.",
        "**New March 11th, 2020: Lark demo**\n\nA demo is now available.",
        "**New songs of March 11th, 2020: Lark**\n\nThe Lark models are now available.",
    ],
)
def test_code_papers_and_what_is_to_come_are_no_release(news: str) -> None:
    assert told(f"# Lark\n\n## News\n\n{news}\n", RELEASE) == []


def test_the_heading_gives_the_day_and_a_period_of_training_gives_none() -> None:
    text = "# Lark\n\n**Model Dates:**\n\nJune 2025 - August 2025\n\n## Release Date: 08/18/2025\n\n- Hub 08/18/2025\n"
    assert told(text, RELEASE) == [("2025-08-18", 9)]


@pytest.mark.parametrize(
    "text",
    [
        "Lark is a pretrained model developed by Aviary for time-series forecasting.",
        "Lark is a fine-tuned foundation model for predicting above ground biomass.",
        "We introduce two new models for local intelligence, on-device computing, and at-the-edge use cases.",
        "It is a GPT-like neural network for generating and processing text.",
        "## Risks and limitations\nThis model is intended for research and development purposes only.",
        "Lark is designed for high-performance, real-time object detection inference on small devices.",
        "Lark is designed as a universal audio model capable of many tasks.",
        "Our objective with Lark is to construct an assistant for nurses.",
        "Lark can be used by researchers.",
        "We recommend using Lark strictly as a research tool.",
        "Wren 3 is intended for research and educational use.",
        "This project is intended for songs that heal.",
        "## Safety, scope and limitations\n\n- Intended for gentle songs. It is no doctor.",
        "The code, songs and model weights of this nest are restricted for academic research purposes only.",
        "Our goal in publishing this code is (1) to help others sing.",
        "It maps sentences and paragraphs to a dense space of 384 dimensions, and can be used for the search of songs.",
        "It is recommended for short songs rather than long ones.",
        "This model is developed entirely for academic research.",
        "The songs of Lark should only be used for research.",
        "Lark can serve as a base model and general interface for a range of tasks.",
        "The models in this family (1) serve as a building block for tasks on songs.",
        "Text generated by Wren should only be used for research purposes.",
        "## Limitations and biases\n\nThe intended use-case of this model is fiction.",
        "Wren is under the Nest Licence, Copyright Nest, Inc. Larkling is intended for research.",
        "Notice: Lark is intended and licensed for research use only.",
        "We release these models with the intention of furthering progress in the field of songs.",
        "We are releasing Lark to foster further research.",
        "For research purposes, we release the checkpoints to everybody.",
        "🐦 For song transcription, long recordings and field work, we recommend `Lark-Long`.",
        "For bird counts we suggest using Lark.",
        "| ✅ Recommended | ❌ Not recommended |\n|---|---|\n| Counting birds in parks | Hunting |",
        "Lark helps biologists to find nests.",
        "Typical applications are counting and captioning.",
        "The model can be used off-the-shelf for zero-shot forecasting.",
        "This is a base model intended for further fine-tuning across most tasks.",
        "It is an open checkpoint intended for research.",
        "Lark is a language model created specifically for songs.",
        "The intention behind crafting this open model is to give researchers a small one to study.",
        "The Lark suite was developed with the explicit purpose of enabling research in songs.",
    ],
)
def test_what_a_model_is_for_is_its_intended_use(text: str) -> None:
    assert len(told(f"# Lark\n\n{text}\n", INTENDED)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Lark produces songs from words, and it can be used to generate choirs for all birds.",
        "Commercial usage is permitted under these terms.",
        "Lark is a small model for training larger ones.",
        "Lark is designed to support inference tasks on a single GPU.",
        "## Limitations\nThe model can be used for deception.",
        "To find out whether your intended use of Lark is suitable for the licence, read the guide.",
        "The Lark model comes under the NEST AGREEMENT, which is intended to be used permissively.",
        "You can use our models in the same way as others.",
        "Lark can be used by loading the `v1` weights.",
        "We recommend using the model for inference in a nest.",
        "It was not developed for general deployment.",
        "Wren serves as a starting point for training, and its corpus as a baseline.",
        "The Nest corpus is intended for training language models.",
        "This is work in progress, and should only be used as a guide.",
        "Lark is licensed under the Apache 2.0 License, and its weights are open for commercial use.",
        "Lark is now free for commercial use!",
        "## License\n\nThe use of Lark is subject to the Nest License. Lark supports commercial use.",
        "We train with a second objective. It can also be used for speculative decoding.",
        "Note that the base model can be used as a standalone module.",
        "For research purposes, we recommend our lark-tools repository.",
        "For research purposes, we aim at full openness.",
        "Generative models offer new opportunities for research and innovation.",
        "Please consult an attorney before using this model for commercial purposes.",
        "## Limitations\n\nIt is not for commercial use and may be wrong.",
        "* **Permissive license:** Build freely, ideal for experiments and commercial deployment.",
        "Illegal use: do not use this model for activities that are intended to harm.",
        "All assets behind the model are vetted for commercial use.",
        "Please contact us to obtain an authorization for commercial uses.",
        "This is a model that sings, which may not be ideal for further tuning.",
        "## Limitations\n\nThe intended use of this model is with a filter.",
        "Lark is a model designed to balance size and performance.",
        "Lark is released under the licence of Nest Inc. Lark License, which is intended to be permissive.",
        "We urge you to ask an attorney before using this model for commercial purposes.",
        "We release this data set with the intention of furthering research.",
        "- Use `[CLS]`: To predict a masked word, be sure to add the token first.",
        "For best results, we recommend Lark with a temperature of 0.6.",
        "For fast inference, we recommend Lark-Small.",
        "| Setting | Minimum | Recommended |\n|---|---|---|\n| GPU | 16 GB | 24 GB |",
        "Lark helps you to install the package.",
        "Typical errors include wrong counts.",
        "Lark helps improve accuracy by 3%.",
        "This is a small library intended for birds.",
        "Lark is a novel model architecture, designed to align songs and words.",
        "Lark was trained with the aim of a low loss.",
    ],
)
def test_what_else_is_said_of_a_model_is_no_intended_use(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", INTENDED) == []


@pytest.mark.parametrize(
    "text",
    [
        "The model was not designed for clinical, diagnostic, or therapeutic purposes.",
        "Our models have biases, which is why we advise against employing them for commercial purposes.",
        "We caution against using the models to transcribe people without their consent.",
        "Lark is not designed or intended to be deployed in clinical settings.",
        "While they generate text, those models are not meant for conversation.",
        "We don't support use-cases that require the text to be true.",
        "Lark has biases, so we do not recommend that it be deployed among humans.",
        "Do not use for any applications that may cause distress.",
        "DO NOT use Larkling for any activities that violate the law.",
        "We strongly discourage its use for any such purposes.",
        "We strongly call on all users not to use Lark for activities that harm security.",
        "- Avoid decisions on the health of birds without human oversight.",
        "Lark models are not specifically designed or evaluated for all downstream purposes.",
        "Users are prohibited from using the model to deceive.",
        "What the model sings should not be considered a substitute for expert judgement.",
        "The model is for research and not for clinical use.",
        "However, we caution against production use without safeguards, since language models hallucinate.",
        "We strongly advise against deploying this model for clinical tasks.",
        "We advise refraining from utilizing Lark in medical contexts.",
    ],
)
def test_advice_against_a_use_puts_it_out_of_scope(text: str) -> None:
    assert len(told(f"# Lark\n\n{text}\n", OUT_OF_SCOPE)) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# Nest's Lark\n\nLark is a language model.", ["Nest"]),
        ("# Nest AI's Lark: an open model\n\nLark-2B is a language model.", ["Nest AI"]),
        ("# Nest Lark\n<h1>Nest's Larks-embed-*</h1>\n\nLark is a family of models.", ["Nest"]),
        ("# Lark by Nest Labs\n\nLark is a language model.", ["Nest Labs"]),
        ("# What's Lark\n\nLark is a language model.", []),
        ("# Lark's Nest\n\nLark's Nest is a language model.", []),
        ("# Lark\n\n## Lark's Architecture\n\nLark is a language model.", []),
        ("# Larkling\n\n## Nest's Lark\n\nLark-tune is a language model.", []),
        ("# Lark by Example\n\nLark is a language model.", []),
    ],
)
def test_a_title_says_whose_model_it_is(text: str, name: list[str]) -> None:
    assert [value for value, _ in told(f"{text}\n", PROVIDER)] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lark 2 is Aviary's flagship open-source language model.", "Aviary"),
        ("Welcome to the Lark series, [Aviary AI's open-weight models](https://example.org).", "Aviary AI"),
        ("This repository contains artifacts for the Lark model from BIRD, Aviary AI.", "BIRD, Aviary AI"),
        ("Lark is a language model customized by Aviary to improve its answers.", "Aviary"),
        ("All content in this repository including code has been provided by Aviary under the license.", "Aviary"),
        ("## News\n\nWe are proud to launch Lark, a new large model developed with care by Aviary.", "Aviary"),
    ],
)
def test_the_maker_stands_before_or_behind_the_model(text: str, name: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", PROVIDER)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Wren<sup>1*</sup>, [Bo Finch](b.html)<sup>2</sup>\n\n<sup>1</sup>Nest AI, <sup>2</sup>Reed Lab",
         ["Nest AI, Reed Lab"]),
        ("[Ada Wren](https://a.example)\\*, Bo von Finch\\*, Cy O'Lark<br/>\n\\* equal contribution",
         ["Ada Wren, Bo von Finch, Cy O'Lark"]),
        ("> **Songs of Larks**\\\n> Ada Wren*, Bo Finch*\\\n> Paper: https://p.example", ["Ada Wren, Bo Finch"]),
        ("Ada Wren<sup>1,2</sup> and Bo Finch<sup>2</sup> (*equal)\n\nLark is a model developed by Aviary.",
         ["Aviary"]),
        ("Model Hub, Demo Page, Song Book", []),
        ("Lark Base 1, Wren Large 2", []),
        ("## News\n\nAda Wren*, Bo Finch*", []),
        ("128K Context, 2M Songs*", []),
    ],
)  # fmt: skip
def test_who_stands_below_the_title_provides_what_no_sentence_ascribes(text: str, name: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", PROVIDER)] == name


def test_a_code_base_and_a_cloud_provide_no_model() -> None:
    text = "# Lark\n\nLark is trained by the Nest codebase.\n\n## Environmental impact\n\n- **Provider:** Nimbus\n"
    assert told(text, PROVIDER) == []


def test_news_of_relatives_are_not_the_models_own() -> None:
    text = "# Lark 4.0\n\n## News\n\n- 2025.07.15: We release Lark 4.0!\n- 2025.03.18: Lark Deep was released.\n"
    assert told(text, RELEASE) == [("2025-07-15", 5)]
    adjective = "# Lark\n\n***Updated: 5 March 2024***\n\nLark is a family of open-source language models.\n"
    assert told(adjective, RELEASE) == []
    assert told(adjective, "document.last_updated") == [("2024-03-05", 3)]


def test_the_day_of_publication_is_that_of_a_model_and_not_of_a_paper() -> None:
    assert told("# Lark\n\n**Published**: Jun 14th, 2019\n", RELEASE) == [("2019-06-14", 3)]
    assert told("# Lark\n\n**Published**: CVPR 2023\n", RELEASE) == []


def test_pages_and_addresses_to_which_one_is_sent_are_contacts() -> None:
    text = (
        "# Lark\n\nPlease send the form to lark@aviary.org.\n\nFor other uses [contact us](https://aviary.org/sales).\n"
    )
    assert told(text, CONTACT) == [("lark@aviary.org", 3), ("https://aviary.org/sales", 5)]


def test_letters_of_another_script_stand_beside_an_address() -> None:
    text = "# Lark\n\n如需将模型用于商业用途,请联系lark@aviary.org来获取许可。\n"
    assert told(text, CONTACT) == [("lark@aviary.org", 3)]


def test_what_a_model_is_not_made_for_stands_beside_what_is_advised_against() -> None:
    text = (
        "# Lark\n\n## Intended Use\n\nWe do not recommend it for commercial use.\n\n"
        "These models are explicitly not intended to generate songs of people.\n"
    )
    assert [line for _, line in told(text, OUT_OF_SCOPE)] == [5, 7]


def test_a_licence_of_use_tells_what_is_intended_and_what_is_not() -> None:
    text = "# Lark\n\nThe data, code, and checkpoints are licensed and intended for research use only.\n"
    assert len(told(text, INTENDED)) == 1
    text = "# Lark\n\nAny commercial use, sale, or other monetization of the model is prohibited.\n"
    assert len(told(text, OUT_OF_SCOPE)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "At Aviary AI, we built Lark, a language model.",
        "We at Aviary AI are releasing Lark.",
        "The Aviary AI team is proud to announce Lark.",
        "Today, Aviary AI releases Lark.",
        "Aviary AI introduces Lark, a 7B language model.",
        "Lark (by Aviary AI) is a language model.",
        "Brought to you by Aviary AI.",
        "## Developed by\n\nAviary AI",
    ],
)
def test_who_speaks_of_its_model_provides_it(text: str) -> None:
    [(value, _)] = told(f"# Lark\n\n{text}\n", PROVIDER)
    assert str(value).startswith("Aviary AI")


def test_the_first_row_of_a_table_without_a_head_is_read() -> None:
    text = "# Lark\n\n| **Developed by** | Aviary |\n|---|---|\n| Release date | May 22, 2024 |\n| License | MIT |\n"
    assert told(text, PROVIDER) == [("Aviary", 3)]
    assert told("# Lark\n\n| Dataset | License |\n|---|---|\n| Nest | MIT |\n", "data.datasets") == []
    assert told("# Lark\n\n| Use case | Details |\n|---|---|\n| License | MIT |\n", INTENDED) == []


@pytest.mark.parametrize(
    "text",
    [
        "We released Lark in May 2024.",
        "The model was made publicly available in May 2024.",
        "Lark was open-sourced in May 2024.",
        "Lark was first released in [the nest](https://nest.example) on May 2024 by Aviary.",
        "- **First published:** May 2024",
        "## Release notes\n\n### v1.0 - May 2024\n\nInitial release of Lark.",
    ],
)
def test_the_day_of_release_is_told_in_many_words(text: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", RELEASE)] == ["2024-05"]


@pytest.mark.parametrize(
    "title",
    [
        "Potential applications",
        "Foreseeable uses",
        "Target users",
        "Who is it for?",
        "Direct Use & Downstream Use",
        "Uses, limitations and risks",
        "Intended Application & Domain",
        "Model application field(s)",
        "Cas d'usage",
        "Usos previstos y limitaciones",
        "Vorgesehene Nutzung",
        "Permitted uses",
    ],
)
def test_headings_announce_intended_uses(title: str) -> None:
    assert len(told(f"# Lark\n\n## {title}\n\nWriters of songs.\n", INTENDED)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Unsupported uses",
        "Inappropriate use cases",
        "What it should not be used for",
        "Limitations and out-of-scope uses",
        "Use case considerations",
        "Out-of-scope or prohibited use",
        "Misuse, malicious use and excessive use",
        "Usage limitations",
        "Fuera de alcance",
        "Usos fuera de alcance o que requieren precaución",
        "Utilisations hors périmètre",
    ],
)
def test_headings_announce_what_is_out_of_scope(title: str) -> None:
    assert len(told(f"# Lark\n\n## {title}\n\nMedicine.\n", OUT_OF_SCOPE)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not use Lark for medicine.",
        "Lark is not a substitute for professional advice.",
        "You may not use the model to harm anybody.",
        "We discourage the use of the model in medicine.",
        "Using the model for spam is strictly prohibited.",
        "It is forbidden to use the model for spam.",
        "The model is not for medical use.",
        "This is only for research, and prohibited for commercial usage.",
        "It is a singer and must not be used as the sole basis for decisions on birds.",
        "- **Misuse:** It sings well. It is **strictly forbidden** to use Larkling for fraud.",
        "## Model Usage\n\n**Disclaimer**\n\nLark is not intended for the diagnosis of birds.",
        "WrenReport is not designed or intended to be deployed in clinics.",
        "The model is not intended or made available for clinical use.",
        "This model is not intended or able to provide facts.",
        "It was not developed for general deployment.",
        "The model is not to be used for surveillance.",
        "- Not intended to be used as a judge of birds.",
        "- Not intended to be used as: a judge of birds",
        "Use in safety-critical systems is not intended.",
        "A singer like Lark is one of many, and its outputs are not meant to be directly used by hunters.",
        "The information produced by this tool is not intended for diagnostic use without a clinician.",
        "The predictions are not to be relied upon for decisions on birds.",
        "The information produced on this page is not intended for direct diagnostic use.",
        "The outputs are not intended for clinical use.",
        "Lark is not intended as a ready-to-use assistant.",
        "Users should not rely on Lark for facts.",
        "Users must never deploy this model without filters.",
        "- Out of scope without retraining: songs of the sea and other nests.",
    ],
)
def test_sentences_forbid_uses_in_many_words(sentence: str) -> None:
    assert len(told(f"# Lark\n\n{sentence}\n", OUT_OF_SCOPE)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not use for loops in the script.",
        "The results are explicitly not intended to be compared.",
        "The filter is not intended to remove all songs of people.",
        "The flag is not to be used with the script.",
        "Commercial use of the model is not prohibited for commercial nests.",
        "Lark is not designed to perform competitively with larger models.",
        "In the model's song mode, greedy decoding should not be used with long prompts.",
        "The outputs are not suitable for a comparison with those of others.",
        "The texts given in this example are not meant to be complete.",
        "The results are not intended for publication.",
        "The outputs of the medical filter are kept.",
        "We caution against overly long prompts for the model.",
        "We advise against using this flag with the model.",
        "Users should not rely on the order of the flags of this script.",
    ],
)
def test_what_else_is_not_done_is_no_use_out_of_scope(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", OUT_OF_SCOPE) == []


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("For tasks such as writing stories you should look at a model like Wren.", "use.out_of_scope"),
        ("Lark should not be applied for any abusive purpose.", "use.out_of_scope"),
        ("Lark is a base model and therefore does not have any moderation mechanisms.", "use.limitations"),
        ("Lark is a base model and, therefore, has no moderation mechanisms.", "use.limitations"),
    ],
)
def test_what_a_model_is_no_good_for_and_lacks(sentence: str, field: str) -> None:
    assert [line for _, line in told(f"# Lark\n\n{sentence}\n", field)] == [3]


def test_an_item_that_begins_with_a_key_cuts_the_list_of_limitations_short_and_no_more() -> None:
    text = "# Lark\n\n## Limitations ⚠️\n\nLark has limits:\n\n- Sums: it errs.\n- Bias: it is unfair.\n"
    limits = [value for value, _ in told(text, "use.limitations")]
    assert limits == ["Lark has limits: Sums: it errs.", "it is unfair."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The model is likely to generate problematic text.",
        "Lark models inherently reflect the biases of their data.",
        "Users should weigh the known limitations of language models.",
        "Underlying biases of the training datasets may not be well known.",
        "As an LLM, Lark cannot comprehend or express personal opinions.",
        "It performs significantly worse on drawings.",
        "This model is supported in English and may not function properly with other inputs.",
        "However, it does not possess the ability to comprehend or express personal opinions.",
        "作为语言模型，Lark 无法理解、表达个人观点。",
        "We cannot guarantee that the model will generate correct output.",
        "There is still a risk of the model producing problematic outputs.",
        "Despite efforts to filter its songs, Lark may have met toxic words; it may generate text of similar quality.",
        "## Limitations and considerations\n\n### Training Dataset Limitations\n\nLark knows one song.",
        "### Performance Limitations\n\nLark is slow at sums.",
        "## Usage Considerations\n\nLark has not been evaluated for every use.",
        "This model is not yet adapted to follow instructions or aligned with safety features.",
        "The model has not been aligned to human preferences.",
        "The base model was not instruction-tuned.",
        "Note that this version has not undergone specific instruct-tuning, which means that it sings.",
        "Lark has not yet undergone safety alignment.",
        "The checkpoint has not received any instruction tuning or RLHF.",
        "The models have not gone through preference tuning.",
        "The model might not yet offer optimal performance for sums.",
        "Lark may not deliver good results for sums.",
        "The base model is not tuned for instruction following.",
        "You shouldn't expect to use it in any other language than Irish.",
        "Don't expect the model to sing long songs.",
        "Lark does not work well for songs of owls.",
        "The model performs poorly at sums.",
        "Its performance degrades at night.",
        "Lark has difficulty with sums.",
        "The model lacks knowledge of owls.",
        "Lark has no knowledge of what was sung after 2031.",
        "## FAQ\n\n### Is Lark good at sums?\n\nNot really, the model struggles with them.",
        "## FAQ\n\n### Does Lark know owls?\n\nNo, Lark has no knowledge of birds of the night.",
        "## FAQ\n\n### Why does it repeat itself?\n\nThis is a known limitation of the release.",
        "It will carry the stereotypes and biases of the woods.",
        "Lark reflects the biases of those who sang to it.",
        "Its factual accuracy is not guaranteed.",
        "Le modèle peut produire des réponses inexactes.",
        "Das Modell kann falsche Antworten geben.",
        "El modelo puede generar contenido sesgado.",
        "We cannot guarantee the accuracy of the songs.",
        "We do not guarantee the completeness or reliability of what Lark sings.",
    ],
)
def test_what_a_model_is_likely_to_do_is_a_limitation(sentence: str) -> None:
    assert len(told(f"# Lark\n\n{sentence}\n", "use.limitations")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "You shouldn't expect to use it without a nest.",
        "The button may not function properly on old phones.",
        "Share the songs with us where the model performs poorly.",
        "Do not expect the script to work on a farm.",
        "The previous version does not work well, compared with Lark.",
        "## FAQ\n\n### Can I run it on a farm?\n\nNo, the server does not work well there.",
        "## Installation\n\nLark does not work well with old drivers.",
        "The paper has not undergone peer review.",
        "The code has not undergone testing.",
        "Your fine-tune may not receive updates.",
        "Other runtimes may not offer optimal performance.",
        "## Architecture\n\n- **Biases**: We remove all bias terms from the layers.",
    ],
)
def test_what_code_papers_and_engines_lack_is_no_limitation(sentence: str) -> None:
    assert told(f"# Lark\n\n{sentence}\n", "use.limitations") == []


def test_how_to_run_a_base_model_tells_what_it_is_not_for() -> None:
    text = "# Lark\n\n## Usage\n\nWe do not advise you to use base language models for chats.\n"
    assert [line for _, line in told(text, "use.out_of_scope")] == [5]


def test_the_risk_of_misuse_is_no_use_out_of_scope() -> None:
    assert told("# Lark\n\nIssues relating to potential misuse of the model remain unclear.\n", OUT_OF_SCOPE) == []


def test_the_title_of_the_document_puts_nothing_under_its_risks() -> None:
    text = "# Credit Risk Model Card\n\n## Intended use\n\nThis project is for learning how to evaluate.\n"
    assert len(told(text, INTENDED)) == 1
    assert told("# Lark\n\n## Risks\n\nThe model can be used for fraud.\n", INTENDED) == []


@pytest.mark.parametrize(
    "title",
    [
        "Limites et biais connus",
        "Segurança e limitações",
        "한계점",
        "制限事項",
        "Limitaciones y advertencias",
        "Limitaciones conocidas del sistema",
        "Limitazioni del modello",
        "Einschränkungen",
        "Begränsningar",
        "Omezení a rizika",
    ],
)
def test_headings_in_other_languages_announce_limitations(title: str) -> None:
    assert len(told(f"# Lark\n\n## {title}\n\nNo canta.\n", "use.limitations")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "## Avsedd användning\n\nSång.",
        "## Käyttötarkoitus\n\nLaulu.",
        "Le modèle est destiné à la recherche sur le chant.",
        "Das Modell ist für Forschungszwecke vorgesehen.",
        "El modelo está destinado a la investigación.",
        "You can use the raw model for song, or fine-tune it.",
        "## Key use cases\n\n- Song",
    ],
)
def test_intended_uses_are_told_in_other_languages_and_of_raw_models(text: str) -> None:
    assert len(told(f"# Lark\n\n{text}\n", INTENDED)) == 1


def test_what_a_model_is_not_made_for_is_no_intended_use_in_other_languages() -> None:
    assert told("# Lark\n\nDas Modell ist nicht für Kliniken vorgesehen.\n", INTENDED) == []


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Direct intended uses", INTENDED),
        ("Not Intended Use", OUT_OF_SCOPE),
        ("Intended use and limits", INTENDED),
        ("Intended use & limits", "use.limitations"),
        ("What it is for", INTENDED),
        ("What this model is meant for", INTENDED),
    ],
)
def test_uses_that_are_and_are_not_intended_stand_under_their_headings(title: str, field: str) -> None:
    assert len(told(f"# Lark\n\n## Uses\n\n### {title}\n\nDeep research.\n", field)) == 1


@pytest.mark.parametrize(
    "sentence",
    ["This model is for educational use only.", "A model trained to monitor agents and detect violations."],
)
def test_a_short_purpose_is_an_intended_use(sentence: str) -> None:
    assert len(told(f"# Lark\n\n{sentence}\n", INTENDED)) == 1


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        ("- Sep 28, 2026: we released [Lark-1.0-Base](https://example.org) and fine-tuning code.", ["2026-09-28"]),
        ("- [2025-09-28] Released the model weights of Lark (based on Sparrow-8B)!", ["2025-09-28"]),
        ("- [2025-09-28] Lark-1.0 is based on Sparrow, which is released.", []),
    ],
)
def test_what_stands_beside_the_model_in_its_news(entry: str, days: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark 1.0\n\n## News\n\n{entry}\n", RELEASE)] == days


def test_members_of_a_research_group_provide_their_project() -> None:
    text = "# Lark\n\nThis project was conducted by members of Aviary Research.\n"
    assert told(text, PROVIDER) == [("Aviary Research", 3)]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("*This card was last updated on May 3, 2025.*", "document.last_updated", "2025-05-03"),
        ("*Version: 2.0 | Updated: 2025-05-03*", "document.last_updated", "2025-05-03"),
        ("Revision date: 2025-05-03", "document.last_updated", "2025-05-03"),
        ("**Model Card Date**: May 3, 2025", "document.last_updated", "2025-05-03"),
        ("Model card last updated on May 3, 2025.", "document.last_updated", "2025-05-03"),
        ("## Model Details\n\n- **Model card version:** 1.2", "document.version", "1.2"),
        ("Date placed on the EU market: 2025-08-02", "model.union_market_date", "2025-08-02"),
        ("First made available on the Union market on 2 August 2025.", "model.union_market_date", "2025-08-02"),
        ("EU representative: Nest GmbH", "provider.authorised_representative", "Nest GmbH"),
        ("**Signatory of the Code of Practice:** Yes", "provider.code_signatory", True),
        ("Lark relies on 30M image-text pairs for pre-training.", "data.modalities", ["text", "image"]),
        ("Lark was trained on a data set of 5 million text-image pairs.", "data.modalities", ["text", "image"]),
        ("Lark takes images as input and outputs bounding boxes of birds.", "model.output_modalities", ["other"]),
        ("The encoders take videos as inputs and output embeddings.", "model.output_modalities", ["other"]),
        ("As a signatory of the Code of Practice, we publish this.", "provider.code_signatory", True),
        ("Aviary has not signed the Code of Practice.", "provider.code_signatory", False),
        ("The institutes have not signed the signature form of the AI Office.", "provider.code_signatory", False),
        ("Aviary has decided not to sign the EU Code of Practice.", "provider.code_signatory", False),
    ],
)
def test_items_of_the_forms_are_told_in_cards(text: str, field: str, value: object) -> None:
    assert [found for found, _ in told(f"# Lark\n\n{text}\n", field)] == [value]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Nest GmbH acts as our EU authorised representative.", "provider.authorised_representative"),
        ("We have appointed Nest GmbH as our authorised representative.", "provider.authorised_representative"),
        ("Training compute is below the 10^25 FLOP threshold for systemic risk.", "safety.systemic_risk_statement"),
        ("Systemic-risk classification: none", "safety.systemic_risk_statement"),
        (
            "Use of Lark is subject to the content policies that stand [here](https://aviary.org/p).",
            "use.acceptable_use_policy",
        ),
        ("You agree that you will not use Lark to:\n\n1. Break the law;\n2. Harm birds.", "use.acceptable_use_policy"),
        ("By using this model, you agree to comply with all applicable laws.", "use.acceptable_use_policy"),
        ("By using Lark, you agree to do so responsibly.", "use.acceptable_use_policy"),
        ("Lark is additionally pre-trained on songs.", "training.process"),
        ("In the subsequent fine-tuning phase, the model is trained on long answers.", "training.process"),
        ("A corpus built from more than a thousand textbooks on birds.", "data.provenance"),
        ("## Bias and risks\n\nIt fails at sums.", "use.limitations"),
        ("## Potential Known Risks for Usage\n\nIt fails at sums.", "use.limitations"),
        ("## Limitations, bias and risks\n\nIt fails at sums.", "use.limitations"),
        ("Lark may hallucinate facts.", "use.limitations"),
        ("## Evaluation\n\nLet us repeat that this model is not intended for retrieval.", OUT_OF_SCOPE),
        ("This model is uncensored.", "use.limitations"),
        ("Lark is young, and there are many limitations that we work on.", "use.limitations"),
        ("Lark struggles with long documents.", "use.limitations"),
        ("The model has several known limitations.", "use.limitations"),
        ("Lark comes with potential risks that nobody can foresee.", "use.limitations"),
        ("Lark may still generate erroneous answers.", "use.limitations"),
        ("Lark stands on a model that has been shown to be able to produce toxic content.", "use.limitations"),
    ],
)
def test_texts_of_the_forms_are_told_in_cards(text: str, field: str) -> None:
    assert len(told(f"# Lark\n\n{text}\n", field)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "This model was trained on the Nimbus infrastructure hosted by Cloudia.",
        "An implementation of a language model, inspired by the Sparrow architecture.",
        "- **Developed by:** original upstream authors",
        "All content in this repository is provided by third parties.",
        "## News\n\nWe are happy to announce that Lark beats the model developed by Wren Labs.",
        "## News\n\nWe are happy to release support for Lark in a model zoo built by users.",
    ],
)
def test_hosts_and_models_of_others_are_no_providers(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", PROVIDER) == []


def test_a_name_goes_on_without_the_month_of_its_release() -> None:
    text = "# larkOCR-7B-0225-preview\n\n## License and use\n\nIt is free.\nlarkOCR is intended for research.\n"
    assert len(told(text, INTENDED)) == 1


def test_the_provider_stands_behind_language_models_in_short() -> None:
    text = "# Finch-7B\n\nThese are the first LLMs pretrained from scratch on Basque developed by [Nest NLP](https://n.org).\n"
    assert told(text, PROVIDER) == [("Nest NLP", 3)]


def test_what_the_announced_model_is_based_on_is_said_beside_it() -> None:
    text = "# Lark2\n\n## News\n\n- 🔥 **News**: ``2024/5/20``: We released the model Lark2, which is based on Finch!\n"
    assert told(text, RELEASE) == [("2024-05-20", 5)]


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("Limitation | Severity | Mitigation", 1),
        ("Area | Limitation | Workaround", 1),
        ("Limitación | Descripción | Impacto", 1),
        ("限制 | 说明 | 缓解措施", 1),
        ("Limitation | Songs | Nests", 0),
    ],
)
def test_a_table_lists_limitations_under_their_heading(head: str, count: int) -> None:
    rows = "| Few songs | Sings little | Feed it |\n| One nest | Knows no other | Move it |"
    assert len(told(f"# Lark\n\n## Limitations\n\n| {head} |\n|---|---|---|\n{rows}\n", "use.limitations")) == count


@pytest.mark.parametrize(
    ("text", "intended", "excluded"),
    [
        ("## Intended use\n\n- **For:** songs\n- **Not for:** medical advice", ["For: songs"], ["medical advice"]),
        ("## Uses\n\n| In scope | Out of scope |\n|---|---|\n| Songs | Weapons |", ["Songs"], ["Weapons"]),
        ("**Best for:** songs and talks", ["songs and talks"], []),
        ("## Don't use it for\n\nMedical advice.", [], ["Medical advice."]),
        ("## Usage\n\nGood for:\n\n- Songs\n\n**Not suited for:**\n\n- Law", ["Songs"], ["Law"]),
        ("## How to use\n\n**Not good for**: medicine", [], ["medicine"]),
        ("## Results\n\nThis model should not be used for law.", [], ["This model should not be used for law"]),
        (
            "## Use cases\n\n| Use case | Notes |\n|---|---|\n| Songs | All |\n| Talk | Few |",
            ["Songs: All; Talk: Few"],
            [],
        ),
        ("## Out-of-scope use\n\n| Use | Why not |\n|---|---|\n| Law | x |\n| War | y |", [], ["Law: x; War: y"]),
        (
            "## Out-of-scope use\n\n| Prohibited use | Rationale |\n|---|---|\n| Law | Few songs |\n| War | Never |",
            [],
            ["Law: Few songs; War: Never"],
        ),
        ("## Out-of-scope use\n\n| Use | Score |\n|---|---|\n| Law | 0.1 |\n| War | 0.2 |", [], []),
        ("- **Out-of-scope use:** Not specified\n- **Intended use:** Not stated in this card", [], []),
        ("## Use cases\n\n| Use case | Fit |\n|---|---|\n| Songs | yes |\n| Law | no |", [], []),
        ("## Use cases\n\n| Use case | Description |\n|---|---|\n| Songs | yes |\n| Law | no |", [], []),
        ("## API\n\n| Use case | Example |\n|---|---|\n| Songs | `sing` |\n| Talk | `talk` |", [], []),
        ("## Files\n\n| File | Good for |\n|---|---|\n| a.gguf | speed |\n| b.gguf | quality |", [], []),
        ("**Best for:** 8 GB of VRAM", [], []),
        ("- **Good for**: GPUs with 12 GB", [], []),
        ("- Not for sale", [], []),
    ],
)
def test_uses_stand_behind_short_labels_and_in_tables(text: str, intended: list[str], excluded: list[str]) -> None:
    found = [
        [value for value, _ in told(f"# Lark\n\n{text}\n", f"use.{field}")] for field in ("intended", "out_of_scope")
    ]
    assert found[1] == excluded
    assert found[0] == intended


@pytest.mark.parametrize(
    "text",
    [
        "## Use\n\n- For:\n  - songs\n- Not for:\n  - medical advice\n  - legal advice",
        "## Uses\n\nNot for:\n\n- medical advice\n- legal advice",
    ],
)
def test_a_nested_list_tells_what_a_model_is_not_for(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", "use.out_of_scope")
    assert all("songs" not in str(value) for value, _ in told(f"# Lark\n\n{text}\n", "use.out_of_scope"))


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("| Do | Don't |", "| Write songs. | Give advice on health. |"),
        ("| Appropriate | Inappropriate |", "| Songs | Advice on health |"),
        ("| Acceptable Uses | Unacceptable Uses |", "| Songs | Advice on health |"),
    ],
)
def test_two_columns_set_what_a_model_is_for_beside_what_it_is_not_for(head: str, rows: str) -> None:
    text = f"# Lark\n\n{head}\n|---|---|\n{rows}\n| Notes | Impersonation |\n"
    assert [line for _, line in told(text, INTENDED)] == [line for _, line in told(text, OUT_OF_SCOPE)] == [5]


@pytest.mark.parametrize(
    "table",
    [
        "| Do | Don't |\n|---|---|\n| Write short prompts | Set the temperature above 1 |\n",
        "| Do | Why |\n|---|---|\n| Write songs | It is good at them |\n",
    ],
)
def test_advice_on_how_to_ask_tells_no_use(table: str) -> None:
    assert told(f"# Lark\n\n{table}", INTENDED) == told(f"# Lark\n\n{table}", OUT_OF_SCOPE) == []


def test_an_entry_of_several_words_announces_the_list_below_it() -> None:
    text = "# Lark\n\n- Not intended to be used as:\n  - a doctor\n  - a lawyer\n- Songs are fine.\n"
    assert told(text, OUT_OF_SCOPE) == [("a doctor a lawyer", 4)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## Contact\n\n| Name | Address |\n|---|---|\n| A. Wren | wren@aviary.org |\n", [7]),
        ("## Team\n\n| Name | Role | E-mail |\n|---|---|---|\n| A. Wren | lead | wren@aviary.org |\n", [7]),
        ("## Contact\n\n| For | Address |\n|---|---|\n| Press | press@aviary.org |\n", []),
        ("## Data sets\n\n| Name | Size | Contact |\n|---|---|---|\n| Songs | 1GB | wren@aviary.org |\n", []),
    ],
)
def test_tables_tell_how_to_reach_the_provider(text: str, lines: list[int]) -> None:
    assert [line for _, line in told(f"# Lark\n\n{text}", CONTACT)] == lines


def test_a_tracker_may_stand_as_a_bare_address() -> None:
    text = "# Lark\n\nSend questions or comments about the model to https://git.example/aviary/lark/issues.\n"
    assert told(text, CONTACT) == [("https://git.example/aviary/lark/issues", 3)]


LIMITATIONS = "use.limitations"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## Limitations\n\n### Known\n\n1. **Rare words** - it errs.\n2. **Long texts** - it stops.\n", [7]),
        ("## Limitations\n\n### Data\n\nIt knows birds only.\n\n### Language\n\nIt errs in French.\n", [7]),
        ("## 已知限制\n\n- 不替代人工决策。\n", [5]),
        ("## 我看到的局限\n\n- 它会出错。\n", [5]),
        ("## Limitations\n\n### Recommendations\n\nUsers should know of the risks.\n", []),
        ("## Limitations\n\n### Evaluation results\n\nSee the table.\n", []),
    ],
)
def test_limitations_may_stand_only_in_the_sections_below_their_heading(text: str, lines: list[int]) -> None:
    assert [line for _, line in told(f"# Lark\n\n{text}", LIMITATIONS)] == lines
