"""The life of an alert: from a draft to its end, by people who may do what they do."""
