"""Every schema this program can open; listed by hand in `history`, so that a frozen program finds them too."""
