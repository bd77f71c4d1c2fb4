"""The picture of the site in the README: `make picture`, after a change of how the site looks."""

from browsing import chromium, context, serving
from conftest import ROOT

FILE = ROOT / "site" / "docs" / "assets" / "picture.jpg"
PAGE = "en/codes/20023.html"
QUALITY = 72


def main() -> None:
    """Show a page of the built site in Chromium, and write what is seen."""
    with chromium() as browser, serving(ROOT / "site" / "_build") as address:
        window = context(browser, 1120, 760)
        page = window.new_page()
        page.goto(address + PAGE, wait_until="networkidle")
        page.screenshot(path=FILE, type="jpeg", quality=QUALITY)
        window.close()
    print(f"{FILE.relative_to(ROOT)}: {FILE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
