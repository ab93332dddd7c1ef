"""The domain's rules, without anything around them."""
