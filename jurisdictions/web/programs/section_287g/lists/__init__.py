"""ICE's lists at the desk: read, looked at, proposed; and their files for everybody."""
