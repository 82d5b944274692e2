"""What a message means after what went before. Pure: words and what was talked about go in, what is wanted comes out."""
