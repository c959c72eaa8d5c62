"""Natural languages by their English names, as ISO 639 codes."""

from __future__ import annotations

import re
from functools import lru_cache

from gpai_lint.evidence.patterns import Pattern

_TABLE = """
ab Abkhazian; af Afrikaans; ak Akan; sq Albanian; am Amharic; ar Arabic; an Aragonese; hy Armenian; as Assamese; ast
Asturian; ay Aymara; az Azerbaijani; bm Bambara; ba Bashkir; eu Basque; be Belarusian; bn Bengali, Bangla; bs Bosnian;
br Breton; bg Bulgarian; my Burmese; ca Catalan; ceb Cebuano; ny Chichewa, Nyanja; zh Chinese, Mandarin; yue Cantonese;
cv Chuvash; co Corsican; hr Croatian; cs Czech; da Danish; nl Dutch; en English; eo Esperanto; et Estonian; ee Ewe; fo
Faroese; fj Fijian; fil Filipino; fi Finnish; fon Fon; fr French; fy Frisian; ff Fula, Fulani; gl Galician; lg Ganda,
Luganda; ka Georgian; de German; el Greek; gn Guarani; gu Gujarati; ht Haitian Creole; ha Hausa; haw Hawaiian; he
Hebrew; hi Hindi; hmn Hmong; hu Hungarian; is Icelandic; ig Igbo; id Indonesian, Bahasa Indonesia; ia Interlingua; ga
Irish; it Italian; ja Japanese; jv Javanese; kn Kannada; ks Kashmiri; kk Kazakh; km Khmer; ki Kikuyu; rw Kinyarwanda; rn
Kirundi; ko Korean; ku Kurdish; ky Kyrgyz; lo Lao; la Latin; lv Latvian; ln Lingala; lt Lithuanian; lb Luxembourgish; mk
Macedonian; mg Malagasy; ms Malay, Bahasa Melayu; ml Malayalam; mt Maltese; mi Maori; mr Marathi; mn Mongolian; ne
Nepali; nso Northern Sotho, Sepedi; no Norwegian; nb Bokmål; nn Nynorsk; oc Occitan; or Odia, Oriya; om Oromo; ps
Pashto; fa Persian, Farsi; pcd Picard; pl Polish; pt Portuguese; pa Punjabi; qu Quechua; ro Romanian, Moldovan; rm
Romansh; ru Russian; sm Samoan; sa Sanskrit; gd Scottish Gaelic; sr Serbian; st Sesotho; tn Setswana, Tswana; sn Shona;
sd Sindhi; si Sinhala, Sinhalese; sk Slovak; sl Slovene, Slovenian; so Somali; es Spanish, Castilian; su Sundanese; sw
Swahili; sv Swedish; tl Tagalog; tg Tajik; ta Tamil; tt Tatar; te Telugu; th Thai; bo Tibetan; ti Tigrinya; tr Turkish;
tk Turkmen; tw Twi; uk Ukrainian; ur Urdu; ug Uyghur; uz Uzbek; vi Vietnamese; wa Walloon; cy Welsh; wo Wolof; xh Xhosa;
yi Yiddish; yo Yoruba; zu Zulu; ilo Ilocano, Iloko; war Waray; hil Hiligaynon; ban Balinese; ace Acehnese; min
Minangkabau; bho Bhojpuri; mai Maithili; kok Konkani; mni Manipuri, Meitei; sat Santali; doi Dogri; dv Dhivehi; ts
Tsonga, Xitsonga; ve Venda, Tshivenda; ss Siswati; kab Kabyle; pcm Nigerian Pidgin; tpi Tok Pisin; tum Tumbuka; bem
Bemba
"""
_CODES = {
    name.strip().lower(): row.split()[0]
    for row in (" ".join(part.split()) for part in _TABLE.split(";"))
    if row
    for name in row.split(" ", 1)[1].split(",")
}


#: Languages by their own names, those of the Union first.
_OWN_NAMES = """
bg Български; cs Čeština; da Dansk; de Deutsch; el Ελληνικά; es Español; et Eesti; fi Suomi; fr Français; ga Gaeilge;
hr Hrvatski; hu Magyar; it Italiano; lt Lietuvių; lv Latviešu; mt Malti; nl Nederlands; pl Polski; pt Português;
ro Română; sk Slovenčina; sl Slovenščina; sv Svenska; vi Việt; ar العربية; ca Català; eu Euskara; gl Galego;
is Íslenska; ja 日本語; ko 한국어; no Norsk; ru Русский; tr Türkçe; uk Українська; zh 中文
"""
_OWN_CODES = {name.lower(): code for code, name in (row.split() for row in _OWN_NAMES.split(";"))}

#: What the languages that documents name most are called in others, which write them small.
_FOREIGN_NAMES = """
en englisch anglais inglés ingles inglese inglês engels angielski engelska engelsk angličtina angol englanti ingilizce
i̇ngilizce 英文 英语 英語 영어;
de allemand alemán tedesco alemão duits tyska tysk niemiecki němčina 德语 德文;
fr französisch francais francés frances francese francês frans franska fransk francuski 法语 法文;
es spanisch espanol espagnol spagnolo espanhol spaans 西班牙语; it italienisch italiaans 意大利语;
pt portugiesisch portugues portugais portugués portoghese 葡萄牙语; ru russisch russe 俄语; pl polnisch polonais;
nl niederländisch néerlandais neerlandés olandese; ca katalanisch catalán catalano; gl gallego galicien;
zh chinesisch chinois cinese 汉语 中国語 중국어; ja japanisch japonais japonés giapponese 日语 日文 일본어;
ko koreanisch coréen 韩语 韓国語; ar arabisch arabe árabe 阿拉伯语; eu euskera
"""
_FOREIGN_CODES = {name: row.split()[0] for row in _FOREIGN_NAMES.split(";") for name in row.split()[1:]}
#: Chinese names the pair by a character each, ``中英文``; "among them English", ``其中英文``, is no pair.
_PAIR = (
    r"(?<![其集])中(?=[、/]?英(?![伟特国]))|(?<![其集]中)(?<=中)英|(?<=中[、/])英"
    r"|英(?=中[文双语])|(?<=英)中(?=[文双语])"
)
_PAIR_CODES = {"中": "zh", "英": "en"}


#: Codes of three letters, ISO 639-2 and 639-3, of languages that have one of two: those of the Union and others.
_THREE = """
bul bg; ces cs; cze cs; dan da; deu de; ger de; ell el; gre el; eng en; spa es; est et; fin fi; fra fr; fre fr; gle ga;
hrv hr; hun hu; ita it; lit lt; lav lv; mlt mt; nld nl; dut nl; pol pl; por pt; ron ro; rum ro; slk sk; slo sk; slv sl;
swe sv; ara ar; ben bn; cat ca; eus eu; baq eu; fas fa; per fa; glg gl; heb he; hin hi; isl is; ice is; ind id; jpn ja;
kor ko; nob nb; nno nn; nor no; rus ru; srp sr; swa sw; tam ta; tha th; tur tr; ukr uk; urd ur; vie vi; zho zh; chi zh
"""
_SHORTER = dict(row.split() for row in _THREE.split(";"))
_KNOWN = frozenset(_CODES.values()) | _SHORTER.keys()


def code_of(text: str) -> str:
    """Return the code that a text is, without its region or script (``pt-BR``); empty when it is none.

    A code in capitals counts if it is a known one: "EN" is English, "AI" is nothing.
    """
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Z][A-Za-z]{1,3})?", text.strip())
    if match is None or not (match[1].islower() or match[1].lower() in _KNOWN):
        return ""
    return _SHORTER.get(match[1].lower(), match[1].lower())


@lru_cache(maxsize=2)
def _pattern(own_names: bool) -> Pattern:
    known = [*_CODES, *((*_OWN_CODES, *_FOREIGN_CODES) if own_names else ())]
    names = sorted(map(re.escape, known), key=len, reverse=True)
    # Chinese and Japanese part no words, and Korean joins particles to them.
    joined = "|".join(name for name in names if "\u4e00" <= name[0] <= "\u9fff" or "\uac00" <= name[0] <= "\ud7a3")
    joined = f"|{joined}|{_PAIR}" if joined else ""
    words = (*map(str.casefold, known), *_PAIR_CODES)
    return Pattern(rf"(?<!\w)(?:{'|'.join(names)})(?!\w){joined}", ((words,),))


def languages_in(text: str, own_names: bool = False) -> list[tuple[int, int, str]]:
    """Return the languages that a text names, each once: start, end and code, in order.

    With ``own_names`` their own names count beside the English ones, ``Deutsch``, and what they are called in other
    languages, ``allemand``. English names, which may be common words as well, count only with a capital letter, or as
    the whole text.
    """
    seen: set[str] = set()
    found = []
    last = -1
    for match in _pattern(own_names).finditer(text):
        # Behind a hyphen a name counts if another stands before it: "French-English", and not "non-English".
        joined, last = last, match.end()
        if text[: match.start()].endswith("-") and joined != match.start() - 1:
            continue
        name = match.group().lower()
        code = _CODES.get(name) or _OWN_CODES.get(name) or _FOREIGN_CODES.get(name) or _PAIR_CODES[name]
        small = match.group()[0].islower() and name in _CODES and len(name) < len(text)
        if not small and code not in seen:
            seen.add(code)
            found.append((match.start(), match.end(), code))
    return found


def is_language(text: str) -> bool:
    """Tell whether a text is the name of a language and nothing else."""
    return any((0, len(text)) == found[:2] for found in languages_in(text))
