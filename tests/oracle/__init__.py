"""Does the bot say what the company does? Every person, every group, every operation: the verdict beside the write."""
