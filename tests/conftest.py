"""What tests share: short corpora in, timelines out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.model import Timeline
from timeline.pipeline import build

Corpus = Callable[..., Timeline]

DECLARED = """
sources:
  gazette: {publisher: Gazette, title: Arrest in Arkan, published: 2019-03-14}
  herald: {publisher: Herald, title: Arkan freed, published: 2021-09-02}
  reprint: {publisher: Daily, title: From the Gazette, published: 2021-03-16, derives_from: gazette}
people:
  ana: {name: Ana Vélez, also: [Anna Velez]}
  brun: {name: Ilya Brun, role: lawyer}
places:
  country: {name: Ruritania}
  capital: {name: Strelsau, within: country}
  port: {name: Zenda, within: country}
kinds:
  custody: {title: Custody, theme: arrests}
  protest: {title: Protest, theme: activism}
events:
  arrest: {title: Ana is arrested, kind: custody}
  march: {title: Ana marches, kind: protest}
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Build a timeline from the texts of data files; `declared` texts go before the records."""

    def read(*texts: str, declared: str = DECLARED) -> Timeline:
        files = []
        for number, text in enumerate((declared, *texts)):
            if text:
                file = tmp_path / f"{number}.yaml"
                file.write_text(text, encoding="utf-8")
                files.append(file)
        return build(files)

    return read


@pytest.fixture
def problems(corpus: Corpus, tmp_path: Path) -> Callable[..., list[str]]:
    """Build a timeline and return its problems as printed, without the folder and with codes last."""

    def read(*texts: str, declared: str = DECLARED) -> list[str]:
        return [str(problem).replace(f"{tmp_path}/", "") for problem in corpus(*texts, declared=declared).problems]

    return read
