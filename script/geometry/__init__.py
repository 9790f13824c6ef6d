"""Build the county boundaries of the 2010 census, once, from pinned inputs."""
