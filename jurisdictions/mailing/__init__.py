"""Telling followers by mail: who has news, what a mail says, and handing it to a server once."""
