"""Where songs on this computer are put for Mountsea to fetch: a bucket, or a folder on the web."""
