"""Staff: who may act for an area, how they prove it, and what they did.

=========  =============================================================================
module     what it does
=========  =============================================================================
roles      what each role may do
accounts   who there is
proof      passwords (argon2id) and one-time codes (TOTP)
lockout    how long to wait after failures
sessions   who is signed in
audit      what was done, append-only
guard      the check in front of every endpoint
reports    what residents report: proposals that staff confirm
proposals  what official feeds propose
desks      what an area needs, put together
http       the endpoints under /v1/staff, and the residents' reports
=========  =============================================================================
"""
