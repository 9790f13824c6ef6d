"""What the record of a region lacks, each with the form that mends it."""
