"""Following by mail: asking, confirming, leaving, and the mails that wait to be sent."""
