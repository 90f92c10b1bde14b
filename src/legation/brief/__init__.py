"""The dossier of a case: sections of data, and one file for each way to show them."""
