"""What is said: one table of sentences for each language, filled in, never translated at run time."""

from api.alerts.texts.compose import AlertText, texts_of
from api.alerts.texts.said import Said
from api.alerts.texts.table import LANGS

__all__ = ["LANGS", "AlertText", "Said", "texts_of"]
