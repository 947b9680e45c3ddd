"""The desk: the only room that imports PySide6.

One direction: a gesture goes to the session, its `Changed` comes to the window, the window tells
the views. Views never talk to each other.
"""
