"""What residents read and hear, in Japanese (first) and English."""

from api.words.text import LANGS, Words, words_in

__all__ = ["LANGS", "Words", "words_in"]
