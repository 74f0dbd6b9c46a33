"""The console script `timeline`, and `python -m timeline`."""

import gc
import sys


def main() -> None:
    """Run the command line and exit; an interrupt while it is still being imported ends it quietly too."""
    gc.disable()  # what start-up makes stays: the collector comes on where a command begins to work on data
    try:
        from timeline.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
