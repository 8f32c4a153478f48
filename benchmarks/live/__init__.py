"""Live: a real server with its log, staff who click, phones that ask; everything over HTTP on loopback.

These go by the clock on the wall: on a shared machine run them with priority
(``chrt -r 1 python -m benchmarks clicks polling``), else they tell of the others.
"""
