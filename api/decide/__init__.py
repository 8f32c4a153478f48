"""The decision outside: what POST /v1/decide and `nigemichi decide` are told, and what they answer.

=========== ========================================================================
module      what it does
=========== ========================================================================
contract    the request and the answer as types
news        what is in force there, by the live state of the area
asking      from a request to what the advisor is asked
http        POST /v1/decide
answer      from what it advises to the answer, in words
=========== ========================================================================
"""
