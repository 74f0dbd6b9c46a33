"""What editors make of a data file by the schema: check-jsonschema, and the language server that editors ask."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from needed import needed_command, needed_package

from timeline.curate.schema import FILE_NAME
from timeline.curate.start import EVENTS, new_corpus
from timeline.load import bundled_corpus

VALID = """\
sources:
  gazette: {publisher: 1984, title: no, published: 2019, file: 12:30, derives_from: wire}
  wire: {publisher: Wire, title: 3.14, published: 2019-03-14}
people:
  ana: {name: true, also: 5, note: }
  2019: {name: The class of 2019, type: group}
  анна: {name: Анна}
places:
kinds:
  arrest: {title: Arrest, theme: arrests, instant: yes}
events:
  arrest: {title: 2019-03-14, kind: arrest, instant: "false"}
records:
  - {event: arrest, source: gazette, paragraph: "4", says: no, date: 2019-03, people: ana, after: arrest}
  - event: arrest
    source: gazette
    paragraph: 4
    says: 12:30
    date: 2013
    lasts: 5 days
    after: [arrest, {event: arrest, within: 2 days}]
    before: {event: arrest}
    facts: {officers: 5, hurt: [1, none, yes]}
    contradicts: {claim: a/b/4, reason: Both cannot be., tension: true}
    note:
"""
RECORD = "records:\n  - {event: a, source: b, paragraph: 4, says: c"
BROKEN = {
    "a misspelt field": (RECORD + ", quoet: d}\n", "quoet"),
    "a wrong stance": (RECORD + ", stance: doubts}\n", "stance"),
    "a field left out": ("records:\n  - {event: a, source: b, paragraph: 4}\n", "says"),
    "a paragraph 0": ("records:\n  - {event: a, source: b, paragraph: 0, says: c}\n", "paragraph"),
    "an empty place": (RECORD + ", place: }\n", "place"),
    "a misspelt section": ("evnets: {}\n", "evnets"),
    "a list for a section": ("events: [a]\n", "events"),
    "a bad id": ("people:\n  ana velez: {name: Ana}\n", "ana velez"),
    "a digest too short": ("sources:\n  a: {publisher: b, title: c, sha256: abc}\n", "sha256"),
    "a fact that is a mapping": (RECORD + ", facts: {a: {b: c}}}\n", "facts"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new corpus, with the bundled one, valid and broken ones beside it."""
    folder = tmp_path_factory.mktemp("corpus")
    new_corpus(folder)
    hint = EVENTS.splitlines()[0] + "\n"
    (folder / "bundled.yaml").write_text(hint + bundled_corpus().read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "examples.yaml").write_text(EVENTS.replace("\n  # ", "\n  "), encoding="utf-8")
    (folder / "valid.yaml").write_text(hint + VALID, encoding="utf-8")
    for name, (text, _) in BROKEN.items():
        (folder / f"{name}.yaml").write_text(hint + text, encoding="utf-8")
    return folder


SOUND = ["events", "bundled", "examples", "valid"]


def checked(folder: Path, names: Iterable[str]) -> subprocess.CompletedProcess[str]:
    command = [needed_command("check-jsonschema"), "--schemafile", str(folder / FILE_NAME)]
    files = [str(folder / f"{name}.yaml") for name in names]
    return subprocess.run([*command, *files], capture_output=True, text=True, check=False)


def test_check_jsonschema_passes_what_is_valid(folder: Path) -> None:
    done = checked(folder, SOUND)
    assert done.returncode == 0, done.stdout


def test_check_jsonschema_finds_what_is_not(folder: Path) -> None:
    done = checked(folder, BROKEN)
    assert done.returncode == 1
    for name, (_, field) in BROKEN.items():
        found = [line for line in done.stdout.splitlines() if f"{name}.yaml" in line]
        assert any(field in line for line in found), (name, found)


class Server:
    """The YAML language server, as an editor runs it: messages of JSON-RPC over pipes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin
        assert process.stdout
        self._to: IO[bytes] = process.stdin
        self._from: IO[bytes] = process.stdout
        self._asked = 0
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})
        settings = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        return next(one["result"] for one in self._messages() if one.get("id") == self._asked and "method" not in one)

    def faults(self, file: Path) -> list[str]:
        """Open a file, and return what the server finds wrong with it."""
        text = file.read_text(encoding="utf-8")
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        for one in self._messages():
            if one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == file.as_uri():
                return [fault["message"] for fault in one["params"]["diagnostics"]]
        raise AssertionError

    def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._to.flush()

    def _messages(self) -> Iterator[dict[str, Any]]:
        while True:
            length = 0
            while line := self._from.readline().strip():
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            assert length, "the server went away"
            yield json.loads(self._from.read(length))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    program = needed_package("yaml-language-server") / "bin" / "yaml-language-server"
    command = [needed_command("node"), str(program), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        yield Server(process)
        process.kill()


@pytest.mark.parametrize("name", SOUND)
def test_an_editor_finds_no_fault_in_what_is_valid(server: Server, folder: Path, name: str) -> None:
    assert server.faults(folder / f"{name}.yaml") == []


@pytest.mark.parametrize("name", BROKEN)
def test_an_editor_finds_what_is_not(server: Server, folder: Path, name: str) -> None:
    assert server.faults(folder / f"{name}.yaml") != []


def test_an_editor_tells_what_a_field_is_for(server: Server, folder: Path) -> None:
    file = folder / "bundled.yaml"
    assert server.faults(file) == []
    line = file.read_text(encoding="utf-8").splitlines().index("    lasts: five months")
    place = {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": 6}}
    assert "How long it lasted, in the document's own words" in json.dumps(server.ask("textDocument/hover", place))
