"""What is said to something sent that is no question."""
