"""The downloaded program on this computer: what it unpacks at each start, and its place in the user's home.

Importing this costs nothing: the frozen program does so at every start.
"""
