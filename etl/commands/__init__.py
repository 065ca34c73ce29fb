"""The subcommands of `python -m etl`, a module each: `arguments(parser)` and `run(args)`, the exit status."""
