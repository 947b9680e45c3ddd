"""The proof: the reading as sheets of paper, typed into where it stands."""
