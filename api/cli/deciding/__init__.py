"""`nigemichi decide`: stay, go up, or leave now."""
