"""Bars beside each other, as SVG that stands in a page and has its colours and its font."""

from html import escape
from typing import NamedTuple

WIDTH, ROW, BAR = 360, 36, 10


class Bar(NamedTuple):
    """A bar: what it is, how long it is, the value as people read it, and whether it is one of ours."""

    label: str
    value: float
    shown: str
    is_ours: bool


def chart(title: str, bars: list[Bar]) -> str:
    """Return bars that are as long as their values, each below its label. Every number stands in it as text."""
    longest = max(bar.value for bar in bars) or 1
    box = f"0 0 {WIDTH} {ROW * len(bars)}"
    lines = [f'<svg class="guide-picture" viewBox="{box}" role="figure" aria-label="{escape(title)}">']
    for place, bar in enumerate(bars):
        top, length = ROW * place, max(1.0, WIDTH * bar.value / longest)
        opacity = "1" if bar.is_ours else ".45"
        weight = ' font-weight="bold"' if bar.is_ours else ""
        lines += [
            f'<text x="0" y="{top + 14}" font-size="12" fill="currentColor"{weight}>{escape(bar.label)}</text>',
            f'<text x="{WIDTH}" y="{top + 14}" font-size="12" fill="currentColor" text-anchor="end"{weight}>'
            f"{escape(bar.shown)}</text>",
            f'<rect x="0" y="{top + 19}" width="{length:.1f}" height="{BAR}" rx="2" fill="currentColor" '
            f'fill-opacity="{opacity}"/>',
        ]
    return "\n".join([*lines, "</svg>"])
