"""What in the record calls for a second look: each flag by a rule of its own.

The rules that all programs share are here; one program's own stand in `flags` in its folder of
`status/programs`. A flag says that two things do not fit together, never which of them is wrong.
"""
