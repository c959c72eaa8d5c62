"""Modalities: what goes into a model and what comes out, in the five words of the documentation form."""

from __future__ import annotations

from gpai_lint.evidence.patterns import Pattern

#: Modality and the words that mean it. ``other`` is what none of the four covers.
_WORDS = (
    ("text", r"(?:free-)?text(?:s|ual)?|text-(?:based|only|string)|strings?|prompts?|tokens?|captions?|code|languages?"
    r"|transcri(?:pts?|ptions?)|conversations?|questions?|sentences?|instructions?"),
    ("image", r"images?|imagery|pictures?|photos?|rgb|vision|visual|pixels?|videos? frames?"),
    ("audio", r"audio|speech|sounds?|music|voices?|waveforms?|spectrograms?|melod(?:y|ies)"),
    ("video", r"videos?"),
    ("other", r"embeddings?|feature vectors?|3d|point clouds?|actions?|structures?|molecules?|proteins?|time[- ]series"
    r"|tabular|bounding boxes|segmentation masks|class labels|forecasts|(?:atom\w*|backbone) coordinates"),
)  # fmt: skip
#: The same in Chinese, which puts no spaces between words.
_CHINESE = {
    "text": "文本|文字|代码|文(?=$|生|转|到)",
    "image": "图像|图片|图(?=$|生)|视觉",
    "audio": "音频|语音|音乐|声音",
    "video": "视频",
    "other": "向量",
}
#: What is made of any of them is none of them: "text embeddings".
_EMBEDDED = r"(?![- ](?:embeddings?|feature vectors?)\b)"
_PATTERNS = tuple(
    (name, Pattern(rf"(?<![\w-])(?:{words})(?!\w){_EMBEDDED}|{_CHINESE[name]}")) for name, words in _WORDS
)

#: Letters that stand for atoms, bases or amino acids, which are no language: "text (protein sequences)".
_CODED = Pattern(
    r"\btext\b(?=(?:: [\w-]+(?: files?)?)? ?\((?![^()]{0,80}\b(?:prompt|question|answer|descri|instruct|summar))"
    r"[^()]{0,80}\b(?:proteins?|amino[- ]acids?|molecules?|ligands?|[rd]na|smiles|atom\w*)\b)"
)

#: Input and output of the tasks of the Hugging Face hub, by the tag of the pipeline. Outputs that are neither text,
#: images, audio nor video, such as classes, scores, boxes, forecasts or actions, are ``other``.
#: Source: https://huggingface.co/tasks
PIPELINES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "text-generation": (("text",), ("text",)),
    "text2text-generation": (("text",), ("text",)),
    "conversational": (("text",), ("text",)),
    "summarization": (("text",), ("text",)),
    "translation": (("text",), ("text",)),
    "question-answering": (("text",), ("text",)),
    "table-question-answering": (("text", "other"), ("text",)),
    "fill-mask": (("text",), ("text",)),
    "text-to-image": (("text",), ("image",)),
    "text-to-video": (("text",), ("video",)),
    "text-to-audio": (("text",), ("audio",)),
    "text-to-speech": (("text",), ("audio",)),
    "text-to-3d": (("text",), ("other",)),
    "text-classification": (("text",), ("other",)),
    "token-classification": (("text",), ("other",)),
    "zero-shot-classification": (("text",), ("other",)),
    "sentence-similarity": (("text",), ("other",)),
    "text-ranking": (("text",), ("other",)),
    "feature-extraction": ((), ("other",)),
    "image-to-text": (("image",), ("text",)),
    "image-text-to-text": (("image", "text"), ("text",)),
    "image-text-to-image": (("image", "text"), ("image",)),
    "image-text-to-video": (("image", "text"), ("video",)),
    "image-to-image": (("image",), ("image",)),
    "image-to-video": (("image",), ("video",)),
    "image-to-3d": (("image",), ("other",)),
    "image-classification": (("image",), ("other",)),
    "image-feature-extraction": (("image",), ("other",)),
    "image-segmentation": (("image",), ("other",)),
    "object-detection": (("image",), ("other",)),
    "keypoint-detection": (("image",), ("other",)),
    "depth-estimation": (("image",), ("other",)),
    "mask-generation": (("image",), ("other",)),
    "zero-shot-image-classification": (("image", "text"), ("other",)),
    "zero-shot-object-detection": (("image", "text"), ("other",)),
    "visual-question-answering": (("image", "text"), ("text",)),
    "document-question-answering": (("image", "text"), ("text",)),
    "visual-document-retrieval": (("image", "text"), ("other",)),
    "video-classification": (("video",), ("other",)),
    "video-text-to-text": (("video", "text"), ("text",)),
    "video-to-video": (("video",), ("video",)),
    "audio-classification": (("audio",), ("other",)),
    "audio-text-to-text": (("audio", "text"), ("text",)),
    "audio-to-audio": (("audio",), ("audio",)),
    "automatic-speech-recognition": (("audio",), ("text",)),
    "voice-activity-detection": (("audio",), ("other",)),
    "tabular-classification": (("other",), ("other",)),
    "tabular-regression": (("other",), ("other",)),
    "time-series-forecasting": (("other",), ("other",)),
    "graph-ml": (("other",), ("other",)),
    "reinforcement-learning": (("other",), ("other",)),
    "robotics": ((), ("other",)),
    "any-to-any": ((), ()),
}


def modalities_in(text: str, *, generated: bool = False) -> list[str]:
    """Return the modalities that a text names, in the order of the form; empty when it names none.

    Where it tells what is ``generated``, text that stands for atoms, bases or amino acids is ``other``.
    """
    told = _CODED.sub("", text) if generated else text
    found = [name for name, pattern in _PATTERNS if pattern.search(told)]
    return found if told == text or "other" in found else [*found, "other"]
