"""Every address of the site, asked for in every odd way: it answers, or says no in words.

The addresses are walked from the URLconf and the parameters are those that a page was seen to ask
for: what is new is tried without being named here. Some hundreds of tries in the tests, thousands
with `script/fuzz addresses`.
"""
