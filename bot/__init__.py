"""The Telegram door of SP4N-LAPOR!."""
