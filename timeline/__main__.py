"""`python -m timeline` is the console script `timeline`."""

from timeline.cli import main

if __name__ == "__main__":
    main()
