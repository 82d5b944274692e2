"""What happens in the company by itself as time passes."""
