"""A table of records that is sorted, searched and chosen from in the browser."""
