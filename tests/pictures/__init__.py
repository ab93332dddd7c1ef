"""Pictures of the chat page, taken of the real product: `python -m tests.pictures` renews them."""
