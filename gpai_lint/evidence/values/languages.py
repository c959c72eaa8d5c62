"""Natural languages by their English names, as ISO 639 codes."""

from __future__ import annotations

import re
from functools import lru_cache

_TABLE = """
ab Abkhazian; af Afrikaans; ak Akan; sq Albanian; am Amharic; ar Arabic; an Aragonese; hy Armenian; as Assamese;
ast Asturian; ay Aymara; az Azerbaijani; bm Bambara; ba Bashkir; eu Basque; be Belarusian; bn Bengali, Bangla;
bs Bosnian; br Breton; bg Bulgarian; my Burmese; ca Catalan; ceb Cebuano; ny Chichewa, Nyanja; zh Chinese, Mandarin;
yue Cantonese; cv Chuvash; co Corsican; hr Croatian; cs Czech; da Danish; nl Dutch; en English; eo Esperanto;
et Estonian; ee Ewe; fo Faroese; fj Fijian; fil Filipino; fi Finnish; fon Fon; fr French; fy Frisian; ff Fula, Fulani;
gl Galician; lg Ganda, Luganda; ka Georgian; de German; el Greek; gn Guarani; gu Gujarati; ht Haitian Creole; ha Hausa;
haw Hawaiian; he Hebrew; hi Hindi; hmn Hmong; hu Hungarian; is Icelandic; ig Igbo; id Indonesian; ia Interlingua;
ga Irish; it Italian; ja Japanese; jv Javanese; kn Kannada; ks Kashmiri; kk Kazakh; km Khmer; ki Kikuyu;
rw Kinyarwanda; rn Kirundi; ko Korean; ku Kurdish; ky Kyrgyz; lo Lao; la Latin; lv Latvian; ln Lingala; lt Lithuanian;
lb Luxembourgish; mk Macedonian; mg Malagasy; ms Malay; ml Malayalam; mt Maltese; mi Maori; mr Marathi; mn Mongolian;
ne Nepali; nso Northern Sotho; no Norwegian; nb Bokmål; nn Nynorsk; oc Occitan; or Odia, Oriya; om Oromo; ps Pashto;
fa Persian, Farsi; pcd Picard; pl Polish; pt Portuguese; pa Punjabi; qu Quechua; ro Romanian, Moldovan; rm Romansh;
ru Russian; sm Samoan; sa Sanskrit; gd Scottish Gaelic; sr Serbian; st Sesotho; tn Setswana; sn Shona; sd Sindhi;
si Sinhala, Sinhalese; sk Slovak; sl Slovene, Slovenian; so Somali; es Spanish, Castilian; su Sundanese; sw Swahili;
sv Swedish; tl Tagalog; tg Tajik; ta Tamil; tt Tatar; te Telugu; th Thai; bo Tibetan; ti Tigrinya; tr Turkish;
tk Turkmen; tw Twi; uk Ukrainian; ur Urdu; ug Uyghur; uz Uzbek; vi Vietnamese; wa Walloon; cy Welsh; wo Wolof;
xh Xhosa; yi Yiddish; yo Yoruba; zu Zulu
"""
_CODES = {
    name.strip().lower(): row.split()[0]
    for row in (" ".join(part.split()) for part in _TABLE.split(";"))
    if row
    for name in row.split(" ", 1)[1].split(",")
}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(name) for name in _CODES), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({names})(?![\w])", re.IGNORECASE)


def languages_in(text: str) -> list[tuple[int, int, str]]:
    """Return the languages that a text names, each once: start, end and code, in order.

    Names that are also common words count only with a capital letter.
    """
    seen: set[str] = set()
    found = []
    for match in _pattern().finditer(text):
        code = _CODES[match[1].lower()]
        if match[1][0].isupper() and code not in seen:
            seen.add(code)
            found.append((match.start(), match.end(), code))
    return found
