"""The house keeps its shape: layers, registries, no colours or network addresses in the wrong room."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from components import pages

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    [ROOT / "dashboard.py", *(ROOT / "positions").rglob("*.py"), *(ROOT / "components").rglob("*.py")]
)


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules that a file imports, wherever in it, those for types alone left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {id(one) for block in ast.walk(tree) if _is_for_types(block) for one in ast.walk(block)}
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_for_types(node: ast.AST) -> bool:
    """Whether a block is never run: `if TYPE_CHECKING`."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def name_of(path: Path) -> str:
    """The dotted name of a module file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    """`positions` knows no screen; charts and theme know no Streamlit.

    Nothing imports the entry point.
    """
    name, imported = name_of(path), set(imports(path))
    roots = {one.split(".")[0] for one in imported}

    if name.startswith("positions"):
        assert not roots & {"streamlit", "plotly", "dashboard"}
        assert "components" not in roots
    if name.split(".")[:2] in (["components", one] for one in ("charts", "figures", "report", "theme")):
        assert "streamlit" not in roots
    assert "dashboard" not in roots


# What a measure may build on: positions first, then groupings and gaps of them, then the rest.
BUILDS_ON = {
    "disagreement": {"matching"},
    "words": {"disagreement"},
    "position": {"disagreement", "rule_path", "words"},
    "bulk": {"words"},
    "grouping": {"disagreement", "position", "words"},
    "spread": {"grouping"},
    "gap": {"disagreement", "position", "words"},
    "distance": {"gap"},
    "robustness": {"gap"},
    "meeting": {"gap"},
    "divergence": {"disagreement", "position", "words"},
    "change": {"position", "words"},
    "trajectory": {"position", "words"},
    "rule_path": {"words"},  # for its types alone
    "why": {"behind", "position", "rule_path", "words"},
    "reliability": {"matching"},
}


def test_measures_build_on_positions_and_gaps_alone() -> None:
    """Each module of `positions.analysis` imports only those that stand before it."""
    for path in (ROOT / "positions" / "analysis").glob("*.py"):
        found = {one.split(".")[2] for one in imports(path) if one.startswith("positions.analysis.")}
        assert found <= BUILDS_ON.get(path.stem, set()), path.name


# From the ground up: what stands on a floor imports nothing of a floor above.
FLOORS: tuple[tuple[str, ...], ...] = (
    (
        "positions.model.fields",
        "positions.model.dossier",
        "positions.analysis.position",
        "positions.analysis.gap",
    ),
    ("positions.analysis.grouping", "positions.analysis.distance", "positions.analysis.change"),
    ("positions.tables",),
    ("positions.cell",),
    ("positions.measures.variants", "positions.measures.other_words", "positions.measures.tallies"),
    (
        "positions.text.cell",
        "positions.text.gaps",
        "positions.text.headline",
        "positions.text.movement",
        "positions.text.robustness",
    ),
    ("positions.view",),
    ("positions.text.tables", "positions.text.distance", "positions.text.scale"),
    ("positions.rows", "positions.export"),
    ("components.cli.commands",),
)


@pytest.mark.parametrize("floor", range(len(FLOORS)))
def test_positions_are_built_from_the_ground_up(floor: int) -> None:
    """A position knows no cell, a cell no words, words no view, a view no export."""
    above = tuple(f"{name}." for names in FLOORS[floor + 1 :] for name in names)

    for path in MODULES:
        if f"{name_of(path)}.".startswith(tuple(f"{name}." for name in FLOORS[floor])):
            assert not [one for one in imports(path) if f"{one}.".startswith(above)], path.name


@pytest.mark.parametrize("package", ["components.pages", "components.charts"])
def test_neighbours_do_not_import_each_other(package: str) -> None:
    """Pages do not import pages, charts not charts."""
    folder = ROOT / Path(*package.split("."))

    for path in folder.glob("*.py"):
        if path.name != "__init__.py":
            assert not [one for one in imports(path) if one.startswith(f"{package}.")], path.name


def test_there_are_no_import_cycles() -> None:
    """Every module can be imported first: following imports never leads back."""
    names = {name_of(path) for path in MODULES}
    graph = {
        name_of(path): {one for one in imports(path) if one in names} - {name_of(path)} for path in MODULES
    }
    packages = {name for name in names if any(other.startswith(f"{name}.") for other in names)}
    done: set[str] = set()

    def follow(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for following in graph[name] - packages:
                follow(following, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        follow(name, ())


def test_charts_can_be_drawn_without_streamlit() -> None:
    """Importing every chart leaves Streamlit out of memory, so that a script can draw them."""
    charts = ", ".join(f"components.charts.{path.stem}" for path in (ROOT / "components/charts").glob("*.py"))
    script = f"import sys, {charts}; sys.exit('streamlit' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


WRITERS = ("typst.typesetting", "html.page", "slides.deck", "docx.document", "markdown", "running_text")


def test_briefings_can_be_made_without_streamlit() -> None:
    """A whole briefing is made by a script that loads neither the app nor the library of its charts."""
    writers = ", ".join(f"components.report.{one}" for one in WRITERS)
    script = f"import sys, {writers}; sys.exit(not {{'streamlit', 'plotly'}}.isdisjoint(sys.modules))"

    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize(
    ("first", "late"),
    [
        ("components.app.frame, components.pages.compare", ("pandas", "plotly.graph_objects._figure")),
        ("components.server", ("pandas", "positions.model")),
        (
            "components.cli.entry",
            ("streamlit", "pandas", "positions.model.dossier", "components.cli.commands"),
        ),
    ],
    ids=["first page", "server", "command"],
)
def test_what_is_seen_first_waits_for_nothing_else(first: str, late: tuple[str, ...]) -> None:
    """Modules that take long to import come with what needs them: tables of pandas, charts, records."""
    script = f"import sys, {first}; sys.exit(' '.join(one for one in {late!r} if one in sys.modules) or None)"
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, capture_output=True)

    assert not ended.returncode, ended.stderr.decode().splitlines()[-1]


def test_every_page_is_in_the_navigation() -> None:
    """A page's module that nobody can reach is forgotten work."""
    modules = {path.stem for path in (ROOT / "components/pages").glob("*.py")} - {"__init__"}

    assert {page.render.__module__.rsplit(".", 1)[1] for page in pages.PAGES} == modules
    assert len({page.path for page in pages.PAGES}) == len(pages.PAGES)


def test_every_chart_is_complete() -> None:
    """Each chart draws, says what it shows, and gives its table."""
    modules = {path.stem for path in (ROOT / "components/charts").glob("*.py")} - {"__init__"}

    assert len(modules) > 5
    for name in modules:
        chart = import_module(f"components.charts.{name}")
        assert all(callable(getattr(chart, part)) for part in ("draw", "describe", "table"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_theme_names_a_colour(path: Path) -> None:
    """A colour written anywhere else would not follow dark mode or the colour-vision check."""
    colours = re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8"))

    assert not colours or path.name == "theme.py"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_party_is_named_in_code(path: Path) -> None:
    """Parties live in dossiers; code that knew one would treat it apart."""
    text = path.read_text(encoding="utf-8").casefold()

    assert not re.findall(r"\b(russia|ukraine|turkey|nato|kremlin|putin|zelenskyy)\b", text)


def test_every_module_says_what_it_is() -> None:
    """A newcomer reads the first line of a file and knows why it is there."""
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
