"""How the tables came to be, one step after another; `HEAD` is the newest step."""

HEAD = "0015"
