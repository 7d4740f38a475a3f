"""Where everything goes: origins on top, whoever relies on them underneath, look-alikes together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.facts import Provenance, SourceFacts
from bot.picture import _text

PAGE = 1000
MARGIN = 32
COLUMNS = 3
GAP = 24
COLUMN = (PAGE - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS
RISE = 88
PADDING = 14
NAME_SIZE = 27
NAME_LINE = 34
NAME_LINES = 4
LABEL_SIZE = 22
LABEL_LINE = 30
MOST_TOGETHER = 24


@dataclass(frozen=True, slots=True)
class Box:
    """One source, placed; or the words that stand for those left out."""

    source: SourceFacts | None
    lines: Sequence[str]
    labels: Sequence[str]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Group:
    """Sources that rely on the same and are relied on by the same; one of them alone has no frame."""

    members: Sequence[int]
    boxes: Sequence[Box]
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """From the group that relies to the group it relies on; ``void`` when it carries nothing."""

    relier: int
    upstream: int
    void: bool


@dataclass(frozen=True, slots=True)
class Layout:
    groups: Sequence[Group]
    arrows: Sequence[Arrow]
    bottom: float


@dataclass(frozen=True, slots=True)
class Captions:
    """What is written under each name, and what stands for the names left out."""

    of: Mapping[int, Sequence[str]]
    more: str


def lay_out(provenance: Provenance, top: float, captions: Captions) -> Layout:
    """Everything placed within the width of the page, as far down as it takes."""
    upstream = _upstream(provenance)
    levels = _levels(upstream)
    together = _together(provenance, upstream)
    placed: list[Group] = []
    centres: dict[int, float] = {}
    together.sort(key=lambda members: levels[members[0]])
    for _, layer in groupby(together, key=lambda members: levels[members[0]]):
        rows = _rows(list(layer), upstream, centres)
        for row in rows:
            wishes = [_pull(members, upstream, centres) for members, _ in row]
            groups = _place(row, provenance, wishes, top, captions)
            placed += groups
            centres |= {member: group.x + group.width / 2 for group in groups for member in group.members}
            top = max(group.y + group.height for group in groups) + GAP
        top += RISE - GAP
    return Layout(placed, _arrows(provenance, placed), top - RISE)


def _upstream(provenance: Provenance) -> dict[int, set[int]]:
    upstream: dict[int, set[int]] = {source: set() for source in sorted(provenance.sources)}
    for edge in provenance.edges:
        upstream[edge.source].add(edge.upstream)
    return upstream


def _levels(upstream: Mapping[int, set[int]]) -> dict[int, int]:
    """How far each source is from where its longest road up ends; a road that bites its tail ends there."""
    levels: dict[int, int] = {}
    entered: set[int] = set()
    for start in upstream:
        waiting = [start]
        while waiting:
            source = waiting[-1]
            unseen = [] if source in entered else sorted(upstream[source] - entered)
            entered.add(source)
            if unseen:
                waiting += unseen
                continue
            waiting.pop()
            if source not in levels:
                levels[source] = 1 + max((levels.get(other, -1) for other in upstream[source]), default=-1)
    return levels


def _together(provenance: Provenance, upstream: Mapping[int, set[int]]) -> list[list[int]]:
    """Ends of the graph that hang from the same place go together; everything else stands alone."""
    reliers: dict[int, set[int]] = {source: set() for source in upstream}
    for source, relied_on in upstream.items():
        for other in relied_on:
            reliers[other].add(source)
    alike: dict[object, list[int]] = {}
    for source, relied_on in upstream.items():
        end = not relied_on or not reliers[source]
        key = (frozenset(relied_on), frozenset(reliers[source]), source in provenance.void)
        alike.setdefault(key if end else source, []).append(source)
    return list(alike.values())


def _rows(
    layer: Sequence[Sequence[int]], upstream: Mapping[int, set[int]], centres: Mapping[int, float]
) -> list[list[tuple[Sequence[int], int]]]:
    """The layer's groups with the columns each may take, broken into rows that fit the page."""
    ordered = sorted(layer, key=lambda members: (_pull(members, upstream, centres), members[0]))
    largest = max(ordered, key=len)
    rows: list[list[tuple[Sequence[int], int]]] = [[]]
    for members in ordered:
        room = max(1, COLUMNS + 1 - len(ordered)) if members is largest else 1
        if sum(columns for _, columns in rows[-1]) + min(room, len(members)) > COLUMNS:
            rows.append([])
        rows[-1].append((members, min(room, len(members))))
    return rows


def _pull(members: Sequence[int], upstream: Mapping[int, set[int]], centres: Mapping[int, float]) -> float:
    """Where a group would like to be: under what it relies on."""
    above = [centres[other] for other in upstream[members[0]] if other in centres]
    return sum(above) / len(above) if above else PAGE / 2


def _place(
    row: Sequence[tuple[Sequence[int], int]],
    provenance: Provenance,
    wishes: Sequence[float],
    top: float,
    captions: Captions,
) -> list[Group]:
    """Each group as near to where it would like to be as its neighbours and the page allow."""
    widths = [columns * COLUMN + (columns - 1) * GAP for _, columns in row]
    return [
        _group([provenance.sources[member] for member in members], columns, left, top, captions)
        for (members, columns), left in zip(row, _spread(wishes, widths), strict=True)
    ]


def _spread(wishes: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Left edges that keep the order, the gaps and the margins; equal wishes are centred together."""
    total = sum(widths) + GAP * (len(widths) - 1)
    left = sum(wishes) / len(wishes) - total / 2 if len(set(wishes)) == 1 else MARGIN
    lefts: list[float] = []
    for wish, width in zip(wishes, widths, strict=True):
        wished = left if len(set(wishes)) == 1 else wish - width / 2
        left = max(wished, left)
        lefts.append(left)
        left += width + GAP
    limit = float(PAGE - MARGIN)
    for place in reversed(range(len(lefts))):
        lefts[place] = max(MARGIN, min(lefts[place], limit - widths[place]))
        limit = lefts[place] - GAP
    return _pushed(lefts, widths)


def _pushed(lefts: Sequence[float], widths: Sequence[float]) -> list[float]:
    pushed: list[float] = []
    free = float(MARGIN)
    for left, width in zip(lefts, widths, strict=True):
        pushed.append(max(left, free))
        free = pushed[-1] + width + GAP
    return pushed


def _group(
    sources: Sequence[SourceFacts], columns: int, left: float, top: float, captions: Captions
) -> Group:
    members = [source.id for source in sources]
    width = columns * COLUMN + (columns - 1) * GAP
    if len(sources) == 1:
        box = _box(sources[0], left, top, width, captions)
        return Group(members, [box], left, top, width, box.height)
    named = sorted(sources, key=lambda source: source.name.casefold())
    shown: list[SourceFacts | str] = [*named]
    if len(named) > MOST_TOGETHER:
        shown = [*named[: MOST_TOGETHER - 1], captions.more.format(count=len(named) - MOST_TOGETHER + 1)]
    boxes = _grid(shown, columns, (left + PADDING, top + PADDING), width - 2 * PADDING, captions)
    height = max(box.y + box.height for box in boxes) + PADDING - top
    return Group(members, boxes, left, top, width, height)


def _grid(
    shown: Sequence[SourceFacts | str],
    columns: int,
    corner: tuple[float, float],
    width: float,
    captions: Captions,
) -> list[Box]:
    """Boxes side by side in so many columns, those of a row equally high."""
    left, top = corner
    each = (width - (columns - 1) * PADDING) / columns
    boxes: list[Box] = []
    for first in range(0, len(shown), columns):
        row = [
            _box(source, left + place * (each + PADDING), top, each, captions)
            for place, source in enumerate(shown[first : first + columns])
        ]
        tallest = max(box.height for box in row)
        boxes += [replace(box, height=tallest) for box in row]
        top += tallest + PADDING
    return boxes


def _box(shown: SourceFacts | str, x: float, y: float, width: float, captions: Captions) -> Box:
    source = None if isinstance(shown, str) else shown
    name = shown if isinstance(shown, str) else shown.name
    room = width - 2 * PADDING
    lines = _text.lines(name, room, NAME_SIZE, NAME_LINES)
    labels = _text.packed(captions.of[source.id] if source else (), room, LABEL_SIZE)
    height = 2 * PADDING + NAME_LINE * len(lines) + LABEL_LINE * len(labels)
    return Box(source, lines, labels, x, y, width, height)


def _arrows(provenance: Provenance, groups: Iterable[Group]) -> list[Arrow]:
    """One arrow between two groups, however many of their members rely on one another."""
    group_of = {member: place for place, group in enumerate(groups) for member in group.members}
    carried: dict[tuple[int, int], bool] = {}
    for edge in provenance.edges:
        ends = (group_of[edge.source], group_of[edge.upstream])
        void = edge.source in provenance.void or edge.upstream in provenance.void
        carried[ends] = carried.get(ends, True) and void
    return [Arrow(relier, upstream, void) for (relier, upstream), void in carried.items()]
