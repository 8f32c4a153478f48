"""What Redis keeps of push: subscriptions (encrypted), envelopes (encrypted), the outbox and its counters."""
