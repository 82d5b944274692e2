"""What is followed up without anybody's asking: forgotten in time, settled after a crash, closed when nobody answered.

Each is a kind of follow-up (`bot.follow_up`), so that of several replicas one does it, and another when that one dies.
"""
