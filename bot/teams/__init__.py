"""How Teams reaches us and how we reach Teams: the only package that knows botbuilder and msrest."""
