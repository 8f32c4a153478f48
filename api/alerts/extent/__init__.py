"""Where an alert holds: its outline, the streets and 1 km cells in it, the streets that bound it. Pure."""

from api.alerts.extent.outline import Outline, outline_of

__all__ = ["Outline", "outline_of"]
