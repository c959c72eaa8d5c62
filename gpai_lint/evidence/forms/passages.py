"""What the text answers of a form name: organisations, contacts, models, data sets, versions."""

from __future__ import annotations

import re
from typing import Final

from gpai_lint.evidence.forms.answers import is_not_applicable
from gpai_lint.evidence.forms.form import cleaned
from gpai_lint.evidence.forms.stream import running
from gpai_lint.evidence.patterns import Pattern

_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE: Final = Pattern(r"(?:(?:tel|phone|ph)\.?:?\s*)?(\+?\(?\d[\d\s().-]{6,18}\d)(?!\w)")
_URL: Final = re.compile(r"https?://[^\s<>\"')\]]{3,300}")
_ADDRESS: Final = Pattern(
    r"\d{1,6}\w?(?:[ ,-]|$)|\b(?:street|st\.|road|avenue|way|house|floor|platz|stra(?:ß|ss)e|ul\.|via|rue|box)\b"
)
_LEGAL: Final = Pattern(
    r"(?:Inc|Ltd|LLC|L\.?P|GmbH|AG|SE|S\.?A\.?S?|S\.?p\.?A|S\.?r\.?l|B\.?V|N\.?V|Corp|Co|PBC|plc|Oy|AB|ApS|Limited)\b\.?"
)
_VERSION: Final = Pattern(r"\b(?:v(?:ersion)?\.?\s?)?\d{1,4}(?:\.\d{1,4}){0,3}\b|\bv\.?\s?\d\w*")
_DATASET_URL: Final = re.compile(r"https?://(?:www\.)?(?:huggingface\.co|hf\.co)/datasets/\s?([\w.-]+/[\w.-]+)")
_NO_BASE: Final = Pattern(
    r"\bnot (?:a |an |been )?(?:modif|fine-?tun|deriv|based|built|applicab)\w*|\bfrom scratch\b"
    r"|\bno (?:model )?dependenc|\bnone\b|^\W*(?:nessun[ao]?|aucune?|keine?|ning[uú]n[ao]?|nenhuma?|brak|geen)\b"
)
_AND: Final = re.compile(r"\s*(?:[,;\n•●◦|]|\band\b|\s[–-]\s)\s*")
_FIELD_WORDS: Final = Pattern(r"\b(?:e-?mail|tel(?:ephone)?|phone|contact|website|web|address|krs|nip|regon|vat)\b\W")


def version(words: str) -> str:
    """Return a version in a text, or the text itself if it is short and holds none."""
    match = _VERSION.match(words) or _VERSION.search(words[:60])
    rest = words if match is None else match.group()
    return rest if match is None or len(words) > 20 else words.rstrip(".")


def organisation(text: str) -> str:
    """Return the name of the organisation that a provider's entry begins with, empty when it begins with none.

    The name ends where contact details or an address begin, or a clause that explains it.
    """
    lines = [line.strip(" \t•●◦*_") for line in text.split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        return ""
    name = lines[0]
    for line in lines[1:3]:
        if _LEGAL.fullmatch(line) or (_LEGAL.match(line) and len(line) < 12):
            name = f"{name} {line}"
            continue
        break
    for pattern in (_MAIL, _URL, _FIELD_WORDS):
        match = pattern.search(name)
        if match:
            name = name[: match.start()]
    name = re.split(
        r"\s(?:at|located at|with (?:its )?(?:registered )?(?:office|address)|having its)\s", name, maxsplit=1
    )[0]
    for comma in re.finditer(r",\s*", name):
        tail = name[comma.end() :]
        if _LEGAL.match(tail):
            continue
        if _ADDRESS.search(tail[:60]) or re.match(
            r"(?:an?|the|which|whose|represented|registered)\b", tail, re.IGNORECASE
        ):
            name = name[: comma.start()]
            break
    # "Wren Labs SAS (an SME within the meaning of …)": a remark in brackets is longer than a short name.
    name = re.sub(r"\s\((?:[^()\s]+\s+){3,}.*$", "", name, flags=re.DOTALL)
    name = re.sub(r"\s*[(|–-]\s*$", "", name.strip()).strip(" ,;:")
    return name if re.search(r"[^\W\d_]{2}", name) and not is_not_applicable(name) else ""


def contacts(text: str, name: str = "") -> list[str]:
    """Return the contact details of a text: mail addresses, telephone numbers; else web or postal addresses."""
    mails = list(dict.fromkeys(match.group().rstrip(".") for match in _MAIL.finditer(text)))
    plain = _URL.sub(" ", _MAIL.sub(" ", text))
    phones = [match[1].strip() for match in _PHONE.finditer(plain) if _is_phone(match)]
    if mails or phones:
        return mails + phones[:2]
    links = [match.group().rstrip(".,;") for match in _URL.finditer(text)]
    if links:
        return links[:2]
    rest = running(text)
    rest = rest[rest.find(name) + len(name) :].strip(" ,;:") if name and name in rest else rest
    return [rest[:300]] if rest and _ADDRESS.search(rest) else []


def _is_phone(match: re.Match[str]) -> bool:
    """Return whether digits are a telephone number: announced as one, or with a country code or three groups."""
    digits = re.sub(r"\D", "", match[1])
    announced = match.group() != match[1]
    groups = len(re.findall(r"\d+", match[1]))
    return 7 <= len(digits) <= 15 and (
        announced or match[1].startswith("+") or (groups >= 3 and "-" in match[1] and len(digits) >= 10)
    )


def names(text: str) -> list[str]:
    """Return the names that an answer lists."""
    body = _URL.sub("", cleaned(text))
    body = re.sub(r"^[^:]{0,60}\bnames?\b[^:]{0,30}:\s*", "", body, flags=re.IGNORECASE)
    parts = [part.strip(" .*_\"'“”()") for part in _AND.split(body)]
    parts = [part for part in parts if part]
    if not parts or any(len(part.split()) > 8 for part in parts):
        return [body[:300]]
    return parts[:50]


def model_names(text: str) -> str:
    """Return the versioned names of an answer, in a list without their addresses."""
    lines = [_URL.sub("", line).strip(" \t,;:–-•●◦*_()") for line in text.split("\n")]
    return ", ".join(line for line in lines if re.search(r"\w", line))[:500]


def dependencies(text: str) -> list[str] | None:
    """Return the models that another one depends on; None where the answer says that there is none."""
    body = cleaned(text)
    return None if is_not_applicable(body) or _NO_BASE.search(body[:160]) else names(text)


def datasets(text: str) -> list[str]:
    """Return the data sets that an answer lists: those of the Hugging Face hub by name, others as they are written."""
    plain = re.sub(r"(https?://\S*[/-])\n(?=\S)", r"\1", text)
    found = list(dict.fromkeys(match[1].rstrip(".,;") for match in _DATASET_URL.finditer(plain)))
    # An address that its line cut off stands whole as the target of its link.
    found = [name for name in found if name[-1] != "-" or not [one for one in found if one != name and name in one]]
    other = [match.group().rstrip(".,;") for match in _URL.finditer(plain) if not _DATASET_URL.match(match.group())]
    if found:
        return (found + [link for link in dict.fromkeys(other) if re.search(r"data|corpus|crawl|hplt", link)])[:200]
    body = cleaned(text)
    listed = [part for part in names(text) if len(part.split()) <= 6 and re.match(r"[A-Z0-9]", part)]
    if len(listed) > 1 and sum(map(len, listed)) > 0.6 * len(body):
        return listed
    return [body[:500]]
