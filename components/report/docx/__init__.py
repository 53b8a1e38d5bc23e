"""The text document (DOCX): its blocks, figures, matrix, text and footnotes."""
