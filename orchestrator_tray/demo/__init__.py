"""A stand-in CBOS server with the real one's manners, and what its sessions say."""
