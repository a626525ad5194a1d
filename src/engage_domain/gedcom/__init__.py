"""Family trees as genealogy programs exchange them: GEDCOM 5.5.1 and 7.0, read and written; bytes in, bytes out."""
