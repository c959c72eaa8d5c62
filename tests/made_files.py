"""PDF and Word files made by hand, so that the tests hold every byte of their input."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def text(x: float, y: float, words: str, size: float = 11, font: str = "F1") -> str:
    """Return the operators that show words at a place; F1 is regular, F2 bold, F3 ZapfDingbats."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the operators that draw a thin line."""
    return f"0.5 w {x0} {y0} m {x1} {y1} l S"


def box(x: float, y: float, size: float = 9, ticked: bool = False) -> str:
    """Return the operators that draw a tick box."""
    drawn = f"0.8 w {x} {y} {size} {size} re S"
    if ticked:
        drawn += f" {x} {y} m {x + size} {y + size} l S {x} {y + size} m {x + size} {y} l S"
    return drawn


def pdf(*pages: list[str], annotations: str = "", trailer: str = "", extra: tuple[str, ...] = ()) -> bytes:
    """Return a PDF with one page for each list of operators; ``annotations`` stand on the first page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    fonts = []
    for base in ("Helvetica", "Helvetica-Bold", "ZapfDingbats"):
        encoding = "" if base == "ZapfDingbats" else " /Encoding /WinAnsiEncoding"
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{base}{encoding} >>")
        fonts.append(len(objects))
    names = " ".join(f"/F{number} {reference} 0 R" for number, reference in enumerate(fonts, 1))
    kids = []
    for number, operators in enumerate(pages):
        stream = "\n".join(operators)
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        notes = f" /Annots [{annotations}]" if annotations and not number else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R"
            f" /Resources << /Font << {names} >> >>{notes} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.extend(extra)
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010} 00000 n \n".encode() for place in places)
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def docx(body: str, styles: str = "", relationships: str = "", prologue: str = "", **parts: str) -> bytes:
    """Return a Word document with this body; ``parts`` are further entries by name."""
    document = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{prologue}<w:document xmlns:w="{W}" xmlns:w14="{W14}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"<w:body>{body}</w:body></w:document>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        if styles:
            archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{W}">{styles}</w:styles>')
        if relationships:
            archive.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationships}'
                "</Relationships>",
            )
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paragraph(words: str, style: str = "", bold: bool = False) -> str:
    """Return a paragraph of a Word document."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{properties}<w:r>{weight}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of a Word document; cells that do not start with ``<`` are text."""
    made = ""
    for row in rows:
        cells = "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        made += f"<w:tr>{cells}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def tick_box(label: str, ticked: bool) -> str:
    """Return the runs of a content-control tick box and its label."""
    glyph = "☒" if ticked else "☐"
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{glyph}</w:t></w:r></w:sdtContent></w:sdt>"
        f'<w:r><w:t xml:space="preserve"> {label} </w:t></w:r>'
    )


def legacy_box(label: str, ticked: bool) -> str:
    """Return the runs of a legacy form field's tick box and its label."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>'
        f'<w:default w:val="{int(ticked)}"/></w:checkBox></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
        f'<w:r><w:t xml:space="preserve">{label} </w:t></w:r>'
    )
