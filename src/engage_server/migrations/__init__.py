"""Every schema the server can open, oldest first; listed by hand, so that a frozen program finds them too."""
