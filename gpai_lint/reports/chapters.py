"""The chapters by which reports and pages are ordered: the Code's, then the law around it."""

CHAPTERS = {
    "transparency": "Transparency and the Model Documentation Form",
    "copyright": "Copyright",
    "training_summary": "Public summary of training content",
    "safety_security": "Safety and Security",
    "law": "AI Act",
    "guidelines": "Commission guidelines",
}
