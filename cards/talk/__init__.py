"""What is said around an answer: hello, what was not understood, what broke."""
