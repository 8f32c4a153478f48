"""Reading OpenStreetMap."""
