"""Draw the picture of the page in the README: `python docs/page.py` writes docs/page.png, of the bundled corpus.

It needs Playwright and Chromium, which the extra `readers` and the system bring.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from timeline.export import render
from timeline.load import bundled_corpus
from timeline.pipeline import build
from timeline.select import Query, parse_period, select

OUT = Path(__file__).with_name("page.png")
WIDTH, HEIGHT = 1000, 1240
OPENED = "document.querySelectorAll('.year details')[1].open = true"


def main() -> None:
    """Write the picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("docs/page.py needs Chromium")
    query = Query(themes=("arrests",), periods=(parse_period("2019"),), certain=True)
    selection, _ = select(build([bundled_corpus()]), query)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        page_file = Path(folder, "page.html")
        page_file.write_text("".join(render("html", selection)), encoding="utf-8")
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.evaluate(OPENED)
        page.screenshot(path=OUT)
        browser.close()


if __name__ == "__main__":
    main()
