"""The page: a case in the browser, served from this machine with nothing from elsewhere."""
