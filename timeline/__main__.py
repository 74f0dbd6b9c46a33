"""The console script `timeline`, and `python -m timeline`."""

import sys


def main() -> None:
    """Run the command line and exit; an interrupt while it is still being imported ends it quietly too."""
    try:
        from timeline.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
