"""A new corpus: a data file with an example of everything, a schema for editors, and a folder for the documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from timeline.curate.schema import FILE_NAME, schema
from timeline.whole import NotWritableError, write_new

if TYPE_CHECKING:
    from pathlib import Path

EVENTS = f"""\
# yaml-language-server: $schema={FILE_NAME}

# What happened, and what says so. `timeline add` adds a record and asks for what it needs; or write here, and run
# `timeline check`. The examples show every section: take the `# ` away before what you want, and put your own words.
#
# An id (gazette, ana, arrest-2019) is yours to choose: letters, digits, `-`, `_` and `.`. All values are text: a date
# stands as the document states it.

# The documents. Keep your copies in the folder sources/, which version control leaves out.
sources:
  # gazette:
  #   publisher: The Gazette
  #   title: Arrest in Strelsau
  #   published: 2019-03-14  # EDTF: also 2019-03, 2019-03~ (about), 2019-03-14/2019-03-17 (between)
  #   language: en  # what its dates are stated in: en or ru
  #   file: gazette.txt  # your copy, within sources/; `timeline snapshot` adds its SHA-256
  # digest:
  #   publisher: The Weekly Digest
  #   title: The week in Ruritania
  #   derives_from: gazette  # it repeats another: the two are one origin

# Who the records are about, or are according to: people, and groups such as a family, an authority or a newspaper.
people:
  # ana: {{name: Ana Vélez, also: [Anna Velez], role: lawyer}}
  # police: {{name: police of Strelsau, type: group, note: Not named in the documents.}}

places:
  # ruritania: {{name: Ruritania}}
  # strelsau: {{name: Strelsau, within: ruritania}}

# Kinds of events, each in a theme. What is instant begins and ends on one day.
kinds:
  # arrest: {{title: Arrest or charge, theme: arrests, instant: true}}
  # custody: {{title: Custody and release, theme: arrests}}

# What happened, each once: your conclusion, for which the records are the evidence.
events:
  # arrest-2019:
  #   title: Ana Vélez is arrested
  #   kind: arrest
  # custody-2019:
  #   title: Ana Vélez is held in custody
  #   kind: custody

# What the documents say: a record is one document's account of one event. Paraphrase; take verbatim only a date, a sum
# or a name. A paragraph is a run of text between blank lines, counted from 1.
records:
  # - event: arrest-2019
  #   source: gazette
  #   paragraph: 4
  #   date: on Tuesday  # the document's own words, or EDTF
  #   according_to: ana  # who says so, where that is not the document itself
  #   certainty: reportedly  # the document's own hedge
  #   people: [ana, police]
  #   place: strelsau
  #   quote: would not say why  # a few words that stand verbatim in the paragraph
  #   says: Police took her from her home and gave no reason.
  #   facts: {{officers: about 5, fine: 333 USD, charge: incitement}}  # facts of one name are compared
  # - event: custody-2019
  #   source: gazette
  #   paragraph: 6
  #   lasts: three days  # or `end`, the day it ended
  #   after: arrest-2019  # also before, during: the order that the document states
  #   stance: denies  # it says that this did not happen; without it, it asserts
  #   people: [ana]
  #   says: The ministry denies that she was ever held.
  #   note: Whatever the next curator should know.
"""
"""The data file of a new corpus. What is commented out is a corpus itself, once the marks are taken away."""

IGNORED = """\
# The documents are not yours to publish: nothing in this folder goes into version control but this file.
*
!.gitignore
"""


def new_corpus(folder: Path) -> tuple[Path, ...]:
    """Write a new corpus into a folder, which is made if need be, and return the files written.

    Whole or not at all: raises NotWritableError, with what is there, when there is a data file or one of the others
    holds anything else, and OSError when one cannot be written.
    """
    wanted = {
        folder / FILE_NAME: schema_text(),
        folder / "sources" / ".gitignore": IGNORED,
        folder / "events.yaml": EVENTS,  # last: with it, the corpus is there
    }
    there = [path for path, text in wanted.items() if _is_other(path, text)]
    if there:
        named = ", ".join(str(path) for path in there)
        message = f"there already: {named}; nothing was written. Name another folder, or move them away"
        raise NotWritableError(message)
    written: list[Path] = []
    made = [one for one in (folder, folder / "sources") if not one.is_dir()]
    try:
        (folder / "sources").mkdir(parents=True, exist_ok=True)
        for path, text in wanted.items():
            if not path.exists():
                write_new(path, text)
                written.append(path)
    except BaseException:
        for path in reversed(written):
            path.unlink(missing_ok=True)
        for one in reversed(made):
            if one.is_dir():
                one.rmdir()
        raise
    return tuple(wanted)


def schema_text() -> str:
    """Return the schema of a data file, as JSON."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _is_other(path: Path, text: str) -> bool:
    """Whether something stands at a path that is not just what would be written there; any data file is something."""
    if not path.exists() and not path.is_symlink():
        return path.parent.exists() and not path.parent.is_dir()
    return (
        path.name == "events.yaml"
        or path.is_symlink()
        or not path.is_file()
        or path.read_bytes() != text.encode("utf-8")
    )
