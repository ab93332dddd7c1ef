"""The cards of reports as officers see them: face and words, handing back, and what stays."""
