"""What an attachment really is; pictures without metadata."""
