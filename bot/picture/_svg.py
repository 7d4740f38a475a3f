"""The drawing itself, as SVG. Colour never says anything alone: a symbol, a border or a word says it too."""

from collections.abc import Iterable, Sequence, Set
from itertools import chain
from string import Template
from xml.sax.saxutils import escape

from bot.facts import Provenance
from bot.picture import _text
from bot.picture._layout import (
    LABEL_LINE,
    LABEL_SIZE,
    MARGIN,
    NAME_LINE,
    NAME_SIZE,
    PAGE,
    Arrow,
    Box,
    Group,
    Layout,
)
from bot.words.provenance import ProvenanceWords

TITLE_SIZE = 32
TITLE_LINE = 42
TITLE_LINES = 4
HEAD = 11

GROUND, PANEL, CARD, LINE = "#313338", "#2b2d31", "#1e1f22", "#80848e"
TEXT, QUIET, GOLD, RED = "#f2f3f5", "#b5bac1", "#f0b232", "#f38688"
ARROW, VOID_LINE = "#949cf7", "#6d6f78"
BOLD, STRUCK = 'font-weight="600"', 'text-decoration="line-through"'
DASHES = 'stroke-dasharray="10 7"'

PAGE_OF = Template(
    '<svg xmlns="http://www.w3.org/2000/svg" width="$width" height="$height" '
    'viewBox="0 0 $width $height" font-family="Noto Sans">'
    f'<rect width="100%" height="100%" fill="{GROUND}"/>$body</svg>'
)
WORDS_OF = Template('<text x="$x" y="$y" font-size="$size" fill="$fill" $more>$text</text>')
FRAME_OF = Template(
    '<rect x="$x" y="$y" width="$width" height="$height" rx="$radius" fill="$fill" stroke="$stroke" $more/>'
)
ARROW_OF = Template(
    '<path d="$path" fill="none" stroke="$stroke" stroke-width="3" $more/><path d="$head" fill="$stroke"/>'
)
DIAMOND_OF = Template(f'<path d="M$x $y l9 9 l-9 9 l-9 -9 z" fill="{GOLD}"/>')


def title_height(title: str) -> float:
    """How much room the sentence on top takes."""
    return MARGIN + TITLE_LINE * len(_title_lines(title)) + 28


def page(provenance: Provenance, layout: Layout, title: str, words: ProvenanceWords) -> str:
    """The whole drawing."""
    origins = {origin.id for origin in provenance.origin_sources}
    foot = layout.bottom + 2 * LABEL_SIZE + 8
    parts = chain(
        _title(title),
        _arrows(layout),
        (_panel(group) for group in layout.groups if len(group.boxes) > 1),
        (_card(box, provenance, origins) for group in layout.groups for box in group.boxes),
        [_legend(words, foot)],
    )
    return PAGE_OF.substitute(width=PAGE, height=round(foot + MARGIN), body="".join(parts))


def _title_lines(title: str) -> Sequence[str]:
    return _text.lines(title, PAGE - 2 * MARGIN, TITLE_SIZE, TITLE_LINES)


def _title(title: str) -> Iterable[str]:
    for place, line in enumerate(_title_lines(title)):
        yield _words(
            line, MARGIN, MARGIN + TITLE_SIZE + TITLE_LINE * place, TITLE_SIZE, middle=False, more=BOLD
        )


def _words(
    text: str, x: float, y: float, size: float, *, fill: str = TEXT, middle: bool = True, more: str = ""
) -> str:
    more += ' text-anchor="middle"' if middle else ""
    return WORDS_OF.substitute(x=round(x), y=round(y), size=size, fill=fill, more=more, text=escape(text))


def _frame(box: Box | Group, *, radius: int, fill: str, stroke: str, more: str) -> str:
    return FRAME_OF.substitute(
        x=round(box.x),
        y=round(box.y),
        width=round(box.width),
        height=round(box.height),
        radius=radius,
        fill=fill,
        stroke=stroke,
        more=more,
    )


def _panel(group: Group) -> str:
    return _frame(group, radius=22, fill=PANEL, stroke="#4e5058", more='stroke-width="2"')


def _card(box: Box, provenance: Provenance, origins: Set[int]) -> str:
    if box.source is None:
        return "".join(_written(box, name_ink=QUIET, label_ink=QUIET, more=""))
    void, origin = box.source.id in provenance.void, box.source.id in origins
    stroke = RED if void else GOLD if origin else LINE
    dashes = DASHES if box.source.id in provenance.unread else ""
    radius = 10 if box.source.named else 36
    frame = _frame(box, radius=radius, fill=CARD, stroke=stroke, more=f'stroke-width="3" {dashes}')
    written = _written(
        box,
        name_ink=QUIET if void else TEXT,
        label_ink=stroke if void or origin else QUIET,
        more=STRUCK if void else BOLD,
    )
    return frame + (_diamond(box.x + box.width / 2, box.y) if origin else "") + "".join(written)


def _written(box: Box, *, name_ink: str, label_ink: str, more: str) -> Iterable[str]:
    """The name and what is said of it, in the middle of the box."""
    middle = box.x + box.width / 2
    line = box.y + (box.height - NAME_LINE * len(box.lines) - LABEL_LINE * len(box.labels)) / 2
    for text in box.lines:
        yield _words(text, middle, line + NAME_SIZE, NAME_SIZE, fill=name_ink, more=more)
        line += NAME_LINE
    for text in box.labels:
        yield _words(text, middle, line + LABEL_SIZE, LABEL_SIZE, fill=label_ink)
        line += LABEL_LINE


def _diamond(x: float, y: float) -> str:
    return DIAMOND_OF.substitute(x=round(x), y=round(y - HEAD))


def _arrows(layout: Layout) -> Iterable[str]:
    """Those that carry nothing first, so that the others lie over them."""
    leaving = _ports(layout, [(arrow.relier, arrow.upstream) for arrow in layout.arrows])
    arriving = _ports(layout, [(arrow.upstream, arrow.relier) for arrow in layout.arrows])
    for arrow in sorted(layout.arrows, key=lambda arrow: not arrow.void):
        relier, upstream = layout.groups[arrow.relier], layout.groups[arrow.upstream]
        ends = leaving[arrow.relier, arrow.upstream], arriving[arrow.upstream, arrow.relier]
        if upstream.y + upstream.height <= relier.y:
            yield _arrow(arrow, (ends[0], relier.y), (ends[1], upstream.y + upstream.height), up=-1)
        else:
            yield _arrow(arrow, (ends[0], relier.y + relier.height), (ends[1], upstream.y), up=1)


def _ports(layout: Layout, ends: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """Where along its side each end touches a group, in the order of the groups at the other end."""
    by_group: dict[int, list[int]] = {}
    for here, there in ends:
        by_group.setdefault(here, []).append(there)
    ports: dict[tuple[int, int], float] = {}
    for here, others in by_group.items():
        group = layout.groups[here]
        others.sort(key=lambda there: layout.groups[there].x + layout.groups[there].width / 2)
        for place, there in enumerate(others, start=1):
            ports[here, there] = group.x + group.width * place / (len(others) + 1)
    return ports


def _arrow(arrow: Arrow, start: tuple[float, float], end: tuple[float, float], *, up: int) -> str:
    """A line that leaves and arrives upright; ``up`` is -1 for upwards, as the page counts."""
    (x, y), (to_x, to_y) = start, end
    neck = to_y - up * 2 * HEAD
    bend = max(40.0, abs(neck - y) / 2)
    bends = f"{x:.0f} {y + up * bend:.0f} {to_x:.0f} {neck - up * bend:.0f}"
    path = f"M{x:.0f} {y:.0f} C{bends} {to_x:.0f} {neck:.0f}"
    head = f"M{to_x - HEAD:.0f} {neck:.0f} h{2 * HEAD} l-{HEAD} {up * 2 * HEAD - up * 4} z"
    more = DASHES if arrow.void else ""
    return ARROW_OF.substitute(path=path, head=head, stroke=VOID_LINE if arrow.void else ARROW, more=more)


def _legend(words: ProvenanceWords, top: float) -> str:
    """What the diamond and the arrow mean; everything else is written in the boxes."""
    middle = top - LABEL_SIZE / 3
    after = MARGIN + 40 + _text.width(words.origin, LABEL_SIZE) + 40
    path = f"M{after:.0f} {middle:.0f} h40"
    head = f"M{after + 40:.0f} {middle - HEAD + 1:.0f} v{2 * HEAD - 2} l{2 * HEAD - 4} -{HEAD - 1} z"
    return "".join(
        (
            _diamond(MARGIN + HEAD, middle),
            _words(words.origin, MARGIN + 36, top, LABEL_SIZE, fill=QUIET, middle=False),
            ARROW_OF.substitute(path=path, head=head, stroke=ARROW, more=""),
            _words(words.relies_on, after + 76, top, LABEL_SIZE, fill=QUIET, middle=False),
        )
    )
