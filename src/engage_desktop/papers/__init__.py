"""Files that come from outside: what they are by their content, and the pixels made of them in a process of its own."""
