"""The command line: thin, all through `legation.api`. Heavy imports stand inside the commands, so that help is instant."""
