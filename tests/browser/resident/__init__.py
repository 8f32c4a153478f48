"""What a resident does while things happen: news, and the way."""
