"""What is yet to come: sizes and languages that a document only announces."""

from __future__ import annotations

from gpai_lint.evidence.patterns import Pattern

#: What is said of something that does not exist yet, behind it and ahead of it.
_BEHIND = (
    r"(?:coming (?:soon|next|later|up)|(?:to |will (?:also |soon )?)(?:come|follow|be (?:\w+ )?(?:added|supported"
    r"|included|released|available|published|open-?sourced))|(?:is|are) (?:still )?(?:planned|in (?:progress|training"
    r"|preparation|development|the works)|on (?:the|its|their) way|being (?:added|trained|prepared))|planned|upcoming"
    r"|forthcoming|soon|wip|tb[ad]|not (?:yet )?(?:released|supported|available))\b"
)
_AHEAD = (
    r"\b(?:upcoming|forthcoming|coming (?:soon|next)|soon:|(?:will|'ll|plan(?:s|ned|ning)?(?: to)?"
    r"|work(?:s|ing)? (?:on|towards?)) (?:also |soon |later |be )*(?:support|add|includ|cover|releas|publish|extend"
    r"|introduc|train|open-?sourc)(?:e|ing)?|working (?:on|towards?)|in future (?:versions|releases)|stay tuned for"
    r"|to-?do:?(?: (?:train|release|add|publish))?)"
)
#: What else of a model may be to come, though it is there itself.
_NOT_IT = r"(?!(?:and|while|but|code|data|data ?sets?|paper|report|scripts?|recipes?|logs|demo|quanti[sz]\w+|gguf)\b)"
_SIZE_AHEAD = Pattern(_AHEAD + rf"(?:\b|(?<=:)):?(?: {_NOT_IT}[\w.-]+){{0,6}} ?\Z")
_SIZE_BEHIND = Pattern(
    r"(?:(?:,? and |, | or |/|, and )(?:[\w.-]+ )?\d[\w.]*){0,4}[*_`]*"
    r"(?: (?:models?|versions?|variants?|checkpoints?|weights|parameters?|sizes?)){0,2}[*_`)]*"
    rf" ?(?:[(:,-] ?)?(?:(?:is|are|will be) )?(?:also |both )?{_BEHIND}"
)
_LANGUAGE = r"(?-i:[A-Z][a-z]{2,20})"
_LANGUAGES = rf"{_LANGUAGE}(?:(?:, {_LANGUAGE}){{0,6}},? (?:and|or) {_LANGUAGE})?"
#: Languages that a model is to learn: "Chinese (coming soon)", "support for German will follow".
_ANNOUNCED = Pattern(
    rf"\b(?:{_LANGUAGE} (?:support )?\({_BEHIND}[^()]*\)"
    rf"|{_LANGUAGES}(?: (?!and\b|while\b|but\b)[a-z-]+){{0,3}}?,? {_BEHIND})"
    rf"|(?:{_AHEAD}|\bsoon)(?:\b|(?<=:)):?(?: (?!and\b|while\b|but\b)[a-z-]+){{0,6}} {_LANGUAGES}"
    r"|(?:后续|後續|后期|未来|未來|即将|即將|将会|將會|计划|計劃|今後|将来)[^,，、。；;]{0,80}"
    r"|[^,，、。；;]{0,60}(?:敬请期待|予定|예정)"
)


def is_to_come(text: str, start: int, end: int) -> bool:
    """Tell whether a size in a text is said to be that of a model which is yet to come."""
    return _SIZE_BEHIND.match(text, end) is not None or _SIZE_AHEAD.search(text, max(0, start - 90), start) is not None


def without_announced(text: str) -> str:
    """Return a text in which languages that are only announced are blanked out."""
    return _ANNOUNCED.sub(lambda told: " " * len(told.group()), text)
