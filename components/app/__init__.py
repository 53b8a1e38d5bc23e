"""The app: frame, address, controls, drawer, downloads, and the sections that pages share."""
