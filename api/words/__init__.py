"""What residents read and hear, in ten languages: Japanese is the one of record."""

from api.words.text import LANGS, Words, words_in

__all__ = ["LANGS", "Words", "words_in"]
