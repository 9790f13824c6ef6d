"""What is quick, measured: `bench/run` prints one table."""
