"""The live genogram: the family drawn from the record, and written by what is done in the drawing."""
