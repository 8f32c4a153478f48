"""The endpoints of alerts: for staff, and for everybody."""
