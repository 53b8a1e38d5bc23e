"""What leaves the screen: one briefing, and every format as a function of it; no Streamlit here."""
