"""The subcommands of `python -m etl`, a module each: `HELP`, `arguments(parser)` and `run(args) -> exit status`."""
