"""The day of release in the news of a document, in English and in Chinese, and days of something else."""

from __future__ import annotations

import pytest
from cards import told, variants


def released(text: str) -> list[object]:
    return [value for value, _ in told(text, "model.release_date", "readme")]


@pytest.mark.parametrize(
    ("news", "day"),
    [
        ("- [2024-05-28] 发布云雀 M2 大模型", "2024-05-28"),
        ("- [2023/09/22] 🔥开源**云雀 Base**模型", "2023-09-22"),
        ("- [2024/03/01] 发布云雀模型和评测数据集", "2024-03-01"),
        ("- [2024/03/01] 开放云雀对话模型", "2024-03-01"),
        ("- 2023.06.01: 云雀 데이터셋 공개\n- 2023.05.30: 云雀-7B 모델 공개", "2023-05-30"),
        ("- 2023.05.30: 云雀モデルを公開しました", "2023-05-30"),
    ],
)
def test_news_in_chinese_tell_the_day(news: str, day: str) -> None:
    assert released(f"# 云雀\n\n## 更新\n\n{news}\n") == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Curlew wurde am 12. März 2025 veröffentlicht.",
        "Curlew a été publié le 12 mars 2025.",
        "Curlew fue publicado el 12 de marzo de 2025.",
        "Curlew è stato rilasciato il 12 marzo 2025.",
        "- **Date de publication :** 12 mars 2025",
        "- **Veröffentlichungsdatum:** 12. März 2025",
        "- **Fecha de lanzamiento:** 12 de marzo de 2025",
        "- **Data wydania:** 12 marca 2025",
        "- **Date of first release:** March 12, 2025",
        "The model was published on Hugging Face on 12 March 2025.",
        "Curlew (released 12 March 2025) is a language model.",
        "Curlew - our first open model - launched on 12 March 2025.",
        "This card describes Curlew, published by Nest on 12 March 2025.",
        "Nest Labs released **Curlew** on 12 March 2025.",
        'Nest released Curlew ("kur-loo"), a model that knows many songs of many birds by heart, on 12 March 2025.',
        "Curlew, released on 12 March 2025, is our first model.",
        "- **Model created**: 12 March 2025",
        "The table shows the improved Curlew checkpoints released on March 12, 2025.",
        "The Curlew checkpoints were uploaded on March 12, 2025.",
        "Curlew weights released March 12, 2025.",
        "Released by Nest Bio on March 12, 2025.",
        "La dernière version de ce modèle a été publiée le 12 mars 2025.",
        "Das Modell wurde an der Universität Vogelheim entwickelt und am 12. März 2025 veröffentlicht.",
    ],
)
def test_the_day_is_told_in_many_words_and_languages(text: str) -> None:
    assert released(f"# Curlew\n\n{text}\n") == ["2025-03-12"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Daten von Curlew wurden am 12. März 2025 veröffentlicht.",
        "Curlew wurde am 12. März 2025 evaluiert.",
        "Nest released Songbook, a corpus for Curlew, on 12 March 2025.",
        "## 2. Release\n\n**2025-03-12**: First Gradio demo on a Space.",
        "Le code de Curlew a été publié le 12 mars 2025.",
        "## Release\n\n- 2025/03/12: We have released the Songbook dataset, which we used for Curlew.",
        "## News\n\n- 2025/03/12: We released **Reed2Song**, a coding model with songs.",
        "## News\n\n- 2024-02-29: Curlew 0.1.2 is out, with more bug fixes for songs",
        "Curlew (formerly Whaup) is a song modeling toolkit.\n\n## News\n\n- May 2023: Released models for waders.",
        "Curlew is initialized from checkpoints released on 12 March 2025.",
        "**Model release date:** <the month and year in which you released it; e.g. March 2025, or 2025-03>",
        "Le code de ce modèle a été publié le 12 mars 2025.",
    ],
)
def test_the_day_of_something_else_is_not_the_models(sentence: str) -> None:
    assert released(f"# Curlew\n\n{sentence}\n") == []


@pytest.mark.parametrize("news", ["- [2024-05-28] 发布云雀技术报告", "- [2024-05-28] 即将开源云雀模型"])
def test_other_news_in_chinese_do_not(news: str) -> None:
    assert released(f"# 云雀\n\n## 更新\n\n{news}\n") == []


@pytest.mark.parametrize(
    "news",
    [
        "- **[2024/04/02]** Released Curlew base models, the chat models will be released later.",
        "- `2024/04/02`: Published a blog post about Curlew models and released the weights.",
    ],
)
def test_what_is_told_besides_the_release_does_not_hide_it(news: str) -> None:
    assert released(f"# Curlew\n\n## News\n\n{news}\n") == ["2024-04-02"]


def test_news_that_announce_further_members_tell_their_days() -> None:
    news = (
        "- 2024.5.2 We release **Lark-72B** and **Lark-72B-Chat**, along with **Lark-1B**.\n"
        "- 2024.4.2 We release Lark-1B-Chat with a longer context.\n"
        "- 2024.3.2 We release the Wren-40B model.\n"
        "- 2024.2.2 Lark-7B-Chat was released with more languages.\n"
        "- 2024.1.2 We release **Lark-7B**.\n"
    )
    days = [("", "2024-01-02"), ("Lark-1B", "2024-04-02"), ("Lark-72B", "2024-05-02")]
    assert sorted(variants(f"# Lark\n\n## News\n\n{news}", "model.release_date")) == days
    assert released(f"# Lark-7B\n\n## News\n\n{news}") == ["2024-01-02"]


@pytest.mark.parametrize("sentence", ["Model weights released on 2024/11/19.", "We released the model on 2024/11/19."])
def test_a_sentence_without_the_name_tells_the_day(sentence: str) -> None:
    assert released(f"# Curlew\n\n{sentence}\n") == ["2024-11-19"]


@pytest.mark.parametrize(
    "text",
    [
        "- **Placed on the Union market:** 2 August 2031",
        "- **Placed on the market:** 2031-08-02",
        "- **Date of first placement on the EU market:** 2031-08-02",
        "- **Date placed on market (EU):** 2031-08-02",
        "| Item | Value |\n|---|---|\n| EU availability date | 2031-08-02 |",
        "- **Datum des Inverkehrbringens in der Union:** 2. August 2031",
        "- **Date de mise sur le marché de l'Union :** 2 août 2031",
        "- **Fecha de introducción en el mercado de la Unión:** 2 de agosto de 2031",
        "- **Data di immissione sul mercato dell'Unione:** 2 agosto 2031",
        "- **Data wprowadzenia do obrotu:** 2 sierpnia 2031",
        "Lark was placed on the market in the Union on 2 August 2031.",
        "Lark became available to users in the EU on 2 August 2031.",
    ],
)
def test_the_day_on_which_a_model_was_placed_on_the_market_of_the_union(text: str) -> None:
    assert [value for value, _ in told(f"# Lark\n\n{text}\n", "model.union_market_date")] == ["2031-08-02"]


@pytest.mark.parametrize(
    "text", ["- **Market:** opened on 2031-08-02", "The Act was placed before the Union on 2 August 2031."]
)
def test_a_day_of_the_union_or_a_market_is_not_the_models(text: str) -> None:
    assert told(f"# Lark\n\n{text}\n", "model.union_market_date") == []


@pytest.mark.parametrize("value", ["Accessed from the registry on March 31, 2021", "Hub XX/XX/2025 via the registry"])
def test_days_of_access_and_of_templates_are_none(value: str) -> None:
    assert released(f"# Curlew\n\n- **Release date:** {value}\n") == []


@pytest.mark.parametrize(
    ("name", "days"),
    [("lark.llm1", ["2025-06-06"]), ("Lark-Song-1", ["2025-06-06"]), ("Lark2", []), ("Wren1", []), ("Larkspur", [])],
)
def test_a_name_with_the_word_and_the_number_of_the_title_is_the_models(name: str, days: list[str]) -> None:
    news = f"# Lark1\n\n## News\n\n- 2025.06.06: We released the `{name}` series.\n"
    assert [value for value, _ in told(news, "model.release_date")] == days


def test_the_day_on_which_a_model_was_released_has_a_label() -> None:
    assert released("# Curlew\n\n**Model Released Date:** May 29, 2025\n") == ["2025-05-29"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "| Model | Release Date |\n|---|---|\n| Curlew-72B | 23.11.30 |\n| Curlew-7B | 23.08.03 |",
            ["2023-11-30", "2023-08-03"],
        ),
        ("| Model | Release Date |\n|---|---|\n| Curlew-72B | 23/11/30 |", ["2023-11-30"]),
        ("- **Release date**: 24-06-15", ["2024-06-15"]),
        ("- **Release date**: 24.11.20", []),
        ("- **Release date**: 30.11.23", []),
        ("- **Release date**: 23.13.30", []),
        ("- **Release**: 23.11.30", []),
        ("| Model | Version |\n|---|---|\n| Curlew-72B | 23.11.30 |", []),
    ],
)
def test_years_of_two_digits_count_where_a_day_is_asked_for(text: str, days: list[str]) -> None:
    assert released(f"# Curlew\n\n{text}\n") == days


def test_the_release_of_software_that_a_document_is_about_is_no_models() -> None:
    news = "\n\n## News\n\n- 10/17/2031 Lark 1.0 released.\n"
    assert (
        told(f"# Lark\n\nLark is the official inference framework for small models.{news}", "model.release_date") == []
    )
    assert told(f"# Lark\n\nLark is a model for songs.{news}", "model.release_date") == [("2031-10-17", 7)]


@pytest.mark.parametrize(
    ("news", "days"),
    [
        ("- Lark ver 1.0 released. https://lark.org/ [2024-1-18]\n- Paper released. [2024-1-10]", ["2024-01-18"]),
        ("- Lark is released (2024-01-18).", ["2024-01-18"]),
        ("- Lark is released (see the post of 2024-01-18).", []),
        ("- Lark is released (by 2024).", []),
    ],
)
def test_the_day_may_stand_behind_the_news(news: str, days: list[str]) -> None:
    assert [value for value, _ in told(f"# Lark\n\n## News\n\n{news}\n", "model.release_date")] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("## Releases\n\n| Model | Version/Date |\n|---|---|\n| lark-s | v1 / 21 Apr 2024 |\n", ["2024-04-21"]),
        ("## Version history\n\n| Version | Date | Notes |\n|---|---|---|\n| v1 | 2024-04-21 | |\n", ["2024-04-21"]),
        (
            "## Changelog\n\n| Version | Date | Notes |\n|---|---|---|\n| v1 | 2024-04-21 | First public release |\n"
            "| v2 | 2024-05-21 | Fixes |\n",
            ["2024-04-21"],
        ),
        ("## Changelog\n\n| Version | Date | Notes |\n|---|---|---|\n| v1 | 2024-04-21 | Initial model card |\n", []),
        ("## Document releases\n\n| Version | Date |\n|---|---|\n| v1 | 2024-04-21 |\n| v2 | 2024-05-21 |\n", []),
        ("## Releases\n\n| Version | Date | Author |\n|---|---|---|\n| v1 | 2024-04-21 | A. Wren |\n", []),
    ],
)
def test_tables_of_versions_tell_the_days_of_release(text: str, days: list[str]) -> None:
    assert released(f"# Lark\n\nLark is a language model.\n\n{text}") == days


def test_a_line_that_says_no_more_tells_the_day_of_release() -> None:
    assert told("# Lark\n\n*Released 3 March 2025 by Nest Labs.*\n", "model.release_date") == [("2025-03-03", 3)]
    assert told("# Lark\n\nReleased in 2019, Wren was the first of its kind.\n", "model.release_date") == []


@pytest.mark.parametrize(
    ("news", "days"),
    [
        ("- [10/19/2023] Songs are longer\n- [9/06/2023] Lark-7B released", ["2023-09-06"]),
        # Nothing tells which is the month, or days tell both.
        ("- [10/09/2023] Songs are longer\n- [9/06/2023] Lark-7B released", ["2023"]),
        ("- [10/19/2023] Longer\n- [19/10/2023] Louder\n- [9/06/2023] Lark-7B released", ["2023"]),
    ],
)
def test_one_day_shows_which_figure_is_the_month_of_all(news: str, days: list[str]) -> None:
    assert released(f"# Lark\n\n## News\n\n{news}\n") == days
