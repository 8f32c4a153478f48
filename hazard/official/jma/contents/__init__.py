"""What telegrams say: one file for each family, a reader and its frozen values."""
