"""Finds the artifacts of a tree: which files are read, by which parser, and what each of them is for."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gpai_lint.artifacts import content, kinds
from gpai_lint.artifacts.companions import companion_documents, describes_a_model, speaks_of_a_model
from gpai_lint.artifacts.interface import Artifact, Prose, Unread
from gpai_lint.artifacts.linked import linked_documents
from gpai_lint.artifacts.model_spec import may_be_model_spec
from gpai_lint.artifacts.placement import may_tell_of_model
from gpai_lint.errors import ArtifactError, RepositoryError
from gpai_lint.location import Span
from gpai_lint.progress import silent
from gpai_lint.repository.interface import shown_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from gpai_lint.artifacts.interface import Structured
    from gpai_lint.progress import Progress
    from gpai_lint.repository.interface import FileEntry, FileTree

#: Bytes read of a file, by format. Weights are read by their header only.
_LIMITS = {"markdown": 4_000_000, "text": 4_000_000, "json": 64_000_000, "yaml": 16_000_000}
_DEFAULT_LIMIT = 64_000_000
_POINTER_LIMIT = 1024
#: Bytes looked at to tell what a file without a telling name is for.
_SNIFF = 8_192
#: So many bytes of a Markdown file tell whether it is worth reading.
_TELLING = 200_000
#: Files without a telling name that are looked into; a repository with more of them is a data set.
_MAX_SNIFFED = 5_000

#: So many documents are asked whether they are about the model: what cards link to, and what stands near the root.
_MAX_TENTATIVE = 200

#: Formats of the documents that are read because a card links to them.
_LINKED = frozenset({"markdown", "text"})

#: Kinds whose file names occur in projects of every sort: such a file is parsed only if its bytes bear them out.
_AMBIGUOUS = frozenset({"other", "hub_metadata", "provenance_manifest"})

_PARSERS = {
    "markdown": "markdown",
    "text": "plain_text",
    "yaml": "yaml_document",
    "json": "json_document",
    "pdf": "pdf",
    "docx": "docx",
    "csv": "csv_table",
    "safetensors": "safetensors",
    "gguf": "gguf",
    "lfs": "lfs_pointer",
}


def parse_tree(
    tree: FileTree, kinds_by_path: Mapping[str, str] | None = None, progress: Progress = silent
) -> tuple[list[Artifact], list[Unread]]:
    """Return the artifacts of a tree in order of path, and the files that should have been read and could not be.

    ``kinds_by_path`` says what some files are for, whatever their names and contents; such a file is always read.
    """
    reader = _Reader(tree, kinds_by_path or {})
    for entry in progress(tuple(tree.files()), "Reading files"):
        reader.file(entry)
    reader.adopt()
    return reader.artifacts, reader.unread


def parse_file(path: str, data: bytes, form: str) -> Prose | Structured:
    """Parse one file in the given format; raises ``ArtifactError`` if it is malformed."""
    # Parsers are imported when a file needs them: PDF alone would cost more than all of the rest.
    parse: Callable[[str, bytes], Prose | Structured] = import_module(f"gpai_lint.artifacts.{_PARSERS[form]}").parse
    return parse(path, data)


class _Reader:
    """Reads file after file of one tree."""

    def __init__(self, tree: FileTree, kinds_by_path: Mapping[str, str]) -> None:
        self.artifacts: list[Artifact] = []
        self.unread: list[Unread] = []
        self._tree = tree
        self._kinds = kinds_by_path
        self._nameless: list[Artifact] = []
        self._parts: list[Artifact] = []
        self._entries: dict[str, FileEntry] = {}
        self._sniffed = 0

    def file(self, entry: FileEntry) -> None:
        """Read a file if it is an artifact."""
        form, kind = kinds.format_of(entry.path), kinds.kind_by_name(entry.path)
        if form in _LINKED and kind == "other":
            self._entries[entry.path] = entry
        named = self._kinds.get(entry.path)
        if named is not None:
            self._try(entry, form or "text", named, named=True)
        elif form and (kind not in _AMBIGUOUS or self._tells(entry, form)):
            self._try(entry, form, kind, named=False)

    def _tells(self, entry: FileEntry, form: str) -> bool:
        """Tell whether a file without a telling name may be an artifact, from its first bytes."""
        if self._sniffed >= _MAX_SNIFFED or entry.size < 16 or form not in {"markdown", "json", "yaml", "pdf", "docx"}:
            return False
        if form in {"pdf", "docx"}:
            return True
        self._sniffed += 1
        if form == "markdown":
            data = self._tree.read(entry.path, _TELLING)
            return content.worth_reading(data) or content.is_part_of_card(entry.path, data)
        data = self._tree.read(entry.path, _SNIFF)
        return content.kind_by_mark(data) != "other" or (form == "yaml" and may_be_model_spec(data))

    def _try(self, entry: FileEntry, form: str, kind: str, named: bool) -> None:
        try:
            self._parse(entry, form, kind, named)
        except (ArtifactError, RepositoryError) as error:
            span = error.location.span if error.location else Span(1, 1, 1, 1)
            self.unread.append(Unread(shown_path(entry.path), error.message, span))

    def _parse(self, entry: FileEntry, form: str, kind: str, named: bool) -> None:
        if shown_path(entry.path) != entry.path:
            raise ArtifactError("The name of the file is not in UTF-8, so that no report could name it: rename it.")
        data = self._read(entry, form)
        if data.startswith(b"version https://git-lfs.github.com/spec/"):
            if kind != "weights":
                raise ArtifactError("Only a Git LFS pointer is here: the document itself is not in the checkout.")
            form = "lfs"
        elif form == "lfs":
            return
        elif data.startswith(b"%PDF-"):
            form = "pdf"
        parsed = parse_file(entry.path, data, form)
        title, span = "", Span(1, 1, 1, 1)
        if isinstance(parsed, Prose):
            self.unread.extend(parsed.faults)
            kind = kind if named else content.kind_by_content(parsed, kind)
            if kind == "other" and not named and content.is_named_card(entry.path, parsed):
                kind = "model_card"
            index = content.title_of(parsed)
            if index is not None:
                title, span = parsed.sections[index].title, parsed.sections[index].span
        elif not named:
            marked = content.kind_by_mark(data[:_SNIFF]) if kind == "other" else "other"
            kind = marked if marked != "other" else content.kind_by_structure(parsed, kind)
        artifact = Artifact(entry.path, form, kind, parsed, entry.size, title, span)
        if not named and form == "markdown" and content.is_part_of_card(entry.path, data):
            self._parts.append(artifact)
        elif kind != "other" or named:
            self.artifacts.append(artifact)
        elif isinstance(parsed, Prose):
            self._nameless.append(artifact)

    def adopt(self) -> None:
        """Keep the prose that is a part of something else.

        Beside the metadata of a hub a model's description is a file of its own, beside its card parts of that are, to
        others the card links, and cards of one folder are built alike.
        """
        cards = {PurePosixPath(row.path).parent for row in self.artifacts if row.kind == "model_card"}
        for artifact in self._parts:
            if PurePosixPath(artifact.path).parent in cards:
                self.artifacts.append(artifact._replace(kind="other"))
            elif artifact.kind != "other":
                self.artifacts.append(artifact)
        homes = {PurePosixPath(row.path).parent for row in self.artifacts if row.kind == "hub_metadata"}
        collections: defaultdict[PurePosixPath, list[Prose]] = defaultdict(list)
        for card in self.artifacts:
            if (
                card.kind == "model_card"
                and kinds.kind_by_name(card.path) == "other"
                and isinstance(card.content, Prose)
            ):
                collections[PurePosixPath(card.path).parent].append(card.content)
        for artifact in self._nameless:
            path = PurePosixPath(artifact.path)
            siblings = collections.get(path.parent, ())
            if isinstance(artifact.content, Prose) and content.is_built_like(artifact.content, siblings):
                self.artifacts.append(artifact._replace(kind="model_card"))
            elif path.parent in homes:
                kind = "model_card" if path.stem.lower() == "description" else "other"
                self.artifacts.append(artifact._replace(kind=kind))
        self._follow({artifact.path for artifact in self.artifacts})
        self.artifacts.sort(key=lambda artifact: PurePosixPath(artifact.path).parts)

    def _follow(self, known: set[str]) -> None:
        """Keep the documents that cards link to, and those that are named for a part of the model beside them.

        Whether they were worth reading for their own sake does not matter. Of the others that cards link to or that
        were worth it, it is asked later whether they are about the model.
        """
        linked = linked_documents(self.artifacts, self._entries)
        paths = {path: None for path, telling in linked.items() if telling and path not in known}
        paths.update({path: None for path in self._companions() if path not in known})
        parsed = {artifact.path for artifact in self._nameless}
        for path in paths:
            if path not in parsed:
                self._try(self._entries[path], kinds.format_of(path), "other", named=False)
        asked = [path for path in linked if path not in paths and path not in known and may_tell_of_model(path)]
        unread = len(self.unread)
        for path in asked[:_MAX_TENTATIVE]:
            if path not in parsed:
                self._try(self._entries[path], kinds.format_of(path), "other", named=False)
        # What a card merely links to may be anything: one that cannot be read is no document about the model.
        del self.unread[unread:]
        told = known | paths.keys()
        self.artifacts.extend(artifact for artifact in self._nameless if artifact.path in paths)
        others = [row for row in self._nameless if row.path not in told and may_tell_of_model(row.path)]
        others.sort(key=lambda row: (row.path not in linked, len(PurePosixPath(row.path).parts)))
        self.artifacts.extend(row._replace(tentative=True) for row in others[:_MAX_TENTATIVE])

    def _companions(self) -> Iterator[str]:
        if not any(companion_documents(self.artifacts, self._entries, introduced=True)):
            return
        readmes = [row.path for row in self.artifacts if row.kind == "readme" and "/" not in row.path]
        introduced = any(speaks_of_a_model(self._tree.read(path, _TELLING), instructs=True) for path in readmes)
        for path in companion_documents(self.artifacts, self._entries, introduced):
            if describes_a_model(path, self._tree.read(path, _TELLING)):
                yield path

    def _read(self, entry: FileEntry, form: str) -> bytes:
        if form == "lfs":
            return self._tree.read(entry.path, _POINTER_LIMIT)
        if form == "safetensors":
            from gpai_lint.artifacts.safetensors import header_length  # noqa: PLC0415 - only where there are weights

            start = self._tree.read(entry.path, _POINTER_LIMIT)
            if start.startswith(b"version "):
                return start
            return self._tree.read(entry.path, header_length(start))
        limit = _LIMITS.get(form, _DEFAULT_LIMIT)
        if form == "gguf":
            from gpai_lint.artifacts.gguf import READ_LIMIT  # noqa: PLC0415 - only where there are weights

            limit = READ_LIMIT
        elif entry.size > limit:
            raise ArtifactError(f"The file is larger than {limit // 1_000_000} MB and was not read.")
        return self._tree.read(entry.path, limit)
