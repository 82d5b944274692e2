"""What a message means after what went before. Pure: words and what was talked about in, what is wanted out."""
