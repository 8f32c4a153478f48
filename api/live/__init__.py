"""The live world on the server: the event log, who follows it, and what phones get of it.

==============  ======================================================================
module          what it holds
==============  ======================================================================
address         forms of the log server's address
embedded        the embedded server, tied to our life (leash)
log             append with fsync, read
follower        log → fold → engine → live state
document        the signed live state
signing         the key
live            all of it, put together for one process
desk            what staff can do
==============  ======================================================================
"""
