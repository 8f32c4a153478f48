"""Web push: who wants to hear of which cells, what they are told, and how it gets to every phone at once.

The order of reading: `contract` (what a phone sends), `endpoints` (where we may post), `vault` and `vapid`
(our keys), `sealing` (RFC 8291), `notice` (what is sent), `store` (what Redis keeps), `worker` (who sends).
"""
