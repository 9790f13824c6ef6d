"""The desk: pages for the people who keep the record. Nothing here is kept by any cache."""
