"""What every screen that takes in papers shares: choosing and adding files, the ink page, and the words for both."""
