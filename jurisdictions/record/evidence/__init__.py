"""The files of sources: looked through, kept under their checksums, shown to whom they are for."""
