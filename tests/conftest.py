"""What tests share: short corpora in, timelines out."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hostile
import pytest
from hypothesis import settings
from needed import needed_command, needed_module
from running import Ran, Run, as_text

from timeline import cli
from timeline.load import bundled_corpus
from timeline.model import Selection, Timeline
from timeline.pipeline import build
from timeline.select import Query, select

os.environ["TIMELINE_NO_CACHE"] = "1"  # what a test sees is what the program does now; `test_cache` is about the other

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as in a job that a shell put in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what the tests start must heed an interrupt

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of what is tested
settings.load_profile("untimed")

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


@pytest.fixture
def run_here(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process, at 80 columns and without TIMELINE_DATA, given this standard input."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("TIMELINE_DATA", raising=False)

    def call(*arguments: str, given: bytes = b"") -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = cli.run(arguments)
        out, err = capsysbinary.readouterr()
        return Ran(code, as_text(out), err.decode("utf-8"))

    return call


@pytest.fixture(scope="session")
def bundled() -> Selection:
    """All of the corpus that comes with the program."""
    return select(build([bundled_corpus()]), Query())[0]


@pytest.fixture(scope="session")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Selection:
    """All of a corpus that is out to break its readers (see `hostile`)."""
    file = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    file.write_text(hostile.corpus(), encoding="utf-8")
    return select(build([file]), Query())[0]


@pytest.fixture(scope="session", params=["bundled", "strange"])
def selection(request: pytest.FixtureRequest) -> Selection:
    """Both corpora, one after the other."""
    found: Selection = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium, for the tests in tests/readers; it reaches for nothing on its own."""
    playwright = needed_module("playwright.sync_api")
    chromium = needed_command("chromium", "chromium-browser", "google-chrome")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=chromium, args=arguments)
        yield running
        running.close()
