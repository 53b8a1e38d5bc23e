"""Tables in, Plotly figures out; no Streamlit here. CHARTS names every chart module."""

from __future__ import annotations

from components.charts import pair_map, range_plot

CHARTS = (range_plot, pair_map)
