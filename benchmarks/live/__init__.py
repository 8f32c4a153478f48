"""What staff and phones wait for while things happen."""
