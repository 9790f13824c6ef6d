"""The words of a place and of a span in the API's answers, in their lasting order."""

ROW = ()
SPAN = ("position",)
