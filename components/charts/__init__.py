"""Tables in, Plotly figures out; no Streamlit here. CHARTS names every chart module."""

from __future__ import annotations

from components.charts import (
    coverage_map,
    distance_grid,
    issue_scale,
    pair_map,
    range_plot,
    variant_curve,
)

CHARTS = (coverage_map, issue_scale, range_plot, pair_map, distance_grid, variant_curve)
