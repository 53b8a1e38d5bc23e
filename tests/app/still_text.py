"""What still text says on a page that was run without a browser, read back from its HTML."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pandas as pd
from streamlit.testing.v1 import AppTest


def tables(app: AppTest) -> list[pd.DataFrame]:
    """Every table of the page in order, each cell as text."""
    return [_table(one) for part in _parts(app) for one in part.iter("table")]


def texts(app: AppTest, *kinds: str) -> list[str]:
    """The texts of the elements of these kinds, such as "h2", in order; of all kinds without one."""
    found = [one for part in _parts(app) for one in part.iter() if not kinds or one.tag in kinds]
    return [one.text or "" for one in found]


def _parts(app: AppTest) -> Iterator[ElementTree.Element]:
    for one in app.main.get("html"):
        yield ElementTree.fromstring(one.proto.body)


def _table(table: ElementTree.Element) -> pd.DataFrame:
    head, *rows = ([cell.text or "" for cell in row] for row in table.iter("tr"))
    return pd.DataFrame(rows, columns=head)
