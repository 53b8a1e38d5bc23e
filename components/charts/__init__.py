"""Tables in, Plotly figures out, a module each with `draw`, `describe` and `table`; no Streamlit here."""
