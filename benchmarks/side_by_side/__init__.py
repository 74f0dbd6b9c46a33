"""What `benchmarks/peers.py` is made of: files for each program, the programs, their measured runs, and the table."""
