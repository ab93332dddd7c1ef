"""The Bot API's side of the sandbox: calls, refusals, updates, the webhook and the pace."""
