"""What is said around an answer: hello, thank you, about itself, what a whole chat may see, what broke."""
