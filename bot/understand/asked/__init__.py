"""What is made of a message once its words are known: whose rights, which subject, what is wanted."""
