"""What only one program is asked, a folder each; `reading` is what every program has."""
