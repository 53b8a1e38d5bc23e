"""The app without a browser: every page is run by Streamlit's own AppTest."""
