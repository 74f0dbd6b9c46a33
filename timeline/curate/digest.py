"""Which file a source was read from: its name and its SHA-256, written into the source's declaration."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.curate.inserting import Addition, CannotInsertError, inserted
from timeline.curate.replacing import rewrite
from timeline.documents import checksum, is_file_of
from timeline.problems import did_you_mean
from timeline.whole import NotWritableError

if TYPE_CHECKING:
    from timeline.load import Corpus


class Recorded(NamedTuple):
    """What was done, in words; `drifted` if nothing was, because another file is recorded."""

    message: str
    drifted: bool = False


def recorded(corpus: Corpus, source: str, file: Path, *, renew: bool) -> Recorded:
    """Write the name and the SHA-256 of `file` into the declaration of `source`.

    With another SHA-256 recorded already nothing is written but with `renew`. Raises ValueError, saying why, when it
    cannot be written, and OSError when the file cannot be read.
    """
    declared = corpus.sources.get(source)
    if declared is None:
        message = f"no source `{source}` can be used{did_you_mean(source, corpus.sources)}; it must be declared first"
        raise ValueError(message)
    name = declared.file or file.name
    if not is_file_of(file, name):
        message = f"source `{source}` names the file `{name}`, and this is {file}; give that one, or mend its `file`"
        raise ValueError(message)
    found = checksum(file.read_bytes())
    if declared.sha256 == found and declared.file:
        return Recorded(f"{file} is the file recorded for {source}: {found}")
    if declared.sha256 not in (None, found) and not renew:
        told = zip(corpus.records, corpus.claim_ids(), strict=True)
        claims = [claim or f"{one.event}/{source}/{one.paragraph}" for one, claim in told if one.source == source]
        look = "1 claim needs" if len(claims) == 1 else f"{len(claims)} claims need"
        again = f"{look} another look: {', '.join(claims)}" if claims else "nothing cites it"
        message = f"{file} changed since it was cited: {declared.sha256} is recorded, and it is {found}; {again}"
        return Recorded(f"{message}. `--renew` records it once they hold", drifted=True)
    fields = {"file": name, "sha256": found} if declared.file is None else {"sha256": found}
    additions = [Addition("sources", fields, source, field) for field in fields]
    target = Path(corpus.declared["sources", source].file)
    try:
        rewrite(target, lambda content: inserted(content, additions, str(target)))
    except (CannotInsertError, NotWritableError) as error:
        raise ValueError(str(error)) from None
    return Recorded(f"Recorded in {target}: {source} is {name}, SHA-256 {found}")
