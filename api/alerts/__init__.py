"""Alerts: from what staff decide to what every resident reads, hears and gets as a notice.

==============  ======================================================================
folder          what it holds
==============  ======================================================================
words           the sentences, one table for each language
texts           sentences filled in: title, body, spoken text, loudspeaker
extent          where an alert holds: outline, cells, bounding streets
life            drafts, second person, issue, update, cancel
cap             CAP 1.2, Atom, and their signature
notices         from an event to push notices
http            the endpoints
==============  ======================================================================
"""
